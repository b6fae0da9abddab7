"""The .jamsos envelope: seal, open, verify. Knows no database."""
