"""Colours, type and spacing of every window: one palette object, light or dark as the system is.

Measures follow a grid of 4 px. Every pair of text and ground keeps a contrast of 4.5:1 (WCAG 2.2,
1.4.3) and every focus ring 3:1 (1.4.11); tests compute both.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from jamsos_desktop.paths import resource

FIELD_HEIGHT = 44  # px: comfortable to hit with a finger or an unsteady mouse
FAMILY = "Plus Jakarta Sans"


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours by what they are for. ``*_soft`` are grounds of pills and bars."""

    window: str
    surface: str
    sunken: str
    line: str
    border: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    primary_soft: str
    on_primary_soft: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    focus: str
    ring: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    info: str
    info_soft: str
    success: str
    success_soft: str
    nav: str
    on_nav: str
    nav_hover: str
    nav_chosen: str
    on_nav_chosen: str
    nav_ring: str


LIGHT = Colors(
    window="#F7F4EF",
    surface="#FFFFFF",
    sunken="#EFEAE3",
    line="#E2DBD1",
    border="#8C8598",
    text="#1E1A2B",
    muted="#5B5568",
    primary="#3A3494",
    primary_hover="#4842AB",
    primary_pressed="#2C2775",
    on_primary="#FFFFFF",
    primary_soft="#E9E7F8",
    on_primary_soft="#2E2980",
    accent="#B04A22",
    on_accent="#FFFFFF",
    accent_soft="#FBE8DD",
    on_accent_soft="#7D3413",
    focus="#4A41D0",
    ring="#FFB07C",
    error="#A3191F",
    error_soft="#FCEBEA",
    warning="#7A4700",
    warning_soft="#FFF1D2",
    info="#174F87",
    info_soft="#E5F0FA",
    success="#22613F",
    success_soft="#E3F3EA",
    nav="#242052",
    on_nav="#D6D2F0",
    nav_hover="#332E70",
    nav_chosen="#423C90",
    on_nav_chosen="#FFFFFF",
    nav_ring="#FFB07C",
)

DARK = Colors(
    window="#15131D",
    surface="#1F1C2A",
    sunken="#292536",
    line="#353044",
    border="#7D768F",
    text="#F1EEF8",
    muted="#B5AEC6",
    primary="#B4AEFF",
    primary_hover="#C8C3FF",
    primary_pressed="#9A93F0",
    on_primary="#1A1647",
    primary_soft="#332F63",
    on_primary_soft="#DEDBFF",
    accent="#F09A6C",
    on_accent="#3A1605",
    accent_soft="#4A2716",
    on_accent_soft="#FFCFB4",
    focus="#B4AEFF",
    ring="#A83C0B",
    error="#FFA9A3",
    error_soft="#47191B",
    warning="#FFCF7D",
    warning_soft="#412C08",
    info="#9CCBFA",
    info_soft="#14304A",
    success="#94DDB2",
    success_soft="#15382A",
    nav="#100E18",
    on_nav="#B9B3D6",
    nav_hover="#241F3A",
    nav_chosen="#37316E",
    on_nav_chosen="#FFFFFF",
    nav_ring="#FFB07C",
)

#: Every text and the ground it may stand on.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "muted") for ground in ("window", "surface", "sunken")),
    *(("on_primary", g) for g in ("primary", "primary_hover", "primary_pressed")),
    *(("primary", ground) for ground in ("window", "surface")),
    *(("accent", ground) for ground in ("window", "surface")),
    ("on_primary_soft", "primary_soft"),
    ("text", "primary_soft"),
    ("muted", "primary_soft"),
    ("on_accent", "accent"),
    ("on_accent_soft", "accent_soft"),
    *((s, f"{s}_soft") for s in ("error", "warning", "info", "success")),
    *((s, g) for s in ("error", "warning", "info", "success") for g in ("window", "surface")),
    *(("text", f"{s}_soft") for s in ("error", "warning", "info", "success")),
    ("on_nav", "nav"),
    ("on_nav_chosen", "nav_chosen"),
    ("on_nav_chosen", "nav_hover"),
)

