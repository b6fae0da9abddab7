"""The recovery sheet of an office: the one piece of paper that opens everything.

It carries the office's age identity as text to be typed and as a QR code to be scanned.
"""

import datetime as dt
import re

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4

from jamsos_desktop.domain.card import PRACTICE
from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.printing.fonts import BOLD, MONO, REGULAR, SEMIBOLD
from jamsos_desktop.printing.ornament import draw_kawung
from jamsos_desktop.printing.pdf import MM, DocumentCanvas, Writable
from jamsos_desktop.printing.qr import draw_qr, make_qr
from jamsos_desktop.printing.text import Room, fit_text, wrap

_IDENTITY = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")
_PREFIX = "AGE-SECRET-KEY-1"
_BRAND, _ACCENT, _TEXT, _QUIET = (
    HexColor(value) for value in ("#1F1853", "#B4532A", "#000000", "#3A3846")
)
_LEFT, _RIGHT = 20 * MM, A4[0] - 20 * MM
_WIDTH = _RIGHT - _LEFT
_BODY, _LEADING = 10, 14.5  # points

_PURPOSE = N_(
    "Lembar ini membuka kembali data kantor bila kata sandi hilang atau laptop kantor rusak, dan "
    "membuka berkas yang dikirim pos kepada kantor ini. Tanpa lembar ini dan tanpa kata sandi, "
    "tidak seorang pun dapat membuka data itu, termasuk pembuat program."
)
_KEEPING = (
    N_(
        "Cetak dua lembar. Masukkan masing-masing ke dalam amplop, tutup, dan tanda tangani "
        "pada lipatannya."
    ),
    N_("Simpan kedua amplop di dua tempat terkunci yang berbeda, misalnya di dua brankas."),
    N_("Jangan difoto, dipindai, difotokopi, atau dikirim lewat WhatsApp maupun e-mail."),
    N_("Hapus berkas PDF lembar ini setelah dicetak."),
)
_USING = (
    N_("Buka amplop di hadapan dua petugas, dan catat tanggal serta alasannya."),
    N_(
        "Saat program meminta kunci pemulihan, pindai kode QR atau ketik kunci di atas: huruf "
        "besar, dari kiri ke kanan, baris demi baris, tanpa spasi."
    ),
    N_("Setelah dipakai, masukkan lembar ini ke amplop baru dan tutup kembali."),
)
_WITHOUT_PROGRAM = N_(
    "Tanpa program ini, berkas .jamsos dapat dibuka dengan alat umum age, zstd, dan tar, dengan "
    "kunci di atas sebagai berkas identitas age."
)
_BLANKS = (N_("Lembar ke … dari 2"), N_("Disimpan di"), N_("Nama dan tanda tangan"))


def write_recovery_sheet(
    target: Writable,
    *,
    office_name: str,
    identity: str,
    recipient: str,
    created_on: dt.date,
    practice: bool,
) -> None:
    """Write one page of A4.

    ``identity`` is the secret ``AGE-SECRET-KEY-1…``, ``recipient`` its public ``age1…``. Raises
    :class:`ValueError` for anything else: a sheet with half a key would be found out too late.
    """
    if not _IDENTITY.fullmatch(identity):
        raise ValueError("not an age identity")
    canvas = DocumentCanvas(target, title=_("Lembar pemulihan"), size=A4)
    if practice:
        _draw_practice_mark(canvas)
    _draw_header(canvas, office_name, created_on, practice=practice)
    y = _draw_section(canvas, A4[1] - 58 * MM, _("Untuk apa lembar ini"))
    y = _draw_paragraph(canvas, y, _(_PURPOSE))
    y = _draw_key(canvas, y - 3 * MM, identity, recipient)
    y = _draw_section(canvas, y - 9 * MM, _("Cara menyimpan"))
    y = _draw_list(canvas, y, [_(text) for text in _KEEPING])
    y = _draw_section(canvas, y - 4 * MM, _("Cara memakai"))
    y = _draw_list(canvas, y, [_(text) for text in _USING])
    _draw_paragraph(canvas, y - 1 * MM, _(_WITHOUT_PROGRAM))
    _draw_blanks(canvas)
    canvas.showPage()
    canvas.save()


