"""Rules on contacts."""
