"""7,000 passwords over 100 names, from one address and from 50, while an office logs in.

    script/hunt logins [PASSWORDS [CASE]]

Prints how many passwords were checked, and how the people of the office fared: on the device where they logged in
before, in their network on another device, and those who were never there. CASE is one of CASES, from 0.
"""

import logging
import os
import sys
import tempfile
from collections import Counter
from datetime import timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "pbgdpl.settings"
os.environ["PBGDPL_DATA_DIR"] = tempfile.mkdtemp(prefix="pbgdpl-hunt-")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import F  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from accounts.models import LoginAttempt, LoginPlace  # noqa: E402
from tests.factories import PASSWORD, make_organisation, make_user  # noqa: E402

NAMES, COLLEAGUES, TIMES = 100, 10, 10
OFFICE = "203.0.113.7"
ONE = [OFFICE]
FIFTY_NEAR = [f"203.0.113.{number}" for number in range(1, 51)]
FIFTY_FAR = [f"198.51.{number}.9" for number in range(1, 51)]


def log_in(client, name, password, address):
    sent = {"username": name, "password": password}
    return client.post("/dang-nhap/", sent, REMOTE_ADDR=address).status_code


def everybody_in(people, clients):
    """Return how many people come in, each with a client; they leave again."""
    entered = 0
    for person, client in zip(people, clients, strict=True):
        entered += log_in(client, person.username, PASSWORD, OFFICE) == 302
        client.post("/dang-xuat/")
    return entered


def attack(names, addresses, passwords, people, devices):
    """Try the passwords, each for the next name from the next address; print who came in meanwhile."""
    answers, entered = Counter(), Counter()
    client = Client()
    for number in range(passwords):
        name, address = names[number % len(names)], addresses[number // len(names) % len(addresses)]
        answers[log_in(client, name, f"đoán lần {number}", address)] += 1
        if number % (passwords // TIMES) == passwords // TIMES - 1:
            entered["device"] += everybody_in(people, devices)
            entered["network"] += everybody_in(people, [Client() for _ in people])
    newcomers = [make_user(people[0].organisation) for _ in range(COLLEAGUES)]
    entered["never seen"] = everybody_in(newcomers, [Client() for _ in newcomers])
    LoginAttempt.objects.update(tried_at=F("tried_at") - timedelta(minutes=1))
    entered["a minute later"] = everybody_in(newcomers, [Client() for _ in newcomers])
    print(f"  checked {answers[200]} of {passwords}, refused with 429: {answers[429]}")
    print(
        f"  came in of {TIMES * COLLEAGUES}: on their device {entered['device']}, in their network without it "
        f"{entered['network']}; of {COLLEAGUES} never seen there: {entered['never seen']} at once, "
        f"{entered['a minute later']} a minute later"
    )


def hunt(title, addresses, passwords, own):
    """Let an office of ten log in once, then attack 100 names: theirs among them, or others."""
    LoginAttempt.objects.all().delete()
    LoginPlace.objects.all().delete()
    department = make_organisation()
    people = [make_user(department) for _ in range(COLLEAGUES)]
    others = [make_user(department).username for _ in range(NAMES - COLLEAGUES * own)]
    names = [one.username for one in people] * own + others
    devices = [Client() for _ in people]
    everybody_in(people, devices)
    print(f"{title}, {'names of the office among them' if own else 'names of others'}:")
    attack(names, addresses, passwords, people, devices)


CASES = [
    ("One address", ONE, 0),
    ("One address", ONE, 1),
    ("50 neighbours", FIFTY_NEAR, 0),
    ("50 neighbours", FIFTY_NEAR, 1),
    ("50 networks", FIFTY_FAR, 0),
    ("50 networks", FIFTY_FAR, 1),
]


def main(passwords=7000, case=None):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    logging.disable(logging.WARNING)
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    for title, addresses, own in CASES if case is None else [CASES[case]]:
        hunt(title, addresses, passwords, own)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
