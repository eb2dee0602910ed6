"""EN: English words and names."""
