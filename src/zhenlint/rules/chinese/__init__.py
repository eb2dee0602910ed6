"""ZH: Chinese words."""
