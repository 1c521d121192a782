"""The tests: they mirror the rooms; windows are drawn offscreen unless said otherwise."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
