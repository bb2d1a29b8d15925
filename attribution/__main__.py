"""``python -m attribution`` is the console script."""

from attribution.cli import main

if __name__ == "__main__":
    main()
