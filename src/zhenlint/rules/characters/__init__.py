"""CH: characters that are invisible or look alike."""
