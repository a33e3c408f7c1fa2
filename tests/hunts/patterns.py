"""Attacks every pattern of ours with its own pieces, repeated ever more often: time may grow only as the text does.

script/hunt patterns [part of a pattern's place]
"""

import ast
import os
import re
import signal
import sys
from collections import defaultdict, deque
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from pkgutil import walk_packages
from time import process_time

import django

from tests.hunts.pattern_attacks import attacks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pbgdpl.settings")
ROOT = Path(__file__).parents[2]
WINGS = ("pbgdpl", "accounts", "plans", "events", "reports")
METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split")
SHORT, LONG = 6_000, 12_000  # characters
NOTICED = 0.006  # seconds, below which nothing that grows with the square of the length remains
MEASURED = 0.08  # seconds that a measure lasts: with a timer the clock of the processor ticks every 0.004
GROWTH = 2.9  # of the time, where the text is twice as long: 2 is linear, 4 quadratic
LONGEST = 1  # seconds, after which a pattern is stopped
MOST_ATTACKS = 200
BOUNDED_SECONDS = 0.01
# {place: the methods called on a pattern that stands in a table, and why}
METHODS_BY_PLACE = {
    f"pbgdpl.lib.file_contents.PATTERNS[{number}][0]": (["match"], "content_of() alone reads the table")
    for number in range(8)
} | {
    f"events.reading.line.ABOUT[{number}][0]": (["match"], "_kind() alone reads the table")
    for number in range(11)
}
# {place: the most characters that its callers give it, and why}
BOUNDED = {
    "reports.reading.report.places.NUMBER": (120, "a line of a letterhead, LONGEST_LINE"),
    "events.reading.line.NOT_HELD_ON": (60, "the characters before a place"),
    **{
        f"pbgdpl.lib.file_contents.PATTERNS[{number}][0]": (4096, "the first bytes of a file, BYTES_READ")
        for number in range(8)
    },
    **{
        f"events.reading.line.ABOUT[{number}][0]": (500, "_kind() reads LONGEST_NAME characters")
        for number in range(11)
    },
    "plans.reading.citation.before_reference.ISSUES": (
        220,
        "lead_of() reads REACH characters before a reference",
    ),
    "reports.reading.marks.DOT_LEADER": (40, "its callers give it the last LONGEST_DOT_LEADER characters"),
    "plans.reading.citation.connectives.BETWEEN_WORDS": (2_000, "reads our own lists of words"),
}


class Stopped(Exception):
    """The pattern took too long."""


def patterns():
    """Return {place: (pattern, its methods)} of everything that our modules compile and give a name."""
    django.setup()
    called, found = methods_by_place(), defaultdict(list)
    for wing in WINGS:
        package = import_module(wing)
        for module in (wing, *(one.name for one in walk_packages(package.__path__, f"{wing}."))):
            if ".migrations." not in module and module not in ("pbgdpl.gunicorn", "pbgdpl.wsgi"):
                for name, value in vars(import_module(module)).items():
                    for place, pattern in named(f"{module}.{name}", value):
                        found[pattern].append(place)
    return {places[0]: (pattern, methods_of(places, called)) for pattern, places in found.items()}


def named(place, value, depth=3):
    match value:
        case re.Pattern():
            yield place, value
        case dict() if depth:
            for key, one in value.items():
                yield from named(f"{place}[{key!r}]"[:100], one, depth - 1)
                yield from named(f"{place}.key", key, depth - 1)
        case list() | tuple() | set() | frozenset() if depth:
            for number, one in enumerate(value):
                yield from named(f"{place}[{number}]", one, depth - 1)
        case _ if depth and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
            for name in value.__dataclass_fields__:
                yield from named(f"{place}.{name}", getattr(value, name, None), depth - 1)


def written_in_calls():
    """Return {place: (pattern, its method)} of the patterns that stand in a call: `re.sub(r"\\s", "", text)`."""
    found = {}
    for source in chain.from_iterable((ROOT / wing).rglob("*.py") for wing in WINGS):
        for node in ast.walk(ast.parse(source.read_text())):
            match node:
                case ast.Call(ast.Attribute(ast.Name("re"), method), [ast.Constant(written), *_]):
                    if method in METHODS:
                        found[f"{module_of(source)}:{node.lineno}"] = (re.compile(written), [method])
    return found


