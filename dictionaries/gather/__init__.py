"""Gather the imported word lists of ``dictionaries/english`` from published packages.

``python -m dictionaries.gather FOLDER`` does it; ``dictionaries/sources.toml`` names the packages.
"""
