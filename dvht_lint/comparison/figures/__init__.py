"""Figures compared as sets of values with roles: bound to each other, each difference with one reason."""
