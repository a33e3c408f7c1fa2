"""The verb by which a department replies to the notes on a returned report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from accounts.history import record
from accounts.models import ChangeKind, User
from pbgdpl.lib.vietnamese import first_words
from reports.models import NoteReply, ReplyKind, Report, ReviewNote
from reports.states import Action, locked, require

WHOLE = "cả báo cáo"


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as a person gives it; a note that is not followed needs a reason."""

    kind: ReplyKind
    reason: str = ""


@transaction.atomic
def reply_to_notes(report: Report, replies: Mapping[int, Reply], *, by: User) -> int:
    """Save the replies by the pk of their notes; return how many of them are new or changed.

    Only the notes on the version that was returned last can be replied to; other pks are ignored.
    """
    stored = locked(report)
    submission = require(Action.REPLY, report=stored, by=by).submission
    notes = submission.notes.select_related("reply").filter(pk__in=replies) if submission else ()
    changes = [change for note in notes for change in _save(note, replies[note.pk], by)]
    if changes:
        record(stored, ChangeKind.EDITED, by=by, values=changes)
    return len(changes)


def _save(note: ReviewNote, given: Reply, by: User) -> list[list[str]]:
    """Save the reply to a note; return the change for the history, none if it is the same as before."""
    reply = getattr(note, "reply", None) or NoteReply(note=note)
    before = str(reply) if reply.pk else ""
    reply.kind, reply.reason = given.kind, given.reason
    reply.full_clean(exclude={"written_by"})
    if str(reply) == before:
        return []
    reply.written_by = by
    reply.save()
    part = first_words(note.heading) if note.heading else WHOLE
    return [[f"trả lời nhận xét về {part}", before, str(reply)]]
