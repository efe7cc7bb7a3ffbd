"""Matchers: which statement a claim rests on."""
