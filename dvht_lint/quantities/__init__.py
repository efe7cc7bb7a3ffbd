"""Quantities: the figures of a text, as sets of values with a role."""
