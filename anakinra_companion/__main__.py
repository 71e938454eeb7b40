"""Lets `python -m anakinra_companion` open the program."""

import sys

from anakinra_companion.main import main

sys.exit(main())
