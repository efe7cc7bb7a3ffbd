"""Rules on statements."""
