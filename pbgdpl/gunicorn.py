"""How gunicorn serves the site; the address comes from the command line."""

import os

from pbgdpl.lib.pool import start_pool

wsgi_app = "pbgdpl.wsgi"

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
MOST_PROCESSES = 8

# The threads are there for browsers, which open connections ahead of need, and for those who wait for a print. Each
# has a connection to the database: PostgreSQL allows 100 as it comes.
workers = min(max(2, CORES), MOST_PROCESSES)
worker_class = "gthread"
threads = 64 // workers

# The libraries are loaded once, before the processes part.
preload_app = True

# A long import or a report of a thousand pages may take its time.
timeout = 120


def when_ready(server: object) -> None:
    """Start what prints, before the processes of the site part: as many processes as there are cores."""
    start_pool(count=workers, places=threads // 2, warm_up="reports.document.pdf.page_style")
