"""Runs work that takes longer than a page may, in a thread of the server, and records how far it is.

The work is a function of ours at the top of a module. It gets a `Progress` and its arguments, which must be JSON, and
returns the address of the page with its result. It may run again after the server was restarted, so that it must
begin by itself what it may find half done. What takes the processor long belongs in a process of its own
(`pbgdpl.lib.apart`): the thread shares the interpreter with the pages. No transaction may last over several steps.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from importlib import import_module
from threading import BoundedSemaphore, Thread
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connections, transaction
from django.utils import timezone

from accounts.models import LongWork, User
from accounts.models.long_work import WorkState

# What one process of the server does at a time; more waits for its turn.
PLACES = BoundedSemaphore(2)
MOST_OF_ONE_PERSON = 3
SECONDS_BETWEEN_SIGNS = 10
KEPT_FOR = timedelta(days=2)

WAITS = "Đang chờ đến lượt."
BROKEN = "Có lỗi ngoài dự kiến khi thực hiện. Bấm “Làm lại”; nếu vẫn lỗi, báo người quản trị."
TOO_MANY = f"Bạn đang có {MOST_OF_ONE_PERSON} việc chạy cùng lúc. Chờ một việc xong rồi gửi lại."

logger = logging.getLogger(__name__)


class WorkRefused(Exception):
    """Raised by work that cannot be carried out; says why, and the way out, in a sentence."""


class TooManyWorks(ValidationError):
    """Raised for a person who has as many works running as one may."""

    def __init__(self) -> None:
        super().__init__(TOO_MANY)


class WorkTakenOver(Exception):
    """Raised in work that runs a second time meanwhile, or whose record was deleted."""


class Progress:
    """Records how far the work is, for its page; each call is one statement in the database."""

    def __init__(self, work: LongWork) -> None:
        self.work = work

    @property
    def by(self) -> User:
        return self.work.started_by

    def tell(self, sentence: str, *, done: int | None = None, total: int | None = None) -> None:
        """Show a sentence and how many steps are done; raise WorkTakenOver if the work is no longer this one's."""
        counts = {name: count for name, count in (("done", done), ("total", total)) if count is not None}
        longest = LongWork._meta.get_field("sentence").max_length or 0
        self._write(sentence=sentence[:longest], seen_at=timezone.now(), **counts)

    def keep(self, result: Any) -> None:
        """Store a result as JSON, for the page that the work leads to."""
        self._write(result=result)

    def end(self, **values: str) -> None:
        self._write(ended_at=timezone.now(), **values)

    def sign(self) -> None:
        """Record that the server is still at work."""
        self._write(seen_at=timezone.now())

    def _write(self, **values: Any) -> None:
        found = LongWork.objects.filter(pk=self.work.pk, attempt=self.work.attempt, ended_at=None)
        if not found.update(**values):
            raise WorkTakenOver


Work = Callable[..., str]


def start(
    work: Work, *, by: User, year: int, title: str, back: str, total: int = 0, **arguments: object
) -> str:
    """Start work in the background and return the address of the page that shows its progress.

    Raises TooManyWorks. Within a transaction it begins when that is committed.
    """
    LongWork.objects.filter(started_at__lt=timezone.now() - KEPT_FOR).delete()
    unfinished = LongWork.objects.filter(started_by=by, ended_at=None)
    running = [one for one in unfinished if one.state is WorkState.RUNNING]
    if len(running) >= MOST_OF_ONE_PERSON:
        raise TooManyWorks
    one = LongWork.objects.create(
        started_by=by,
        year=year,
        title=title[:200],
        function=f"{work.__module__}:{work.__qualname__}",
        arguments=arguments,
        back=back,
        total=total,
        sentence=WAITS,
    )
    _set_going(one)
    return one.get_absolute_url()


@transaction.atomic
def start_again(work: LongWork) -> None:
    """Start work again that failed or was interrupted; do nothing where it runs or is done."""
    stored = LongWork.objects.select_for_update().get(pk=work.pk)
    if stored.state not in (WorkState.FAILED, WorkState.INTERRUPTED):
        return
    stored.attempt += 1
    stored.done, stored.sentence, stored.refusal, stored.result = 0, WAITS, "", None
    stored.seen_at, stored.ended_at = timezone.now(), None
    stored.save()
    _set_going(stored)


def _set_going(work: LongWork) -> None:
    if settings.LONG_WORK_IN_BACKGROUND:
        transaction.on_commit(lambda: Thread(target=_look_after, args=[work], daemon=True).start())
    else:
        _carry_out(work)


def _look_after(work: LongWork) -> None:
    """Run the work in a thread, and sign while it lasts: nobody signs for a server that was stopped."""
    thread = Thread(target=_in_turn, args=[work], daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(SECONDS_BETWEEN_SIGNS)
            _sign(work)
    finally:
        connections.close_all()


def _sign(work: LongWork) -> None:
    try:
        Progress(work).sign()
    except WorkTakenOver:
        pass  # it ended
    except DatabaseError:
        logger.exception("Không ghi được tiến độ của việc %s.", work.key)


def _in_turn(work: LongWork) -> None:
    try:
        with PLACES:
            _carry_out(work)
    finally:
        connections.close_all()


def _carry_out(work: LongWork) -> None:
    """Call the work and record how it ended."""
    progress = Progress(work)
    module, _, name = work.function.partition(":")
    try:
        function: Work = getattr(import_module(module), name)
        end = partial(progress.end, leads_to=function(progress, **work.arguments))
    except WorkTakenOver:
        return
    except WorkRefused as refusal:
        end = partial(progress.end, refusal=str(refusal)[:500])
    except Exception:
        logger.exception("Việc %s bị lỗi.", work.key)
        end = partial(progress.end, refusal=BROKEN)
    try:
        end()
    except WorkTakenOver:
        logger.warning("Việc %s đã chạy lại hoặc bị xóa.", work.key)
