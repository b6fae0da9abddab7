"""Documents drawn with ReportLab. Knows no database."""
