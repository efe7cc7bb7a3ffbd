"""Citations compared: one work or two, and where the citations of one differ."""
