"""Chinese words: what is known of them, how a text is cut into them, which of them are mistyped."""