def _draw_header(
    canvas: DocumentCanvas, office_name: str, created_on: dt.date, *, practice: bool
) -> None:
    """Dark field with the title, the office and the date."""
    bottom, height = A4[1] - 47 * MM, 32 * MM
    canvas.setFillColor(_BRAND)
    canvas.roundRect(_LEFT, bottom, _WIDTH, height, 2.5 * MM, stroke=0, fill=1)
    tile = 8 * MM
    draw_kawung(
        canvas,
        x=_RIGHT - 2 * tile - 4 * MM,
        y=bottom + 4 * MM,
        tile=tile,
        columns=2,
        rows=3,
        petal=HexColor("#FFFFFF"),
        heart=_ACCENT,
    )
    left, width = _LEFT + 7 * MM, _WIDTH - 38 * MM
    canvas.setFillGray(1)
    canvas.setFont(BOLD, 23)
    title = _("Lembar pemulihan") if not practice else _("Lembar pemulihan: LATIHAN")
    canvas.drawString(left, bottom + 20 * MM, title)
    office = fit_text(office_name, Room(SEMIBOLD, 12.5, 9, width, 6 * MM))
    canvas.setFont(SEMIBOLD, office.size)
    canvas.drawString(left, bottom + 12 * MM, office.lines[0] if office.lines else "")
    canvas.setFont(SEMIBOLD, 9.5)
    secret = _("RAHASIA · dibuat {date}", date=short_date(created_on))
    canvas.drawString(left, bottom + 5.6 * MM, secret)


def _draw_key(canvas: DocumentCanvas, top: float, identity: str, recipient: str) -> float:
    """The framed key: QR on the left, groups of four letters on the right."""
    height, qr = 54 * MM, 48 * MM
    bottom = top - height
    canvas.setStrokeColor(_ACCENT)
    canvas.setLineWidth(1.4)
    canvas.roundRect(_LEFT, bottom, _WIDTH, height, 2.5 * MM, stroke=1, fill=0)
    draw_qr(canvas, make_qr(identity), _LEFT + 2 * MM, bottom + 3 * MM, qr)
    left = _LEFT + qr + 6 * MM
    canvas.setFillColor(_QUIET)
    canvas.setFont(SEMIBOLD, 8.5)
    canvas.drawString(left, top - 8 * MM, _("Kunci pemulihan kantor"))
    canvas.setFillColor(_TEXT)
    canvas.setFont(MONO, 15.5)
    y = top - 15.5 * MM
    canvas.drawString(left, y, _PREFIX)
    secret = identity.removeprefix(_PREFIX)
    for start in range(0, len(secret), 20):
        row = secret[start : start + 20]
        y -= 7.5 * MM
        canvas.drawString(left, y, " ".join(row[at : at + 4] for at in range(0, len(row), 4)))
    canvas.setFillColor(_QUIET)
    canvas.setFont(REGULAR, 7)
    canvas.drawString(left, bottom + 7.5 * MM, _("Kunci umum yang cocok, boleh diketahui:"))
    public = fit_text(recipient, Room(MONO, 7, 5.5, _RIGHT - left - 3 * MM, 4 * MM))
    canvas.setFont(MONO, public.size)
    canvas.drawString(left, bottom + 4 * MM, public.lines[0])
    return bottom


def _draw_section(canvas: DocumentCanvas, y: float, heading: str) -> float:
    canvas.setFillColor(_BRAND)
    canvas.setFont(BOLD, 12.5)
    canvas.drawString(_LEFT, y, heading)
    return y - 6.2 * MM


def _draw_paragraph(canvas: DocumentCanvas, y: float, text: str, left: float = _LEFT) -> float:
    """Lines from ``y`` downwards; returns where the next ones go."""
    canvas.setFillColor(_TEXT)
    canvas.setFont(REGULAR, _BODY)
    for line in wrap(text, REGULAR, _BODY, _RIGHT - left):
        canvas.drawString(left, y, line)
        y -= _LEADING
    return y


def _draw_list(canvas: DocumentCanvas, y: float, texts: list[str]) -> float:
    """Numbered paragraphs."""
    for number, text in enumerate(texts, start=1):
        canvas.setFillColor(_ACCENT)
        canvas.setFont(BOLD, _BODY)
        canvas.drawString(_LEFT, y, f"{number}.")
        y = _draw_paragraph(canvas, y, text, _LEFT + 6 * MM) - 0.6 * MM
    return y


def _draw_blanks(canvas: DocumentCanvas) -> None:
    """Lines at the foot to be filled in by hand."""
    y, gap = 20 * MM, 6 * MM
    width = (_WIDTH - gap * (len(_BLANKS) - 1)) / len(_BLANKS)
    canvas.setStrokeColor(_QUIET)
    canvas.setLineWidth(0.6)
    canvas.setFillColor(_QUIET)
    canvas.setFont(REGULAR, 8)
    for index, label in enumerate(_BLANKS):
        left = _LEFT + index * (width + gap)
        canvas.line(left, y, left + width, y)
        canvas.drawString(left, y - 4 * MM, _(label))


def _draw_practice_mark(canvas: DocumentCanvas) -> None:
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.translate(A4[0] / 2, A4[1] * 0.3)
    canvas.rotate(32)
    canvas.setFont(BOLD, 92)
    canvas.drawCentredString(0, -32, _(PRACTICE))
    canvas.restoreState()
