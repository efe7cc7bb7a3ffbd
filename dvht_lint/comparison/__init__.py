"""Comparison: two texts aligned once, every difference one edit with one reason."""
