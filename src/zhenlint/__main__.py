"""``python -m zhenlint``."""

from zhenlint.cli import main

main(prog_name="zhenlint")
