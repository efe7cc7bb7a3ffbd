"""Edits that change the meaning."""
