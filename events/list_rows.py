"""The cells of events in their list."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from accounts.rows.list_rows import linked, or_lacking
from events.kinds import EventKind
from events.models import Event

KINDS = dict(EventKind.choices)
CELLS = '<td class="date">{}</td><td class="kind">{}</td><td class="subject">{}{}{}{}</td><td class="count">{}</td>'


def event_cells(event: Event, address: str, marks: SafeString) -> SafeString:
    partners = format_html("\n<small>Phối hợp: {}</small>", event.partners) if event.partners else ""
    return format_html(
        CELLS,
        or_lacking(capfirst(event.held), "Chưa ghi ngày"),
        KINDS.get(event.kind, event.kind),
        linked(event.wording or event.name, address),
        "" if event.wording else event.description,
        partners,
        marks,
        or_lacking(event.turnout, "Chưa ghi"),
    )
