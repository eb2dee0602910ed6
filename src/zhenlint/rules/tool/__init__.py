"""ZL: what the tool says about itself."""
