"""What every page has that lets paper out: sheets to look at, a printer, and its questions."""
