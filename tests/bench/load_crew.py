"""All the people at once: one thread for each, which mostly waits."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from threading import Thread

from tests.bench.load_client import Asked, Browser
from tests.bench.load_mix import DESK, Worker
from tests.bench.load_people import Person

SEED = 2024
SECONDS_AHEAD = 5  # that the long printing has before the others begin


class Crew:
    """The people with what each of them has saved so far; `work` lets them work and returns what they asked for."""

    def __init__(self, port: int, people: list[Person], versions: Mapping[int, int]) -> None:
        self.port = port
        self.workers = [
            Worker(
                person,
                Browser(port, person.session),
                random.Random(SEED + n),
                version=versions.get(person.section, 0),
            )
            for n, person in enumerate(people)
        ]

    def work(
        self, seconds: float, pause: float, *, bare: bool = False, printer: Person | None = None
    ) -> list[Asked]:
        if printer:
            self.print_in_background(printer)
        until = time.monotonic() + seconds
        threads = [
            Thread(target=one.work, args=(until, pause), kwargs={"bare": bare}) for one in self.workers
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        asked = [one for worker in self.workers for one in worker.browser.asked]
        for worker in self.workers:
            worker.browser.asked.clear()
        return asked

    def print_in_background(self, printer: Person) -> None:
        """Ask for the file of the long report; it is still being printed when the others have done their work."""
        browser = Browser(self.port, printer.session)
        Thread(target=browser.get, args=("in", f"{DESK}tai-ve/pdf/"), daemon=True).start()
        time.sleep(SECONDS_AHEAD)
