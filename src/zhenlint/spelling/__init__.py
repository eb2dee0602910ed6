"""Word data and the detectors of misspellings; knows no Markdown syntax and no rule."""
