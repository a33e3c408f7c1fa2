"""What people do on the day of the deadline: mostly read, often save, sometimes print."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from tests.bench.load_client import Browser
from tests.bench.load_people import Person
from tests.bench.load_urls import BARE
from tests.bench.province import WORDS

DESK = "/bao-cao/2024/"
BOARD = "/tong-hop/2024/"
FOUND, OK = 302, 200
READ = (
    (10, "trang chủ", "/nam/2024/"),
    (14, "danh sách", "/ke-hoach/2024/"),
    (8, "danh sách", "/hoat-dong/2024/"),
    (4, "tìm", "/tim/2024/?tim=luat+duong+bo"),
    (14, "bàn làm việc", DESK),
    (4, "rà soát", f"{DESK}ra-soat/"),
    (4, "xem trước", f"{DESK}xem/"),
    (2, "bản in", f"{DESK}ban-in/"),
    (1, "tải PDF", f"{DESK}tai-ve/pdf/"),
    (1, "tải DOCX", f"{DESK}tai-ve/docx/"),
)
JUSTICE = (
    (10, "trang chủ", "/nam/2024/"),
    (30, "bảng tổng hợp", BOARD),
    (10, "bảng tổng hợp", f"{BOARD}?tim=so+thu&trang-thai=da-nop"),
    (4, "thông báo", "/thong-bao/2024/"),
    (2, "tải bảng tổng hợp", f"{BOARD}bang-tinh/"),
)


@dataclass(slots=True)
class Worker:
    """One person at work; `rows` are the numbers of the plans, `text` is the last text that the site said was saved."""

    person: Person
    browser: Browser
    chance: random.Random
    rows: list[str] = field(default_factory=list)
    text: str = ""
    is_text_sure: bool = True  # not where a request to save the text got no clear answer
    version: int = 0

    def work(self, until: float, pause: float, *, bare: bool) -> None:
        """Do one thing after another, with pauses of `pause` seconds on average, until the moment comes."""
        actions = [(1, self.read("trang trống", BARE))] if bare else self.actions()
        weights, calls = [one[0] for one in actions], [one[1] for one in actions]
        time.sleep(self.chance.uniform(0, pause))
        while time.monotonic() < until:
            self.chance.choices(calls, weights)[0]()
            time.sleep(self.chance.uniform(0, 2 * pause))

    def actions(self) -> list[tuple[int, Callable[[], object]]]:
        reading = READ if self.person.section else JUSTICE
        actions: list[tuple[int, Callable[[], object]]] = [
            (weight, self.read(name, address)) for weight, name, address in reading
        ]
        if self.person.section:
            actions += [(10, self.open_section), (12, self.autosave), (4, self.save), (8, self.add_row)]
        return actions

    def read(self, name: str, address: str) -> Callable[[], object]:
        return lambda: self.browser.get(name, address)

    @property
    def section(self) -> str:
        return f"{DESK}muc/{self.person.section}/"

    def open_section(self) -> None:
        self.browser.get("mục", self.section)

    def autosave(self) -> None:
        text = self.typed()
        status, answer = self.browser.post(
            "tự lưu mục", f"{self.section}tu-luu/", {"body": text, "version": self.version}
        )
        self.remember(text, saved=status == OK)
        if status == OK:
            self.version = json.loads(answer)["version"]

    def save(self) -> None:
        text = self.typed()
        status, _ = self.browser.post("lưu mục", self.section, {"body": text, "version": self.version})
        self.remember(text, saved=status == FOUND)
        self.version += status == FOUND

    def typed(self) -> str:
        return f"{WORDS}\n\nViết lần {uuid4().hex}."

    def remember(self, text: str, *, saved: bool) -> None:
        if saved:
            self.text, self.is_text_sure = text, True
        elif self.browser.asked[-1].status != 503:
            self.is_text_sure = False

    def add_row(self) -> None:
        number = f"{uuid4().int % 10**12}/KH-SM"
        values = {
            "kind_text": "Kế hoạch",
            "number": number,
            "issued_on": "12/03/2024",
            "subject": f"về phổ biến văn bản số {number}",
            "reporting_year": 2024,
            "in_report": "on",
            "sent_key": uuid4(),
        }
        status, _ = self.browser.post("thêm dòng", "/ke-hoach/2024/them/", values)
        if status == FOUND:
            self.rows.append(number)
