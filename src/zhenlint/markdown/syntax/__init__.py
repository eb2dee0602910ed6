"""One module for each construct that CommonMark's own rules do not cover."""
