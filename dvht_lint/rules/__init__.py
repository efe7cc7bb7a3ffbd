"""Rules: one small module each; the folder is the family, the module's docstring the rule's page."""
