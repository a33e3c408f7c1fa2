"""The cells of events in their list."""

from django.utils.safestring import SafeString
from django.utils.text import capfirst

from accounts.rows.list_rows import NOTHING, linked, or_lacking
from events.kinds import EventKind
from events.models import Event
from pbgdpl.lib.markup import markup

KINDS = dict(EventKind.choices)
CELLS = '<td class="date">{}</td><td class="kind">{}</td><td class="subject">{}{}{}{}</td><td class="count">{}</td>'


def event_cells(event: Event, address: str, marks: SafeString) -> SafeString:
    partners = markup("\n<small>Phối hợp: {}</small>", event.partners) if event.partners else NOTHING
    return markup(
        CELLS,
        or_lacking(capfirst(event.held), "Chưa ghi ngày"),
        KINDS.get(event.kind, event.kind),
        linked(event.wording or event.name, address),
        NOTHING if event.wording else event.description,
        partners,
        marks,
        or_lacking(event.turnout, "Chưa ghi"),
    )
