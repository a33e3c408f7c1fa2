"""The site's settings with one address more, that of the bare view (load_urls.py)."""

from pbgdpl.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.load_urls"
