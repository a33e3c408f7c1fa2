"""A hundred interleavings of two editors: no silent overwrite.

That means: every saved value that disappears from a row had been seen by the person whose action replaced it, on the
form they had open, on the page of both versions, or because they saved it themselves.
"""

import random

import pytest

from accounts.history import described
from plans.models import Plan
from tests.accounts.rows.editors import Editor, put_in_report
from tests.accounts.rows.moving import step_row
from tests.factories import make_directive, make_plan
from tests.pages import words

STEPS = 14
LABELS = {"số, ký hiệu", "trích yếu", "đưa vào danh mục của báo cáo", "văn bản chỉ đạo được thực hiện"}
TWO = "//*[contains(@class, 'two')]"
SIDE_HEADS = ("Bảnđãlưu", "Trướckhixóa")
ACTIONS = ["open", "open", "send", "send", "send", "send", "delete", "restore", "list", "move"]


def squeezed(text):
    return "".join(text.split())


def stored(plan):
    return Plan.with_deleted.get(pk=plan.pk)


def values(plan):
    """Return what the row says now, as (label, value)."""
    now = described(stored(plan))
    return {(label, squeezed(now[label])) for label in LABELS}


def stored_side(response):
    """Return the stored values that a page of both versions shows, as (label, value)."""
    labels = [label.lower() for label in words(response, f"{TWO}/legend | {TWO}/h3")]
    sides = [squeezed(side) for side in words(response, f"{TWO}/label[2] | {TWO}/div[2]")]
    shown = [side.removeprefix(SIDE_HEADS[0]).removeprefix(SIDE_HEADS[1]) for side in sides]
    return {(label, "" if side == "(bỏtrống)" else side) for label, side in zip(labels, shown, strict=True)}


class Watched(Editor):
    """An editor of whom it is known what they have seen, and which page they have in front of them."""

    def __post_init__(self):
        super().__post_init__()
        self.seen, self.is_open = set(), False

    def open_form(self):
        self.is_open = stored(self.row).deleted_at is None
        if self.is_open:
            self.open()
            self.buttons = {}
            self.seen |= values(self.row)

    def answer(self, response):
        """Take in the page that came back."""
        self.is_open = response.status_code == 409
        if self.is_open:
            other = stored_side(response)
            differing = {label for label, _ in other}
            self.seen |= other | {value for value in values(self.row) if value[0] not in differing}
        else:
            assert response.status_code == 302
            self.seen |= values(self.row)


def typed_by(chance, number, directives):
    typed = {
        "number": f"{number}/KH-SXD",
        "subject": f"về việc thứ {number}",
        "in_report": chance.choice([[], ["on"]]),
        "directives": [str(one.pk) for one in directives if chance.random() < 0.5],
    }
    return {name: typed[name] for name in chance.sample(sorted(typed), chance.randint(1, 3))}


def act(chance, person, action, number, directives):
    """Let the person do the action; open the form instead if the action is not possible now."""
    plan = person.row
    if action == "delete":
        person.client.post(f"{plan.get_absolute_url()}xoa/")
    elif action == "restore":
        person.client.post(f"{plan.get_absolute_url()}khoi-phuc/")
    elif action == "list":
        put_in_report([plan], by=person.person, in_report=chance.random() < 0.5)
    elif action == "move" and stored(plan).deleted_at is None:
        step_row(stored(plan), by=person.person, down=chance.random() < 0.5)
    elif action == "send" and person.is_open and person.buttons:
        chosen = {name: chance.choice(["mine", "stored"]) for name in person.fields if "take-" in name}
        person.answer(person.press(chance.choice(sorted(person.buttons)), **chosen))
    elif action == "send" and person.is_open:
        person.answer(person.send(**typed_by(chance, number, directives)))
    else:
        person.open_form()


@pytest.mark.parametrize("seed", range(100))
def test_nobody_overwrites_what_they_have_not_seen(department, an, binh, seed):
    chance = random.Random(seed)
    directives = [make_directive(department, number=f"{number}/KH-UBND") for number in (1, 2)]
    plan, _ = make_plan(department, number="139/KH-SXD"), make_plan(department)
    people = [Watched(an, plan), Watched(binh, plan)]
    for person in people:
        person.open_form()
    for number in range(STEPS):
        person, action, before = chance.choice(people), chance.choice(ACTIONS), values(plan)
        # The list shows the mark that is changed there.
        seen = person.seen | (before if action == "list" else set())
        act(chance, person, action, number, directives)
        assert before - values(plan) - seen == set(), f"{person.person}, {action}, step {number}"
