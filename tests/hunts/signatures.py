"""Forged, extended and re-signed copies of a submitted PDF; none is called what it is not.

    script/hunt signatures [COUNT [SEED]]

A copy that is called signed, or not signed yet, has the pages of the submitted PDF, drawn and as text, and names who
signed as the certificates do. No copy may break the check of an upload, or take long. Ends with 1 for a fault.
"""

import logging
import os
import sys
import tempfile
from collections import Counter
from itertools import count, islice
from random import Random
from time import monotonic

os.environ["DJANGO_SETTINGS_MODULE"] = "pbgdpl.settings"
os.environ.setdefault("PBGDPL_DATA_DIR", tempfile.mkdtemp(prefix="pbgdpl-hunt-"))
import django

django.setup()

from reports.submission.signatures import signatures_on  # noqa: E402
from tests.lib.forged_documents import kinds  # noqa: E402
from tests.reports.submission.judging_forgeries import fault_of, here  # noqa: E402

LONGEST_HERE = 3  # seconds without limits; what takes longer is checked again as the site does it
LONGEST = 25  # seconds: the check has ten of the processor and twenty on the clock


def copies(random):
    """Yield the kinds again and again: (name, PDF, whether signed is the right answer: None where both are)."""
    _, forged, stating, right = kinds()
    groups = ((forged, False), (stating, None), (right, True))
    for _ in count():
        for group, is_right in groups:
            for name, make in group.items():
                yield name, make(random), is_right


def main() -> int:
    asked, seed = (*map(int, sys.argv[1:]), *(400, 1)[len(sys.argv) - 1 :])
    logging.disable()
    earlier, *_ = kinds()
    said, faults, slowest = Counter(), 0, 0.0
    for name, pdf, is_right in islice(copies(Random(seed)), asked):
        start = monotonic()
        found, fault = fault_of(pdf, earlier, is_right, here)
        if (took := monotonic() - start) > LONGEST_HERE:
            start = monotonic()
            found, fault = fault_of(pdf, earlier, is_right, signatures_on)
            took = monotonic() - start
        slowest = max(slowest, took)
        said[found] += 1
        if fault or took > LONGEST:
            faults += 1
            print(f"  SAI: {name}: {found}, {fault or f'{took:.0f} giây'}", flush=True)
    print(f"{asked} bản, lâu nhất {slowest:.1f} giây: {dict(said.most_common())}; {faults} chỗ sai.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
