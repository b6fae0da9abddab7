"""How well one colour is read on another, by WCAG 2.2 (1.4.3): on screens and on paper."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#RRGGBB``: 1 to 21. Text needs 4.5."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
