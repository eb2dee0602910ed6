"""LK: links that are broken."""
