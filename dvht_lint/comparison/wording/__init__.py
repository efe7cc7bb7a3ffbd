"""The classes of edits of words, one a module; what one has explained, no later one speaks of."""
