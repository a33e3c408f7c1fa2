"""How well lines are read, measured: documents by kind, number and date; subjects; bodies."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from plans.reading import read_documents

REAL_LINES = Path(settings.BASE_DIR).parent / "shared" / "data" / "citation-lines.jsonl"
VARIATIONS = Path(__file__).parent / "variations.jsonl"


@dataclass(frozen=True)
class Figures:
    """Precision, recall and F1 of (kind, number, date); of those found, the shares with the right words."""

    precision: float
    recall: float
    subjects: float
    bodies: float

    @property
    def f1(self):
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def __str__(self):
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  "
            f"trích yếu {self.subjects:.3f}  cơ quan {self.bodies:.3f}"
        )


def read(line):
    return [
        {
            "kind": citation.kind.label,
            "number": citation.number,
            "issued_on": citation.issued_on.isoformat() if citation.issued_on else None,
            "issuing_body": citation.issuing_body,
            "subject": citation.subject,
        }
        for citation in read_documents(line)
    ]


def counted(documents, *names):
    return Counter(tuple(document[name] for name in names) for document in documents)


def measure(lines):
    """Return the figures over annotated lines; a right subject belongs to the right document."""
    known = ("kind", "number", "issued_on")
    annotated_count = found = right = right_subjects = right_bodies = 0
    for line in lines:
        expected, actual = line["documents"], read(line["line"])
        annotated_count, found = annotated_count + len(expected), found + len(actual)
        right += (counted(expected, *known) & counted(actual, *known)).total()
        right_subjects += (counted(expected, *known, "subject") & counted(actual, *known, "subject")).total()
        right_bodies += (
            counted(expected, *known, "issuing_body") & counted(actual, *known, "issuing_body")
        ).total()
    return Figures(
        right / found,
        right / annotated_count,
        right_subjects / annotated_count,
        right_bodies / annotated_count,
    )


def annotated(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("difficulty", ["plain", "hard"])
def test_our_own_lines_are_read(difficulty, capsys):
    lines = [line for line in annotated(VARIATIONS) if line["difficulty"] == difficulty]
    figures = measure(lines)
    with capsys.disabled():
        print(f"\n{len(lines)} dòng tự viết ({difficulty}): {figures}")
    assert figures == Figures(1, 1, 1, 1)


def test_there_are_enough_lines_of_our_own():
    lines = annotated(VARIATIONS)
    assert len(lines) >= 60
    assert len({line["line"] for line in lines}) == len(lines)


def test_real_lines_are_read(capsys):
    if not REAL_LINES.exists():
        pytest.skip(f"the annotated real lines are not at {REAL_LINES}")
    lines = annotated(REAL_LINES)
    figures = measure(lines)
    with capsys.disabled():
        print(f"\n{len(lines)} dòng thật: {figures}")
    assert figures == Figures(1, 1, 1, 1)
