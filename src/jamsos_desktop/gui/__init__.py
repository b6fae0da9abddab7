"""The windows (PySide6 Widgets). Holds no rule."""
