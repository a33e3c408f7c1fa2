"""Gives the readers of people's text repeated pieces: a text twice as long may take twice as long, not four times.

script/hunt readers [part of a reader's name]
"""

import signal
import sys
from collections.abc import Iterable
from importlib import import_module
from itertools import product
from time import process_time

import django

from tests.hunts.patterns import GROWTH, Stopped, stop

LENGTH = 10_000  # characters, and twice as many
NOTICED = 0.04  # seconds, below which nothing that grows with the square of the length remains
LONGEST = 20  # seconds, after which a reader is stopped
OPENINGS = ("", "Ngày 5/3/2025, Sở tổ chức Hội nghị ", "1. Kế hoạch số 12/KH-SXD ngày 05/3/2025 về ")
PIECES = (
    "a", "A", "đ", "Ế", "a\u0301", " ", "\xa0", "\t", "\n", "\n\n", "\r\n", "a ", "A ", "a\n", "0", "1 ",
    "1\n", "12.", "1.000.", "-", "–", "- ", "-a", "(", ")", "()", "(a ", "[", "[[", "[[hoạt động]]\n", "]]",
    "“", "”", '"', '" ', "‘", "'a", "“a” ", "|", "| ", "|a|\n", "|a", "|-|\n", ".", ". ", ".a", "…", ",", ", ",
    ";", "; ", ":", ": ", "/", "a/", "1/", "_", "*", "%", "&", "<", "<a>", "+ a\n", "- a\n", "a) ", "a) a\n",
    "1. a\n", "1.1. A\n", "I. A\n", "I", "V", "đ) a\n", "Điều 1. ", "Phụ lục I\n", "PHỤ LỤC\n", "số 1/",
    "số 1/KH-", "12/KH-SXD ", "12/KH-", "1/2/", "1/1/2024 ", "ngày 01/01/2024", "ngày 01/01/2024 ", "ngày 1 ",
    "ngày ", "tháng 1 ", "năm 2024 ", "năm ", "năm 2023, ", "2024", "2024-2025 ", "từ ngày 1/1 đến ",
    "quý I, ", "Kế hoạch số ", "Kế hoạch số 1/KH-A ngày 1/1/2024; ", "Kế hoạch ", "Quyết định ", "về việc ",
    "ban hành ", "của ", "của Sở ", "của UBND ", "và ", "và số ", "số ", "Luật ", "Luật A, ", "Sở Tư pháp ",
    "đã ", "sẽ ", "tổ chức ", "Hội nghị ", "03 hội nghị cho 200 người; ", "120 người ", "phối hợp với ",
    "tại xã Sen, ", "trực tuyến ", "tờ gấp ", "Căn cứ ", "Căn cứ Luật A;\n", "Nơi nhận:\n", "- Như trên;\n",
    "Kính gửi: ", "CỘNG HÒA ", "Độc lập - ", "BÁO CÁO\n", "ĐẾN ", "an@", "a@a ", "nghành ", "của của ", "a ,",
    " ;", "a  ", "a.\n", "(năm 2024", "so với năm ", "giai đoạn 2021-", "\u200b", "\u00ad", "\0",
)  # fmt: skip


def seconds(reader, text, rounds=1) -> float:
    """Return the seconds of the processor that the reader takes, at most LONGEST."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    started = process_time()
    try:
        for _ in range(rounds):
            found = reader(text)
            if isinstance(found, Iterable):
                list(found)
    except Stopped:
        return LONGEST
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return (process_time() - started) / rounds


def growth(reader, opening, piece) -> tuple[float, float] | None:
    """Return how many times as long a text twice as long takes, and its seconds, where that is too long.

    Growth is asked for twice, at other lengths.
    """
    for length in (LENGTH, 2 * LENGTH):
        short, long = (
            measured(reader, opening + piece * (size // len(piece))) for size in (length, 2 * length)
        )
        if long < NOTICED or (long <= GROWTH * short and long < LONGEST):
            return None
    return long / short, long


def measured(reader, text) -> float:
    """Return the seconds of the processor that a reader takes, the least of three measures if it is short."""
    took = seconds(reader, text)
    rounds = int(0.1 / max(took, 0.001)) + 1
    return took if not NOTICED / 4 < took < 1 else min(seconds(reader, text, rounds) for _ in range(3))


def main(asked=""):
    signal.signal(signal.SIGVTALRM, stop)
    django.setup()  # before the readers can be imported
    readers = import_module("tests.hunts.readers_of_text").READERS
    asked_for, faults = {name: one for name, one in readers.items() if asked in name}, 0
    for name, reader in asked_for.items():
        for opening, piece in product(OPENINGS, PIECES):
            try:
                found = growth(reader, opening, piece)
            except Exception as error:
                faults += 1
                print(f"{name}: {error!r}: {opening!r}, {piece!r}", flush=True)
            else:
                if found:
                    faults += 1
                    print(f"{name}: {found[0]:.1f} ×, {found[1]:.2f} s: {opening!r}, {piece!r}", flush=True)
    print(f"{len(asked_for)} readers, {len(OPENINGS) * len(PIECES)} texts each, {faults} faults")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
