"""The document model: Markdown text to prose with exact positions."""
