#!/usr/bin/env python
"""Runs Django's commands for this site; a wrong setting is told in one sentence."""

import os
import sys
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # The database and what else the site keeps is for its owner alone, also in a directory that others may read.
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pbgdpl.settings")
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ImproperlyConfigured as error:
        sys.exit(f"Cấu hình sai: {error}")
    execute_from_command_line(sys.argv)
