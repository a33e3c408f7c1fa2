"""A hundred interleavings of two editors of one section: nothing that a save took is lost.

Every text that was taken is the present text, an earlier one, or a step of somebody's writing: saved by the page
itself, and written on by the same person within the sitting.
"""

import random
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import count, pairwise

import pytest
from django.test import Client

from accounts.models import Role
from reports.models import Section
from tests.factories import make_report, make_user
from tests.reports.pages import field_of

STEPS = 30
WORDS = "Sở đã phổ biến văn bản mới đến công chức, viên chức. "
ACTIONS = ["open", "type", "type", "autosave", "autosave", "autosave", "save", "save", "take", "put back"]


class How(Enum):
    BY_ITSELF = auto()
    ON_PURPOSE = auto()
    IN_PLACE_OF_ANOTHER = auto()  # not made from the text that it replaced


@dataclass(frozen=True)
class Taken:
    """A text that a save took."""

    text: str
    person: object
    how: How
    made_from: str = ""  # the stored text that the page had when it was typed

    def goes_on(self, text):
        """Return whether this text may have taken the place of another for good: a step of the same writing."""
        is_step = text.how is How.BY_ITSELF and self.how is not How.IN_PLACE_OF_ANOTHER
        is_of_same_writing = self.person == text.person and self.made_from == text.text
        return is_step and is_of_same_writing and 2 * len(self.text) >= len(text.text)


@dataclass
class Tab:
    """A person with the page of a section open in front of them."""

    person: object
    section: Section
    client: Client = field(default_factory=Client)
    text: str = ""
    stored: str = ""  # what the page knows to be stored
    version: str = "0"
    both: dict = field(default_factory=dict)

    def __post_init__(self):
        self.client.force_login(self.person)
        self.open()

    @property
    def address(self):
        return f"/bao-cao/2024/muc/{self.section.pk}/"

    def open(self):
        self.show(self.client.get(self.address))

    def show(self, page):
        self.text, self.version = field_of(page, "body"), field_of(page, "version")
        self.both = {"both_shown": "1"} if page.status_code == 409 else {}
        self.stored = self.text

    @property
    def fields(self):
        return {"body": self.text, "version": self.version}

    def autosave(self):
        """Return the text if it was taken; a page that shows both texts does not save itself."""
        answer = None if self.both else self.client.post(f"{self.address}tu-luu/", self.fields)
        if answer is None or answer.status_code != 200:
            return None
        self.version, self.stored = str(answer.json()["version"]), self.text
        return self.text

    def save(self, **button):
        """Press a button; return the text if it was taken. A conflict leaves both texts on the screen."""
        sent = self.text
        answer = self.client.post(self.address, self.fields | self.both | button)
        if answer.status_code == 302:
            self.open()
            return self.text
        assert (answer.status_code, sent in field_of(answer, "body")) == (409, True)
        self.show(answer)
        return None

    def put_back(self, chance):
        """Take the present text from an earlier one, as the page of earlier texts does."""
        texts = list(self.section.earlier_texts.all())
        if not texts or self.both:
            return None
        wanted = chance.choice(texts)
        fields = {"restore": wanted.pk, "version": Section.objects.get(pk=self.section.pk).version}
        self.client.post(f"{self.address}ban-truoc/", fields)
        self.open()
        return wanted.body


def act(chance, tab, action, number):
    """Let the person do one thing; return the text that a save took, if any, and how."""
    on_conflict = How.IN_PLACE_OF_ANOTHER if tab.both else None
    if action == "open" and not tab.both:
        tab.open()
    elif action == "type":
        start = tab.text[: int(len(tab.text) * chance.choice([0.3, 0.8, 1, 1]))].rstrip()
        tab.text = f"{start} {number}. {WORDS * chance.randint(0, 3)}".strip()
    elif action == "autosave":
        return tab.autosave(), How.BY_ITSELF
    elif action == "save":
        return tab.save(), on_conflict or How.ON_PURPOSE
    elif action == "take" and not tab.both:
        return tab.save(piece="0"), How.BY_ITSELF
    elif action == "put back":
        return tab.put_back(chance), How.IN_PLACE_OF_ANOTHER
    return None, None


@pytest.mark.parametrize("seed", range(100))
def test_nothing_that_was_taken_is_lost(department, binh, seed):
    chance, numbers = random.Random(seed), count(1)
    make_report(department, (1, "Kết quả", "Lời năm trước."), reporting_year=2023)
    section = make_report(department, (1, "Kết quả", "Lời đầu.")).sections.get()
    huong = make_user(department, Role.LEGAL_OFFICER)
    tabs = [Tab(binh, section), Tab(huong, section), Tab(binh, section)]
    taken = [Taken("Lời đầu.", None, How.ON_PURPOSE)]
    for _ in range(STEPS):
        tab = chance.choice(tabs)
        made_from = tab.stored
        text, how = act(chance, tab, chance.choice(ACTIONS), next(numbers))
        if text is not None and text != taken[-1].text:
            taken.append(Taken(text, tab.person, how, made_from))
        elif text is not None and how is not How.BY_ITSELF:
            taken[-1] = replace(taken[-1], how=How.ON_PURPOSE)
    steps = {one.text for one, after in pairwise(taken) if after.goes_on(one)}
    left = {Section.objects.get(pk=section.pk).body, *section.earlier_texts.values_list("body", flat=True)}
    assert {one.text for one in taken if one.text} - left - steps == set()
