"""How gunicorn serves the site; the address comes from the command line."""

wsgi_app = "pbgdpl.wsgi"

# Two processes make two PDFs in the time of one; threads would only make each slower. The threads are there
# for browsers, which open connections ahead of need: an idle one would otherwise hold up a whole process.
workers = 2
worker_class = "gthread"
threads = 16

# The libraries are loaded once, before the processes part.
preload_app = True

# A long import or a report of a thousand pages may take its time.
timeout = 120
