"""Renders one report in a process of its own, so that its memory can be read: python -m tests.bench.peak pdf 1"""

import sys

from tests.bench.site import open_site, tenfold

open_site()

from reports.compiling.formats import FORMATS  # noqa: E402
from reports.demo.load import load_demo  # noqa: E402 (models need the site)
from tests.bench.reports import measured_document  # noqa: E402
from tests.bench.timing import peak  # noqa: E402

load_demo()
document, _ = measured_document()
if sys.argv[1] in FORMATS:
    FORMATS[sys.argv[1]].render(tenfold(document) if sys.argv[2] == "10" else document)
print(peak())
