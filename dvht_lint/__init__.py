"""dvht-lint: a citation-integrity linter.

    files -> readers -> Document -> quantities, sentences -> matchers -> Pair -> comparison -> rules
          -> Diagnostic -> reports | server

Stages never import each other. They share the model; only `session` knows the order.
"""

__version__ = "0.1.0"
