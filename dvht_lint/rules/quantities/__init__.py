"""Rules on quantities."""
