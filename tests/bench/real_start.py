"""Importing this imports PySide6 as a real start of the program does, for what measures a window."""

from fosdesk.ui.tuning import import_qt

import_qt()
