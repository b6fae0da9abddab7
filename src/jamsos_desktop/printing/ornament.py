"""The mark of our documents: *kawung*, an old batik pattern of four petals around a heart.

It belongs to everybody, resembles no institution's logo, and keeps its shape in black and white.
"""

from reportlab.pdfgen.canvas import Canvas


def draw_kawung(
    canvas: Canvas,
    *,
    x: float,
    y: float,
    tile: float,
    columns: int,
    rows: int,
    petal: str,
    heart: str,
) -> None:
    """A field of tiles with its lower left corner at x, y. Lengths in points."""
    centres = [
        (x + (column + 0.5) * tile, y + (row + 0.5) * tile)
        for row in range(rows)
        for column in range(columns)
    ]
    canvas.setFillColor(petal)
    for centre_x, centre_y in centres:
        for across, up in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
            _draw_petal(canvas, centre_x, centre_y, across * tile / 2, up * tile / 2)
    canvas.setFillColor(heart)
    for centre_x, centre_y in centres:
        canvas.circle(centre_x, centre_y, tile * 0.085, stroke=0, fill=1)


def _draw_petal(canvas: Canvas, x: float, y: float, across: float, up: float) -> None:
    """A leaf from near the centre towards the corner of the tile."""
    start, end, belly = 0.2, 0.9, 0.34
    path = canvas.beginPath()
    path.moveTo(x + start * across, y + start * up)
    path.curveTo(
        x + (0.3 + belly) * across,
        y + 0.22 * up,
        x + 0.95 * across,
        y + 0.5 * up,
        x + end * across,
        y + end * up,
    )
    path.curveTo(
        x + 0.5 * across,
        y + 0.95 * up,
        x + 0.22 * across,
        y + (0.3 + belly) * up,
        x + start * across,
        y + start * up,
    )
    canvas.drawPath(path, stroke=0, fill=1)
