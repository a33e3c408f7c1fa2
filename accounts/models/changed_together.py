"""Many changes that one command made, stored so that they can be undone together."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, TypedDict
from uuid import uuid4

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from accounts.models.people import Organisation, User
from pbgdpl.lib.fields import LineField

STORED_FOR = timedelta(days=30)


class ChangedItem(TypedDict):
    """One changed object: what it was before, and the version by which a later change is recognised."""

    model: str  # "plans.plan"
    pk: int
    version: int  # after the change
    before: dict[str, Any]  # {name of the field: its value as JSON, or the pks of the linked rows}


class ChangedTogetherQuerySet(models.QuerySet["ChangedTogether"]):
    def made_by(self, user: User) -> ChangedTogetherQuerySet:
        """Filter the changes that a user may undo: the user's own, in the user's present organisation."""
        return self.filter(made_by=user, organisation=user.organisation)

    def store(self, items: list[ChangedItem], *, by: User, words: str) -> ChangedTogether:
        """Store a change, and delete those that are too old to be undone."""
        self.filter(made_at__lt=timezone.now() - STORED_FOR).delete()
        return self.create(organisation=by.organisation, made_by=by, words=words, items=items)


class ChangedTogether(models.Model):
    """A command that changed many objects: rows, or parts of a report."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)
    words = LineField(max_length=300)  # what was done, as in "Đã hoàn tác việc …": "chuyển sang Phòng A"
    items = models.JSONField(encoder=DjangoJSONEncoder)  # a list of `ChangedItem`
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ChangedTogetherQuerySet.as_manager()

    def __str__(self) -> str:
        return self.words