#: Lines that must be seen without being read (3:1).
LINE_PAIRS: tuple[tuple[str, str], ...] = (
    *(("focus", g) for g in ("window", "surface", "sunken")),
    ("ring", "primary"),
    ("nav_ring", "nav"),
    ("nav_ring", "nav_chosen"),
    *(("border", g) for g in ("window", "surface")),
)

#: What a pill or a bar may mean: its text and its ground.
TONES: dict[str, tuple[str, str]] = {
    "neutral": ("text", "sunken"),
    "primary": ("on_primary_soft", "primary_soft"),
    "accent": ("on_accent_soft", "accent_soft"),
    "success": ("success", "success_soft"),
    "warning": ("warning", "warning_soft"),
    "error": ("error", "error_soft"),
    "info": ("info", "info_soft"),
}


def colors_now() -> Colors:
    """The colours worn now. Not of one widget: its palette may be the stylesheet's."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    return LIGHT if ground.lightness() > 127 else DARK


class Look(QObject):
    """Gives the program its look and keeps it in step with the system's light or dark."""

    def __init__(
        self,
        app: QApplication,
        scale: float = 1.0,
        scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown,
    ) -> None:
        """Dress ``app`` at once. ``scale`` enlarges all text, 1.0 to 1.5.

        ``scheme`` is light or dark for ever, or unknown to follow the system.
        """
        super().__init__(app)
        self._app = app
        self._scale = 1.0
        _load_fonts()
        app.setStyle("Fusion")
        self._sheet = Template(resource("qss/jamsos.qss").read_text(encoding="utf-8"))
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self.choose(scale, scheme)

    def choose(self, scale: float, scheme: Qt.ColorScheme) -> None:
        """Dress the program anew, with what is open already."""
        self._scale = min(max(scale, 1.0), 1.5)
        hints = self._app.styleHints()
        hints.setColorScheme(scheme)
        self._on_scheme(hints.colorScheme() if scheme == Qt.ColorScheme.Unknown else scheme)

    @Slot(Qt.ColorScheme)
    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        self.wear(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)

    def wear(self, colors: Colors) -> None:
        """Put on one of the two palettes."""
        font = QFont(FAMILY)
        font.setPointSizeF(11 * self._scale)
        self._app.setFont(font)
        self._app.setPalette(_palette(colors))
        self._app.setStyleSheet(self._sheet.substitute(asdict(colors), **self._measures()))

    def _measures(self) -> dict[str, str]:
        return {
            "body": f"{11 * self._scale:.1f}pt",
            "large": f"{13 * self._scale:.1f}pt",
            "heading": f"{19 * self._scale:.1f}pt",
            "code": f"{36 * self._scale:.1f}pt",
            "said": f"{22 * self._scale:.1f}pt",  # read from 1.5 m
            "told": f"{27 * self._scale:.1f}pt",
            "way": f"{round(96 * self._scale)}px",
            "inner": f"{round(FIELD_HEIGHT * self._scale) - 6}px",  # without frame and padding
        }


def _load_fonts() -> None:
    if FAMILY not in QFontDatabase.families():
        for path in sorted(resource("fonts").glob("PlusJakartaSans-*.ttf")):
            QFontDatabase.addApplicationFont(str(path))


def _palette(colors: Colors) -> QPalette:
    role = QPalette.ColorRole
    wanted = {
        role.Window: colors.window,
        role.WindowText: colors.text,
        role.Base: colors.surface,
        role.AlternateBase: colors.window,
        role.Text: colors.text,
        role.PlaceholderText: colors.muted,
        role.Button: colors.surface,
        role.ButtonText: colors.text,
        role.BrightText: colors.on_primary,
        role.Highlight: colors.primary,
        role.HighlightedText: colors.on_primary,
        role.ToolTipBase: colors.sunken,
        role.ToolTipText: colors.text,
        role.Link: colors.primary,
        role.LinkVisited: colors.primary,
        role.Light: colors.surface,
        role.Midlight: colors.line,
        role.Mid: colors.border,
        role.Dark: colors.border,
        role.Accent: colors.primary,
    }
    palette = QPalette()
    for key, color in wanted.items():
        palette.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(colors.muted))
    return palette
