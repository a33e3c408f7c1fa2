"""The cells of directives, plans and policies in their lists."""

from django.utils.safestring import SafeString

from accounts.rows.list_rows import linked, or_lacking
from pbgdpl.lib.markup import markup
from pbgdpl.lib.vietnamese import official_date
from plans.kinds import PolicyKind
from plans.models import Directive, Plan, Policy

START = '<td class="number">{}</td><td class="date">{}</td><td class="kind">{}</td>'
BODY = '<td class="body">{}</td>'
SUBJECT = '<td class="subject">{}{}</td>'
POLICY = (
    '<td class="date">{}</td><td class="kind">{}</td><td class="subject">{}{}</td><td class="body">{}</td>'
    '<td class="count" data-of="Hoạt động">{}</td>'
)


def plan_cells(plan: Plan, address: str, marks: SafeString) -> SafeString:
    return markup(START + SUBJECT, *_start(plan, address), plan.subject or plan.wording, marks)


def directive_cells(directive: Directive, address: str, marks: SafeString) -> SafeString:
    subject = directive.subject or directive.wording
    start = _start(directive, address)
    return markup(START + BODY + SUBJECT, *start, directive.issuing_body, subject, marks)


def _start(row: Directive | Plan, address: str) -> tuple[str, str, str]:
    """Return the number, the day and the kind."""
    day = official_date(row.issued_on) if row.issued_on else ""
    return (
        linked(or_lacking(row.number, "Chưa có số"), address),
        or_lacking(day, "Chưa ghi ngày"),
        row.kind_text,
    )


def policy_cells(policy: Policy, address: str, marks: SafeString) -> SafeString:
    day = official_date(policy.due_on) if policy.due_on else ""
    return markup(
        POLICY,
        or_lacking(day, "Chưa ghi thời hạn"),
        PolicyKind(policy.kind).in_short,
        linked(policy.wording or policy.name, address),
        marks,
        or_lacking(policy.lead_body, "Chưa ghi"),
        or_lacking(str(policy.event_count or ""), "Chưa truyền thông"),
    )
