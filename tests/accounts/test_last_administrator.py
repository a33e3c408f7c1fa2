"""A department never loses its last administrator, even where two of them act at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from accounts.models import Role, User
from accounts.people import change_user, disable_user
from tests.factories import make_user


def demote(user, *, by):
    user.role = Role.STAFF
    change_user(user, by=by)


def at_once(*acts):
    """Do all of it at the same moment, each in a thread of its own; return what was raised, or None."""
    together = Barrier(len(acts))

    def one(act):
        try:
            together.wait()
            act()
        except PermissionDenied as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", [demote, disable_user])
def test_two_administrators_cannot_put_each_other_out(department, giang, act):
    for _ in range(10):
        other = make_user(department, Role.ADMINISTRATOR)
        people = [User.objects.get(pk=pk) for pk in (giang.pk, other.pk) * 2]
        raised = at_once(
            lambda giang=people[0], other=people[1]: act(other, by=giang),
            lambda giang=people[2], other=people[3]: act(giang, by=other),
        )
        left = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True)
        assert (raised.count(PermissionDenied), left.count()) == (1, 1)
        giang = left.get()
