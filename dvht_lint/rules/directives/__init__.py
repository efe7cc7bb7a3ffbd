"""Rules on directives."""
