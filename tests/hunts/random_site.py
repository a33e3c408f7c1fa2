"""Fills the site of the environment with random rows and files: python -m tests.hunts.random_site SEED ROUNDS

Each round is one transaction, as a verb is, and saves a plan and an event with the same number: an archive has both.
"""

import os
import sys
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from random import Random

os.environ["DJANGO_SETTINGS_MODULE"] = "pbgdpl.settings"
import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402

from accounts.history import record  # noqa: E402
from accounts.models import Attachment, ChangeKind, Organisation, Role, UploadedSheet  # noqa: E402
from tests import factories  # noqa: E402
from tests.factories import (  # noqa: E402
    make_attachment,
    make_division,
    make_earlier_report,
    make_event,
    make_long_work,
    make_organisation,
    make_plan,
    make_report,
    make_submission,
    make_user,
)

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy ẤỐỰỹ \"\\'{}[]%;\u2028\u00a0e\u0301\U0001f600\t"


def text(random: Random, longest: int) -> str:
    return "".join(random.choices(LETTERS, k=random.randrange(1, longest)))


def fill_round(random: Random, number: int) -> None:
    body = random.choice(list(Organisation.objects.all()))
    by = make_user(body, random.choice(Role.values), username=f"nguoi-{number}", full_name=text(random, 50))
    day = date(2024, 1, 1) + timedelta(days=random.randrange(366))
    plan = make_plan(body, number=f"{number}/KH", subject=text(random, 500), issued_on=day)
    make_event(body, name=f"Sự kiện {number}", held_from=day, attendance=random.randrange(10**6))
    record(plan, ChangeKind.EDITED, by=by, values=[[text(random, 20), text(random, 300), ""]])
    data = random.randbytes(random.choice((0, 1, 5000, 300_000)))
    make_attachment(
        body, row=plan, added_by=by, data=data, sha256=sha256(data).hexdigest(), name=text(random, 90)
    )
    if random.random() < 0.2:
        make_division(body).delete()
        make_long_work(by, result={text(random, 9): [random.random(), None, True, text(random, 50)]})
        UploadedSheet.objects.store(random.randbytes(20_000), rows="plan", by=by)
    if random.random() < 0.1:
        department = make_organisation(
            code=f"S{number}", name=text(random, 100), reports_to=Organisation.objects.first()
        )
        make_submission(make_report(department, (1, text(random, 200), text(random, 5000))))
        make_earlier_report(department, data=text(random, 3000).encode())
    if random.random() < 0.1:
        forget(random)


def forget(random: Random) -> None:
    """Delete a file as `discard_forgotten` does: the row, and after the commit what it named."""
    one = random.choice(list(Attachment.objects.all()))
    one.delete()
    transaction.on_commit(lambda: one.file.storage.delete(one.file.name))


def main() -> None:
    seed, rounds = map(int, sys.argv[1:])
    random = Random(seed)
    factories.numbers = count(seed * 10**6)  # another process has used the first ones
    if not Organisation.objects.exists():
        make_organisation(code="STP", name="Sở Tư pháp")
    for number in range(seed * 10**7, seed * 10**7 + rounds):
        with transaction.atomic():
            fill_round(random, number)


main()
