"""The first window of a fresh installation: practice, station or office."""
