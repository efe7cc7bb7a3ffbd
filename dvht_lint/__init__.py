"""dvht-lint: a citation-integrity linter.

    files -> readers -> Document -> quantities, sentences -> matchers -> Pair -> comparison -> rules
          -> Diagnostic -> reports | server

Stages never import each other. They share the model; only `session` knows the order.
"""

__version__ = "0.1.0"
HOME_PAGE = "https://dvht-lint.github.io/"
"""Where the pages of the rules and the schemas are published; a fork changes it here and nowhere else."""
