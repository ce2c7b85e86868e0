"""Where a bundle starts: the same as `python -m fosdesk`."""

import sys

from fosdesk.__main__ import main

sys.exit(main())
