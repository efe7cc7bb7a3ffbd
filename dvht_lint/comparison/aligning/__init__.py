"""Reading two texts into words and linking them: which word of the claim stands for which of the statement."""
