"""`python -m inspector`."""

import sys

from inspector.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a bundle starts itself again for every process of its own
    sys.exit(main())
