"""What the page saved by itself is there after the server was killed and started again, and so is the person."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode

from django.conf import settings
from lxml import html

STARTS_WITHIN = 60  # seconds, on a busy machine
TEXT = "Chữ gõ ngay trước khi máy chủ dừng."
# Makes a site of its own with Bình's report; prints the section and the session in which Bình is logged in.
MAKE = """
import json, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.test import Client
from accounts.models import Role
from tests.factories import make_organisation, make_report, make_user
department = make_organisation()
section = make_report(department).sections.last()
client = Client(SERVER_NAME="127.0.0.1")
client.force_login(make_user(department, Role.LEGAL_OFFICER))
client.get("/mat-khau/")
print(json.dumps([section.pk, client.cookies["sessionid"].value, client.cookies["csrftoken"].value]))
"""


def in_a_site_of_its_own(folder, *words):
    """Return how a Python program is started on SQLite in a folder."""
    environment = os.environ | {
        "PBGDPL_DATA_DIR": str(folder),
        "PBGDPL_DEBUG": "1",
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "pbgdpl.settings",
    }
    return {"args": [sys.executable, *words], "cwd": settings.BASE_DIR, "env": environment}


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


@contextmanager
def server(folder):
    """Serve the site on a free port; on leaving, the server is killed as by a failure of the power."""
    port = free_port()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    call = in_a_site_of_its_own(folder, "manage.py", "runserver", f"127.0.0.1:{port}", "--noreload")
    process = subprocess.Popen(**call, **quiet)
    try:
        wait_for(port)
        yield port
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def wait_for(port):
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"no server at port {port}")


def test_an_autosave_and_the_session_outlive_a_killed_server(tmp_path):
    made = subprocess.run(
        **in_a_site_of_its_own(tmp_path, "-c", MAKE), capture_output=True, text=True, check=True
    )
    section, session, token = json.loads(made.stdout)
    headers = {"Cookie": f"sessionid={session}; csrftoken={token}", "X-CSRFToken": token}
    address = f"/bao-cao/2024/muc/{section}/"
    with server(tmp_path) as port:
        form = headers | {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"body": TEXT, "version": 1})
        assert ask(port, "POST", f"{address}tu-luu/", body, form)[0] == 200
    with server(tmp_path) as port:
        status, page = ask(port, "GET", address, None, headers)
    (box,) = html.fromstring(page).xpath("//textarea[@name='body']")
    assert (status, box.text.strip()) == (200, TEXT)


def ask(port, method, address, body, headers):
    connection = HTTPConnection("127.0.0.1", port, timeout=STARTS_WITHIN)
    connection.request(method, address, body, headers)
    answer = connection.getresponse()
    read = answer.status, answer.read().decode()
    connection.close()
    return read
