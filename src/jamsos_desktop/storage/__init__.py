"""The encrypted database: keys, tables, journal, projections, search; shipped reference data."""
