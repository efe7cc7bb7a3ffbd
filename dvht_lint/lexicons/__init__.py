"""Lexicons: words as data, each file with its provenance."""