def methods_by_place():
    """Return {place of a pattern, or its bare name where it is an attribute: methods that our code calls on it}."""
    called = defaultdict(set)
    for source in chain.from_iterable((ROOT / wing).rglob("*.py") for wing in WINGS):
        module, tree = module_of(source), ast.parse(source.read_text())
        origins = {
            one.asname or one.name: f"{node.module}.{one.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for one in node.names
        }
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(ast.Name(name), method) if method in METHODS:
                    called[origins.get(name, f"{module}.{name}")].add(method)
                case ast.Attribute(ast.Attribute(_, name), method) if method in METHODS:
                    called[name].add(method)
    return called


def module_of(source):
    return ".".join(source.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def methods_of(places, called):
    """Return the methods with which a pattern is attacked, all three ways where it is read from a table."""
    if places[0] in METHODS_BY_PLACE:
        return METHODS_BY_PLACE[places[0]][0]
    by_name = called[places[0].rpartition(".")[2]]
    return sorted(by_name.union(*(called[place] for place in places))) or ["fullmatch", "match", "search"]


def measured(pattern, method, attack, length):
    """Return the seconds of the processor that the pattern takes, the least of three measures."""
    once = run(pattern, method, attack, length)
    rounds = int(MEASURED / max(once, 0.001)) + 1
    return once if once >= LONGEST else min(run(pattern, method, attack, length, rounds) for _ in range(3))


def grown(pattern, method, attack, long):
    """Return how many times as long a text twice as long takes; growth is asked for twice, at other lengths."""
    if long >= LONGEST:
        return LONGEST / measured(pattern, method, attack, SHORT) + GROWTH
    growth = long / measured(pattern, method, attack, SHORT)
    return growth if growth <= GROWTH else measured(pattern, method, attack, 2 * LONG) / long


def run(pattern, method, attack, length, rounds=1):
    """Return the seconds of the processor that a round takes on a text of this length, at most LONGEST."""
    begin, piece, end = attack
    text = begin + piece * (length // len(piece)) + end
    nothing = ""
    if isinstance(pattern.pattern, bytes):
        text, nothing = text.encode(), b""
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    started = process_time()
    try:
        for _ in range(rounds):
            match method:
                case "sub" | "subn":
                    pattern.sub(nothing, text)
                case "finditer" | "findall":
                    deque(pattern.finditer(text), maxlen=0)
                case _:
                    getattr(pattern, method)(text)
    except Stopped:
        return LONGEST
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return (process_time() - started) / rounds


def stop(*_):
    raise Stopped


def worst(place, pattern, method):
    """Return (growth, seconds, attack) where time grows faster than the text, None where it does not."""
    longest = BOUNDED[place][0] if place in BOUNDED else None
    for attack in islice(dict.fromkeys(attacks(pattern)), MOST_ATTACKS):
        if run(pattern, method, attack, longest or LONG) > NOTICED:
            long = measured(pattern, method, attack, longest or LONG)
            if longest and long > BOUNDED_SECONDS:
                return 0, long, attack
            if not longest and long > NOTICED and (growth := grown(pattern, method, attack, long)) > GROWTH:
                return growth, long, attack
    return None


def main(asked=""):
    signal.signal(signal.SIGVTALRM, stop)
    every, faults = patterns() | written_in_calls(), 0
    if gone := (METHODS_BY_PLACE.keys() | BOUNDED.keys()) - every.keys():
        print(f"named here, but no pattern: {sorted(gone)}")
    asked_for = {place: one for place, one in every.items() if asked in place}
    for place, (pattern, methods) in asked_for.items():
        for method in methods:
            if found := worst(place, pattern, method):
                faults += 1
                growth, took, attack = found
                print(f"{place}.{method}: {growth:.1f} ×, {took:.3f} s: {attack}", flush=True)
    print(f"{len(asked_for)} patterns, {faults} faults")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
