"""What gunicorn serves."""

import os
import sys
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

# A query lets other threads run; beside eight busy ones it would wait for its turn 40 ms, and ten queries of one
# transaction, which others wait for as well, took a second. Now they take a tenth of that or less.
sys.setswitchinterval(0.0005)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pbgdpl.settings")

application = get_wsgi_application()

# Django would load the views, and the makers of PDF behind them, during each process's first request.
import_module(settings.ROOT_URLCONF)
