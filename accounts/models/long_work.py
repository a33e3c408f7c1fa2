"""Work that takes longer than a page may: who started it, how far it is, how it ended."""

from datetime import timedelta
from enum import Enum, auto
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from pbgdpl.lib.fields import LineField

# The server signs every few seconds that it is at work; after this silence it was stopped or restarted.
SILENCE = timedelta(minutes=1)


class WorkState(Enum):
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()
    INTERRUPTED = auto()


class LongWork(models.Model):
    """A function of ours that runs in the background for a person, with its arguments, so that it can run again."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    started_at = models.DateTimeField(auto_now_add=True)
    year = models.PositiveSmallIntegerField()  # of the page that started it
    title = LineField(max_length=200)  # "Đọc 12 tệp"
    function = models.CharField(max_length=200)  # "reports.reading.papers.work:read_papers"
    arguments = models.JSONField(default=dict)
    back = models.CharField(max_length=500)  # the address to start from anew

    attempt = models.PositiveSmallIntegerField(default=1)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    sentence = LineField(max_length=300, blank=True)  # says what is done now
    seen_at = models.DateTimeField(default=timezone.now)  # when the server was last at it
    ended_at = models.DateTimeField(null=True, blank=True)
    refusal = LineField(max_length=500, blank=True)  # says why it failed
    leads_to = models.CharField(max_length=500, blank=True)  # the address of the page with its result
    result = models.JSONField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("long_work", args=[self.year, self.key])

    @property
    def state(self) -> WorkState:
        if self.ended_at:
            return WorkState.DONE if self.leads_to else WorkState.FAILED
        is_silent = timezone.now() - self.seen_at > SILENCE
        return WorkState.INTERRUPTED if is_silent else WorkState.RUNNING
