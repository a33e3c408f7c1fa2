"""What gunicorn serves."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pbgdpl.settings")

application = get_wsgi_application()

# Django would load the views, and the makers of PDF behind them, during each process's first request.
import_module(settings.ROOT_URLCONF)
