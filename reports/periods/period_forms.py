"""The statistical forms of an open period: another one takes the place of a form, shown before it is saved.

What bodies settled is kept by its code, so that it is shown again where a later form has the column again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.conflict import Conflict
from accounts.history import record
from accounts.models import BodyGroup, ChangeKind, Organisation, User
from reports.figures.form import form_of_group, sets_in_use
from reports.models import Figure, Indicator, IndicatorSet, NoticeKind, ReportingPeriod
from reports.models.indicators import GROUPS
from reports.notices import notify_each
from reports.periods.extensions import arrived_of
from reports.periods.lifecycle import locked_period, period_address
from reports.periods.template_sets import PARTS, copy_set, described_set, differences, rows_of

MOST_NAMES = 5  # of bodies in a refusal
PROVINCE = ""  # the group of the form that the receiver adds up
GROUP_LABELS = dict(GROUPS)
# The forms chosen by the groups that they are for; None takes the period's form away.
Chosen = Mapping[str, IndicatorSet | None]
CLOSED = "Kỳ báo cáo đã đóng. Mở lại kỳ trước khi đổi biểu."
UNCHANGED = "Những biểu được chọn đang dùng rồi, không có gì để đổi."


@dataclass(frozen=True, slots=True)
class Replaced:
    """What becomes different for the bodies of a group, or of several with one form; None where there is no form."""

    groups: tuple[str, ...]
    before: IndicatorSet | None
    after: IndicatorSet | None
    came: tuple[Indicator, ...]
    went: tuple[Indicator, ...]
    changed: tuple[tuple[Indicator, Indicator, str], ...]  # before and after, with what is different in words
    bodies: tuple[Organisation, ...]
    left: tuple[tuple[Organisation, tuple[Figure, ...]], ...]  # settled figures without a column any more
    arrived: tuple[Organisation, ...]  # those whose submitted report keeps its form

    @property
    def notified(self) -> tuple[Organisation, ...]:
        return tuple(one for one in self.bodies if one.is_active and one.reports_to_id)

    @property
    def words(self) -> str:
        return "; ".join(GROUP_LABELS[group] for group in self.groups)


def replaced(period: ReportingPeriod, chosen: Chosen) -> list[Replaced]:
    """Return what the chosen forms change, for each form that bodies then fill in instead of another.

    Raises ValidationError where a form cannot be chosen, and where bodies have settled figures of one to be taken away.
    """
    chosen = _new(period, chosen)
    bodies = {one.pk: one for one in period.receiver.departments.order_by("code")}
    settled = _settled(period, (*bodies, period.receiver_id))
    found = []
    for (before, after), groups in _affected(period, chosen).items():
        within = tuple(one for one in bodies.values() if one.group in groups)
        within = within if PROVINCE not in groups else (*within, period.receiver)
        figures = [(one, settled[one.pk]) for one in within if one.pk in settled]
        if figures and any(form is None and group in groups for group, form in chosen.items()):
            raise ValidationError(_settled_words(groups[0], [str(one) for one, _ in figures]))
        found.append(_compared(groups, before, after, within, figures, period))
    return found


def _settled_words(group: str, names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    rest = f" và {more} đơn vị khác" if more > 0 else ""
    named = f"{', '.join(names[:MOST_NAMES])}{rest}"
    return f"Không bỏ được biểu của nhóm {GROUP_LABELS[group]}: {named} đã chốt số. Chọn biểu khác thay vào."


@transaction.atomic
def change_forms(period: ReportingPeriod, chosen: Chosen, *, version: int, by: User) -> list[Replaced]:
    """Give a period copies of other forms; notify the bodies that fill them in, and return what has changed.

    Raises Conflict where somebody saved the period since `version`, ValidationError as `replaced` and of a closed one.
    """
    stored = locked_period(period, by)
    if stored.version != version:
        raise Conflict(stored)
    changes = replaced(stored, chosen)
    values: list[list[str]] = []
    for group, form in _new(stored, chosen).items():
        old = stored.indicator_sets.filter(group=group).first()
        values += _in_words(group, old, form)
        if old:
            old.delete()
        if form:
            copy_set(form, organisation=stored.receiver, period=stored)
    stored.version += 1
    stored.save(update_fields=["version"])
    record(stored, ChangeKind.EDITED, by=by, values=values)
    _tell(stored, changes)
    return changes


def _new(period: ReportingPeriod, chosen: Chosen) -> dict[str, IndicatorSet | None]:
    """Return the choices that change something; raise ValidationError where there is none."""
    if period.closed_at:
        raise ValidationError(CLOSED)
    stored = {one.group: one for one in period.indicator_sets.all()}
    new = {group: form for group, form in chosen.items() if _in_words(group, stored.get(group), form)}
    if not new:
        raise ValidationError(UNCHANGED)
    return new


def _in_words(group: str, before: IndicatorSet | None, after: IndicatorSet | None) -> list[list[str]]:
    """Return how a form differs from another one, as the history of the period has it."""
    sides = [described_set(one, rows_of(one).all()) if one else {} for one in (before, after)]
    label = f"biểu số liệu, {GROUP_LABELS[group]}"
    return [[f"{label}: {what}", was, became] for what, was, became in differences(*sides)]


def _affected(
    period: ReportingPeriod, chosen: Chosen
) -> dict[tuple[IndicatorSet | None, IndicatorSet | None], tuple[str, ...]]:
    """Return the groups whose bodies get another form, by the form before and after."""
    before = sets_in_use(period.receiver_id, period.key)
    kept = [one for one in before if one.period_id is None or one.group not in chosen]
    after = [*(_as_copy(one, period) for one in chosen.values() if one), *kept]
    found: dict[tuple[IndicatorSet | None, IndicatorSet | None], tuple[str, ...]] = {}
    for group in GROUP_LABELS:
        pair = _in_use(before, group), _in_use(after, group)
        if pair[0] != pair[1]:
            found[pair] = (*found.get(pair, ()), group)
    return found


def _as_copy(form: IndicatorSet, period: ReportingPeriod) -> IndicatorSet:
    """Return the form as the period's, not saved."""
    taken = copy(form)
    taken.period = period
    return taken


