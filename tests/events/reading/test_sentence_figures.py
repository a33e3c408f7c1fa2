"""How well events are read in sentences, measured: events by name, days, people; and none where none was held."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from events.management.commands.read_events import event_values
from events.reading import read_events
from pbgdpl.lib.vietnamese import clean_line, fold

REAL_SENTENCES = Path(settings.BASE_DIR).parent / "shared" / "data" / "event-sentences.jsonl"
REPORT = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"
OUR_SENTENCES = Path(__file__).parent / "sentences.jsonl"
WORDS = [
    *(
        "Ngày 7/11,",
        "từ ngày 3 đến 5/3/2025",
        "tháng 3/2025",
        "quý III",
        "31/9/2025",
        "Sở Tư pháp",
        "tại xã Sen,",
    ),
    *(
        "phối hợp với Hội Luật gia",
        "tổ chức",
        "đã",
        "sẽ",
        "Hội nghị",
        "03 lớp tập huấn",
        "tuyên truyền",
        "cuộc thi",
    ),
    *("cho 120 người", "hơn 1.200", "đại biểu", "gần 5,3 triệu", "tờ gấp", "cấp phát", "và", ";", "."),
    *(
        "Luật Giá",
        "ngày 19/6/2023",
        "12/KH-STP",
        "trong đó",
        "2.000.000.000 người",
        "0 người",
        ",",
        "(",
        "“",
        "”",
    ),
]
SAME_NAME = 0.5  # of the words of both names


@dataclass(frozen=True)
class Figures:
    """Precision and recall of events; of those found, the shares with the right kind, days and people."""

    precision: float
    recall: float
    kinds: float
    days: float
    people: float

    @property
    def f1(self):
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self):
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  hình thức {self.kinds:.3f}  "
            f"thời gian {self.days:.3f}  số người {self.people:.3f}"
        )


def read(sentence, year):
    return [event_values(event) for event in read_events(sentence, year=year)]


def likeness(name, other):
    words, others = Counter(fold(name).split()), Counter(fold(other).split())
    return 2 * (words & others).total() / (words.total() + others.total())


def is_named(event, sentence):
    names = [sentence["name"], *sentence.get("accept_names", [])]
    return max(likeness(event["name"], name) for name in names) >= SAME_NAME


def has(event, sentence, *values):
    return all(event[value] == sentence[value] for value in values)


def measure(sentences):
    """Return the figures over annotated sentences, each about one event or none."""
    expected = found = right = kinds = days = people = 0
    for sentence in sentences:
        year = int(sentence["held_from"][:4]) if sentence.get("needs_year") else None
        events = read(sentence["sentence"], year)
        expected, found = expected + sentence["event"], found + len(events)
        event = next((one for one in events if sentence["event"] and is_named(one, sentence)), None)
        if event:
            right += 1
            kinds += event["kind"] in [sentence["kind"], *sentence.get("accept_kinds", [])]
            days += has(event, sentence, "held_from", "held_to", "precision")
            people += event["attendance"] in [sentence["attendance"], *sentence.get("accept_attendance", [])]
    return Figures(right / found, right / expected, kinds / right, days / right, people / right)


def annotated(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_no_text_is_too_odd_and_every_word_of_a_value_stands_in_it(text):
    for event in read_events(text, year=2025):
        for words in (
            event.name,
            event.place or "",
            event.partners or "",
            *(one.what for one in event.handouts),
        ):
            assert words in clean_line(text)
        assert (event.held_from is None) == (event.precision == "none")
        assert event.held_to is None or event.held_from < event.held_to


@pytest.mark.parametrize("line", annotated(OUR_SENTENCES), ids=lambda line: line["sentence"])
def test_our_own_sentences_are_read(line):
    assert read(line["sentence"], line["year"]) == line["events"]


def test_there_are_enough_sentences_of_our_own():
    sentences = annotated(OUR_SENTENCES)
    assert len({line["sentence"] for line in sentences}) == len(sentences) >= 60
    assert sum(not line["events"] for line in sentences) >= 25


def test_real_sentences_are_read(capsys):
    if not REAL_SENTENCES.exists():
        pytest.skip(f"the annotated real sentences are not at {REAL_SENTENCES}")
    sentences = annotated(REAL_SENTENCES)
    figures = measure(sentences)
    with capsys.disabled():
        print(f"\n{len(sentences)} câu thật: {figures}")
    assert figures.precision >= 0.95
    assert figures.f1 >= 0.93
    assert min(figures.kinds, figures.days, figures.people) >= 0.95


def test_a_real_report_tells_of_its_seven_events_and_of_no_other():
    if not REPORT.exists():
        pytest.skip(f"the real report is not at {REPORT}")
    lines = REPORT.read_text(encoding="utf-8").splitlines()
    found = [(event.held_from, event.attendance) for line in lines for event in read_events(line, year=2024)]
    days = ["2024-03-01", "2024-03-01", None, "2024-03-05", "2024-07-30", "2024-09-06", "2024-10-12"]
    people = [200, None, None, None, None, None, None]
    assert [(day and day.isoformat(), number) for day, number in found] == list(
        zip(days, people, strict=True)
    )
