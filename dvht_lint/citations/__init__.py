"""Citations: text to the CSL-JSON fields of the works it cites."""
