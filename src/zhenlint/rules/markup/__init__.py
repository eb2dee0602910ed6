"""MD: markup that does not render."""
