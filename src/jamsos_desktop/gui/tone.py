"""The rank of a word in a coloured pill or a message. No Qt."""

from typing import Literal

Tone = Literal["neutral", "primary", "accent", "success", "warning", "error", "info"]