def _in_use(sets: Sequence[IndicatorSet], group: str) -> IndicatorSet | None:
    if group == PROVINCE:
        return next((one for one in sets if one.group == PROVINCE), None)
    return form_of_group(sets, BodyGroup(group))


def _settled(period: ReportingPeriod, bodies: Iterable[int]) -> dict[int, tuple[Figure, ...]]:
    """Return what bodies have settled in their reports on the period, by their pks; one query."""
    figures = Figure.objects.filter(
        report__organisation__in=[*bodies],
        report__reporting_year=period.reporting_year,
        report__period_kind=period.kind,
    )
    found: dict[int, tuple[Figure, ...]] = {}
    for one in figures.select_related("report").order_by("pk"):
        if one.says_something:
            found[one.organisation_id] = (*found.get(one.organisation_id, ()), one)
    return found


def _compared(
    groups: tuple[str, ...],
    before: IndicatorSet | None,
    after: IndicatorSet | None,
    bodies: tuple[Organisation, ...],
    settled: Iterable[tuple[Organisation, tuple[Figure, ...]]],
    period: ReportingPeriod,
) -> Replaced:
    was, now = ({one.code: one for one in form.indicators.all()} if form else {} for form in (before, after))
    left = ((body, tuple(one for one in figures if one.code not in now)) for body, figures in settled)
    return Replaced(
        groups=groups,
        before=before,
        after=after,
        came=tuple(one for code, one in now.items() if code not in was),
        went=tuple(one for code, one in was.items() if code not in now),
        changed=tuple(
            (was[code], one, words)
            for code, one in now.items()
            if code in was and (words := _different(was[code], one))
        ),
        bodies=bodies,
        left=tuple((body, figures) for body, figures in left if figures),
        arrived=arrived_of(bodies, period),
    )


def _different(before: Indicator, after: Indicator) -> str:
    """Return what of a column is different: "đơn vị tính, cách đếm"; "" where nothing is."""
    names = [name for name in PARTS[IndicatorSet].row if getattr(before, name) != getattr(after, name)]
    return ", ".join(str(Indicator._meta.get_field(name).verbose_name) for name in names)  # type: ignore[union-attr]


def _tell(period: ReportingPeriod, changes: Iterable[Replaced]) -> None:
    """Notify every body that reports and gets another form."""
    for one in changes:
        form = f"dùng {one.after.name}" if one.after else "không còn biểu"
        words = f"{period.receiver} đổi biểu số liệu của báo cáo {period.key.words}: nay {form}. Xem lại trang Số liệu."
        notify_each(dict.fromkeys(one.notified, words), NoticeKind.OPENED, period_address(period))
