"""Commands: one a file, between the doors and the session."""
