"""Edits that keep the meaning."""
