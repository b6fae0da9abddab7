"""Pure rules: what is true of NIKs, regions, people, contributions and journals. Only msgspec."""
