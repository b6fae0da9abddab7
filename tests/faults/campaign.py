"""How thorough the campaigns are: ``make faults`` tries every case, a run of all tests a sample."""

import os

THOROUGH = os.environ.get("FAULTS") == "all"
