"""Rules on documents."""
