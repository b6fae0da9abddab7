"""Where files are uploaded to and fetched from. Knows no database; libraries load when used.

:mod:`jamsos_desktop.transports.place` is what the four destinations have in common,
:mod:`jamsos_desktop.transports.pieces` the one way in which files cross.
"""
