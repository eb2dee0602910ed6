"""PU: punctuation."""
