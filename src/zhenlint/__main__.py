"""``python -m zhenlint``."""

from zhenlint.start import main

if __name__ == "__main__":
    main()
