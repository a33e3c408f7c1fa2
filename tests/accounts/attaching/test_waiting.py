"""A file that waited long for its row is thrown away, unless its row is saved that very moment."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.attaching.keeping import attach_waiting, discard_forgotten
from accounts.models import Attachment
from tests.factories import make_attachment, make_plan

FAR_ENOUGH = 0.5  # seconds, in which the other one comes as far as it can; a slow one finds nothing to do


def discard():
    try:
        with transaction.atomic():
            discard_forgotten()
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_file_is_kept_that_an_attaches_while_forgotten_ones_are_thrown_away(an, department):
    file, plan = make_attachment(department), make_plan(department)
    long_ago = timezone.now() - timedelta(days=3)
    Attachment.objects.update(object_id=None, content_type=None, added_at=long_ago)
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            attach_waiting(file, row=plan, by=an)
            discarded = threads.submit(discard)
            with suppress(TimeoutError):
                discarded.result(FAR_ENOUGH)
        discarded.result()
    assert (Attachment.objects.get().row, file.file.storage.exists(file.file.name)) == (plan, True)
