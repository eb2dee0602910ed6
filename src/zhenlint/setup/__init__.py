"""A project's first configuration: what its documents show, and what other checkers were told."""
