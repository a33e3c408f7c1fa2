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
from itertools import islice
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
NOTICED = 0.003  # seconds, below which nothing that grows with the square of the length remains
GROWTH = 2.9  # of the time, where the text is twice as long: 2 is linear, 4 quadratic
LONGEST = 1  # seconds, after which a pattern is stopped
MOST_ATTACKS = 200


class Stopped(Exception):
    """The pattern took too long."""


def patterns():
    """Return {place: pattern} of everything that our modules compile and give a name."""
    django.setup()
    found = {}
    for wing in WINGS:
        package = import_module(wing)
        for module in (wing, *(one.name for one in walk_packages(package.__path__, f"{wing}."))):
            if ".migrations." not in module and module not in ("pbgdpl.gunicorn", "pbgdpl.wsgi"):
                for name, value in vars(import_module(module)).items():
                    for place, pattern in named(f"{module}.{name}", value):
                        found.setdefault(pattern, place)
    return {place: pattern for pattern, place in found.items()}


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


def methods_by_name():
    """Return {name of a pattern: methods that our code calls on that name}."""
    called = defaultdict(set)
    for wing in WINGS:
        for source in (ROOT / wing).rglob("*.py"):
            for node in ast.walk(ast.parse(source.read_text())):
                if isinstance(node, ast.Attribute) and node.attr in METHODS:
                    name = (
                        node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
                    )
                    called[name].add(node.attr)
    return called


def run(pattern, method, attack, length):
    """Return the seconds of the processor that the pattern takes on a text of this length, at most LONGEST."""
    begin, piece, end = attack
    text = begin + piece * (length // len(piece)) + end
    nothing = ""
    if isinstance(pattern.pattern, bytes):
        text, nothing = text.encode(), b""
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    started = process_time()
    try:
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
    return process_time() - started


def stop(*_):
    raise Stopped


def worst(pattern, method):
    """Return (growth, seconds, attack) where time grows faster than the text, None where it does not."""
    for attack in islice(dict.fromkeys(attacks(pattern)), MOST_ATTACKS):
        if run(pattern, method, attack, LONG) > NOTICED:
            short, long = (
                min(run(pattern, method, attack, length) for _ in range(3)) for length in (SHORT, LONG)
            )
            if long > NOTICED and (long > GROWTH * short or long >= LONGEST):
                return long / max(short, 1e-6), long, attack
    return None


def main(asked=""):
    signal.signal(signal.SIGVTALRM, stop)
    called, faults = methods_by_name(), 0
    every = {place: one for place, one in patterns().items() if asked in place}
    for place, pattern in every.items():
        name = re.split(r"[.\[]", re.sub(r"\[.*", "", place))[-1]
        for method in sorted(called.get(name) or ["fullmatch", "match", "search"]):
            if found := worst(pattern, method):
                faults += 1
                growth, took, attack = found
                print(f"{place}.{method}: {growth:.1f} ×, {took:.2f} s: {attack}", flush=True)
    print(f"{len(every)} patterns, {faults} faults")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
