"""The event's lists on paper, and handing cards over: opened from the page "Cetak"."""
