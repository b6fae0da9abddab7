"""The encrypted database: keys, tables, journal, projections, search, and shipped reference data."""
