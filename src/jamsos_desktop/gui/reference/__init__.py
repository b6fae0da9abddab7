"""The part "Aturan dan teks" of the settings."""
