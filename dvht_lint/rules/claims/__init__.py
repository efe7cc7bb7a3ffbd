"""Rules on claims."""
