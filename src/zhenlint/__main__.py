"""``python -m zhenlint``."""

from zhenlint.start import main

main()
