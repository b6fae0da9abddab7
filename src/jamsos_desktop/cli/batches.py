"""The options of commands that print for many people: who they are, and why they get it again."""

from typing import Annotated

import typer

NotPrinted = Annotated[bool, typer.Option(help="Hanya yang belum dicetak.")]
Ceremony = Annotated[
    bool, typer.Option("--ceremony", help="Hanya calon untuk penyerahan simbolis.")
]
First = Annotated[str, typer.Option("--from", help="Nomor antrean atau pendaftaran.")]
Last = Annotated[str, typer.Option("--to", help="Sampai nomor ini.")]
Village = Annotated[str, typer.Option(help="Kode kelurahan.")]
Rw = Annotated[str, typer.Option(help="Tiga angka.")]
Rt = Annotated[str, typer.Option(help="Tiga angka.")]
Reason = Annotated[str, typer.Option(help="Cetak ulang: rusak, hilang, data, atau lain.")]
Note = Annotated[str, typer.Option(help="Keterangan cetak ulang.")]
