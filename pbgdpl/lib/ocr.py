"""Reads scanned pages on this machine: Poppler draws the pages of a PDF, Pillow opens pictures, Tesseract reads both.

Each program runs in a process of its own with limited time and memory, which may write no file; it gets one picture
of at most `LONGEST_SIDE` pixels a side. Where Tesseract or its Vietnamese is missing, `is_available` is false.
"""

from __future__ import annotations

import shutil
import subprocess
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore

from pbgdpl.lib.apart import MOST_MEMORY, WorkFailed, call_apart
from pbgdpl.lib.ocr_lines import ScannedPage, page_of

PROGRAMS = ("tesseract", "pdftoppm", "prlimit")
LANGUAGE = "vie"
PAGE_COUNT, PICTURE = "pbgdpl.lib.ocr_pictures.page_count", "pbgdpl.lib.ocr_pictures.picture"
LONGEST_SIDE = 3000  # pixels: A4 at 256 dots an inch; more takes longer and reads no better
MOST_PAGES = 100
DRAWING_SECONDS, READING_SECONDS = 10, 30  # of the processor, a page
CLOCK_FACTOR = 4
UPRIGHT, ANY_WAY_UP = (
    "3",
    "1",
)  # page segmentation modes; the second finds out which side is up, and takes longer
GOOD_CONFIDENCE = 80  # per cent; a page below is read again any way up
# In each process of the server one page is read at a time.
PLACES = BoundedSemaphore(1)
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}

# Called before each page with the number of pages done and of all pages.
OnPage = Callable[[int, int], object]


class ScanUnreadable(Exception):
    """Raised where the pages of a file cannot be drawn or read within the limits."""


@cache
def is_available() -> bool:
    """Return whether this machine has the programs and Vietnamese for Tesseract."""
    if not all(shutil.which(program, path=ENVIRONMENT["PATH"]) for program in PROGRAMS):
        return False
    languages = subprocess.run(
        ["tesseract", "--list-langs"], env=ENVIRONMENT, capture_output=True, check=False, timeout=60
    )
    return LANGUAGE in languages.stdout.decode(errors="replace").split()


def scanned_pages(
    data: bytes, ending: str = "pdf", *, most_pages: int = MOST_PAGES, on_page: OnPage | None = None
) -> list[ScannedPage]:
    """Return what is read on each page of a scanned PDF, or on a picture ("jpg", "png"), at most `most_pages`.

    Raises ScanUnreadable.
    """
    try:
        count = min(_page_count(data), most_pages) if ending == "pdf" else 1
        pages = []
        for number in range(1, count + 1):
            if on_page:
                on_page(number - 1, count)
            with PLACES:
                pages.append(_read(_drawn(data, number) if ending == "pdf" else data))
    except (WorkFailed, subprocess.SubprocessError, OSError) as problem:
        raise ScanUnreadable from problem
    return pages


def _page_count(data: bytes) -> int:
    count: str = call_apart(PAGE_COUNT, data)
    return int(count)


def _drawn(data: bytes, number: int) -> bytes:
    """Return a page of a PDF as a grey picture of a known size, whatever size the page is."""
    place = ["-f", str(number), "-l", str(number)]
    command = ["pdftoppm", *place, "-gray", "-scale-to", str(LONGEST_SIDE), "-"]
    return _bounded(command, data, seconds=DRAWING_SECONDS)


def _read(image: bytes) -> ScannedPage:
    drawn = b64decode(call_apart(PICTURE, image))
    page = page_of(_table(drawn, UPRIGHT))
    if page.confidence >= GOOD_CONFIDENCE or not page.rows:
        return page
    turned = page_of(_table(drawn, ANY_WAY_UP))
    return max(page, turned, key=lambda one: one.confidence)


def _table(drawn: bytes, mode: str) -> str:
    """Return Tesseract's table of the words in a picture, "" for one that it cannot use."""
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", "300", "--psm", mode, "tsv"]
    return _bounded(command, drawn, seconds=READING_SECONDS).decode(errors="replace")


def _bounded(command: list[str], data: bytes, *, seconds: int) -> bytes:
    """Return what a program makes of the data on its standard input, within limits and without writing a file."""
    limits = [f"--cpu={seconds}", f"--as={MOST_MEMORY}", "--fsize=0", "--core=0"]
    done = subprocess.run(
        ["prlimit", *limits, "--", *command],
        input=data,
        capture_output=True,
        check=True,
        cwd="/",
        env=ENVIRONMENT,
        timeout=seconds * CLOCK_FACTOR,
        restore_signals=False,  # a file that may not be written is an error for the program, not its end
    )
    return done.stdout
