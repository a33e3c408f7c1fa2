"""How many wrong passwords are checked: by user name, by address and network, and over the whole site.

A person on a device or in a network where they logged in before has a limit of their own, which nobody elsewhere can
use up (OWASP: Slow Down Online Guessing Attacks with Device Cookies).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from accounts.models import LoginAttempt, Trust

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LOCKED = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many failures within a time, of those that share these fields with an attempt."""

    code: str
    most: int
    within: timedelta
    shared: tuple[str, ...]
    trusts: tuple[Trust, ...]
    counts_names: bool = False

    def rows(self, attempt: LoginAttempt, now: datetime) -> Q:
        same = {name: getattr(attempt, name) for name in self.shared}
        return Q(tried_at__gt=now - self.within, trust__in=self.trusts, **same)


NAME, NETWORK, SITE = "name", "network", "site"
UNKNOWN = (Trust.STRANGER,)
WITHOUT_DEVICE = (Trust.STRANGER, Trust.PLACE)
# Where so many names were tried, somebody goes through the names of an office: one try a name is left.
SPRAYED = (
    Limit(NETWORK, 10, HOUR, ("address",), WITHOUT_DEVICE, counts_names=True),
    Limit(NETWORK, 30, HOUR, ("network",), WITHOUT_DEVICE, counts_names=True),
)
ONE_A_NAME = Limit(NETWORK, 1, HOUR, ("name", "network"), WITHOUT_DEVICE)
LIMITS = {
    Trust.DEVICE: (
        Limit(NAME, 10, LOCKED, ("name", "device"), (Trust.DEVICE,)),
        Limit(NAME, 50, DAY, ("name", "device"), (Trust.DEVICE,)),
    ),
    Trust.PLACE: (
        Limit(NAME, 10, LOCKED, ("name", "network"), (Trust.PLACE,)),
        Limit(NAME, 30, DAY, ("name", "network"), (Trust.PLACE,)),
    ),
    Trust.STRANGER: (
        Limit(NAME, 10, LOCKED, ("name",), UNKNOWN),
        Limit(NAME, 30, DAY, ("name",), UNKNOWN),
        Limit(NETWORK, 200, HOUR, ("network",), UNKNOWN),
        Limit(SITE, 30, MINUTE, (), UNKNOWN),
        Limit(SITE, 300, HOUR, (), UNKNOWN),
    ),
}


def reached(attempt: LoginAttempt, now: datetime) -> tuple[Limit, datetime] | None:
    """Return the limit that an attempt has reached, with the moment at which it may be made; None if it may now.

    Of several limits it is the one that ends last. The attempt itself is not counted; one query where it may be made.
    """
    limits = LIMITS[Trust(attempt.trust)]
    watched = (*limits, ONE_A_NAME, *SPRAYED) if attempt.trust in WITHOUT_DEVICE else limits
    counts = _failures(attempt, now).aggregate(
        **{f"n{place}": _count(one, attempt, now) for place, one in enumerate(watched)}
    )
    full = {one for place, one in enumerate(watched) if counts[f"n{place}"] >= one.most}
    if not full.intersection(SPRAYED):
        full.discard(ONE_A_NAME)
    ends = ((one, _opens_at(one, attempt, now)) for one in full.difference(SPRAYED))
    return max(ends, key=lambda end: end[1], default=None)


def forget_old(now: datetime) -> None:
    """Delete the attempts that no limit counts any more."""
    LoginAttempt.objects.filter(tried_at__lte=now - DAY).delete()


def _failures(attempt: LoginAttempt, now: datetime) -> QuerySet[LoginAttempt]:
    return LoginAttempt.objects.filter(tried_at__gt=now - DAY).exclude(pk=attempt.pk)


def _count(limit: Limit, attempt: LoginAttempt, now: datetime) -> Count:
    counted = "name" if limit.counts_names else "pk"
    return Count(counted, distinct=limit.counts_names, filter=limit.rows(attempt, now))


def _opens_at(limit: Limit, attempt: LoginAttempt, now: datetime) -> datetime:
    """Return when the oldest of the failures that fill the limit no longer counts."""
    moments = _failures(attempt, now).filter(limit.rows(attempt, now)).order_by("-tried_at")
    last: Iterator[datetime] = iter(moments.values_list("tried_at", flat=True)[limit.most - 1 : limit.most])
    return next(last, now) + limit.within
