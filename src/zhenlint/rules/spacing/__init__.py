"""SP: spacing between Han, Latin letters, digits and punctuation."""
