"""What is wrong or odd about the figures of a province's bodies: the faults of real filings, and what peers show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from django.utils.text import capfirst

from pbgdpl.lib.vietnamese import thousands
from reports.figures.bodies import Body, Oddity, Province
from reports.figures.evaluating import Values
from reports.figures.faults import (
    FAULT_OF_ORIGIN,
    Fault,
    are_copied,
    are_views,
    holds_digits,
    is_broken,
    is_crowd,
    is_digits,
    is_round,
    is_swing,
    per_session,
)
from reports.figures.peers import FEWEST_PEERS, far_from_peers, same_events
from reports.figures.places import is_elsewhere, province_in
from reports.figures.roles import Pair
from reports.figures.rules import FigureRule, Origin
from reports.figures.sentences import (
    RIGHT_ANYWAY,
    copy_words,
    crowd_words,
    digit_words,
    rule_words,
    swing_words,
    view_words,
    without_session_words,
)


def oddities(province: Province) -> tuple[Oddity, ...]:
    """Return what is wrong or odd about the bodies, in their order."""
    found = defaultdict[int, list[Oddity]](list)
    for judged in JUDGED:
        for one in judged(province):
            found[one.body].append(one)
    return tuple(one for body in province.bodies for one in found[body.pk])


def _broken_rules(province: Province) -> Iterator[Oddity]:
    for body in province.bodies:
        values = Values(body.figures, body.before, body.dashes)
        for code, rules in province.rules.items():
            for rule in rules:
                is_explained = rule.formula.compares_years and code in body.explained
                if is_broken(rule, _added(rule, values)) and not is_explained:
                    fault = FAULT_OF_ORIGIN[rule.origin]
                    yield Oddity(body.pk, code, fault, rule_words(rule, values), rule.is_blocking)


def _added(rule: FigureRule, values: Values) -> Values:
    """Return the values by which a rule is judged: "-" adds nothing to a sum of which other parts are stated."""
    total, *parts = rule.formula.codes
    if rule.origin is not Origin.SUM or total not in values.now or not values.now.keys() & set(parts):
        return values
    return replace(values, now=dict.fromkeys(parts, 0) | dict(values.now))


def _people(province: Province) -> Iterator[Oddity]:
    """Yield views among the people of online sessions, and crowds beside those that a column counts with them."""
    viewed = defaultdict[int, list[tuple[Pair, int, int]]](list)
    for pair in province.roles.pairs:
        if pair.is_online:
            for body, held, people in _views(province.bodies, pair):
                viewed[body.pk].append((pair, held, people))
                yield Oddity(body.pk, pair.people, Fault.VIEWS, capfirst(view_words(held, people)))
    for pair in province.roles.pairs:
        if not pair.is_online:
            for body, held, people in _held(province.bodies, pair):
                views = [one for one in viewed[body.pk] if pair.counts(one[0])]
                held -= sum(one for _, one, _ in views)
                people -= sum(one for _, _, one in views)
                if is_crowd(held, people):
                    yield Oddity(body.pk, pair.people, Fault.CROWD, capfirst(crowd_words(held, people)))


def _without_session(province: Province) -> Iterator[Oddity]:
    for pair in province.roles.pairs:
        for body in province.bodies:
            held, people = body.figures.get(pair.sessions), body.figures.get(pair.people)
            if people and (held == 0 or pair.sessions in body.dashes):
                yield Oddity(body.pk, pair.people, Fault.NO_SESSION, without_session_words(people))


def _views(bodies: Sequence[Body], pair: Pair) -> Iterator[tuple[Body, int, int]]:
    """Yield the bodies whose online sessions have the size of views, by those of their group."""
    sizes = defaultdict[str, list[float]](list)
    for body, held, people in _held(bodies, pair):
        sizes[body.group].append(per_session(held, people))
    usual = {group: median(of_group) for group, of_group in sizes.items() if len(of_group) >= FEWEST_PEERS}
    for body, held, people in _held(bodies, pair):
        if are_views(per_session(held, people), len(sizes[body.group]), usual.get(body.group)):
            yield body, held, people


def _held(bodies: Sequence[Body], pair: Pair) -> Iterator[tuple[Body, int, int]]:
    """Yield the bodies with sessions and people in a pair of columns, and how many."""
    for body in bodies:
        held, people = body.figures.get(pair.sessions), body.figures.get(pair.people)
        if held and people:
            yield body, held, people


def _publications(province: Province) -> Iterator[Oddity]:
    for one in province.roles.publications:
        for body in province.bodies:
            originals, posted = body.figures.get(one.originals), body.figures.get(one.posted)
            if originals is not None and are_copied(originals, posted, body.figures.get(one.copies)):
                yield Oddity(body.pk, one.originals, Fault.COPIES, capfirst(copy_words(originals, posted)))


def _swings(province: Province) -> Iterator[Oddity]:
    for body in province.bodies:
        for code in province.roles.numbers:
            now, before = body.figures.get(code), body.before.get(code)
            is_known = now is not None or code in body.dashes
            if before and is_known and is_swing(now or 0, before) and code not in body.explained:
                yield Oddity(body.pk, code, Fault.SWING, capfirst(swing_words(now, before)))


def _digits(province: Province) -> Iterator[Oddity]:
    for body in province.bodies:
        if is_digits(body.name):
            yield Oddity(body.pk, "", Fault.DIGITS, capfirst(digit_words(body.name)))
        for code, words in body.words.items():
            if holds_digits(province.labels.get(code, ""), words):
                yield Oddity(body.pk, code, Fault.DIGITS, capfirst(digit_words(words)))


def _places(province: Province) -> Iterator[Oddity]:
    for body in province.bodies:
        if is_elsewhere(body, province.receiver):
            named = next(filter(province_in, (body.parent_body, body.name)), body.place)
            sentence = (
                f"{body.name} ghi “{named}”, không thuộc {province.receiver.parent_body or province.receiver.place}. "
                "Sửa đầu văn bản của cơ quan, hoặc gắn cơ quan về nơi nhận khác."
            )
            yield Oddity(body.pk, "", Fault.PLACE, sentence)


def _far(province: Province) -> Iterator[Oddity]:
    return far_from_peers(province.bodies, province.roles.numbers)


def _round(province: Province) -> Iterator[Oddity]:
    """Yield round numbers of what is counted; money is allocated in round numbers."""
    for body in province.bodies:
        for code in province.roles.counted:
            figure = body.figures.get(code, 0)
            if is_round(figure):
                sentence = (
                    f"Ghi {thousands(figure)}, tròn nghìn: có thể là số ước. Hỏi số đếm được. {RIGHT_ANYWAY}"
                )
                yield Oddity(body.pk, code, Fault.ROUND, sentence)


def _same_events(province: Province) -> Iterator[Oddity]:
    names = {body.pk: body.name for body in province.bodies}
    code = next((pair.sessions for pair in province.roles.pairs if not pair.is_online), "")
    return same_events(province.events, names, code)


JUDGED: tuple[Callable[[Province], Iterator[Oddity]], ...] = (
    _broken_rules,
    _people,
    _without_session,
    _publications,
    _swings,
    _digits,
    _places,
    _same_events,
    _far,
    _round,
)
