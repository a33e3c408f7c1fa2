"""People at their browsers: each opens a row's form, types, sends it, and sees what comes back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

from django.db import connection
from django.test import Client
from lxml import html

from accounts.rows.selecting import Task, do_to_selected

FORM = "//form[contains(@class, 'entry') or contains(@class, 'versions')]"


def fields_of(response):
    """Return what a browser would send of the page's form: each name with its values."""
    sent, form = {}, html.fromstring(response.content.decode()).xpath(FORM)[0]
    areas = form.xpath(".//textarea/@name")
    for name, value in form.form_values():
        # A line break that opens a text area is no part of it.
        sent.setdefault(name, []).append(value.removeprefix("\n") if name in areas else value)
    return sent


def buttons_of(response):
    """Return what each button of the page's form adds: its words with its name and value."""
    buttons = html.fromstring(response.content.decode()).xpath(f"{FORM}//button")
    return {button.text_content().strip(): (button.get("name"), button.get("value")) for button in buttons}


@dataclass
class Editor:
    """A person with a row's page of editing open in front of them."""

    person: object
    row: object
    client: Client = field(default_factory=Client)
    fields: dict = field(default_factory=dict)
    buttons: dict = field(default_factory=dict)

    def __post_init__(self):
        self.client.force_login(self.person)

    @property
    def address(self):
        return f"{self.row.get_absolute_url()}sua/"

    def open(self):
        self.fields = fields_of(self.client.get(self.address))
        return self

    def send(self, **typed):
        """Send the open form with what is typed now; a conflict's page stays open then."""
        self.fields |= {name: value if isinstance(value, list) else [value] for name, value in typed.items()}
        response = self.client.post(self.address, self.fields)
        if response.status_code == 409:
            self.fields, self.buttons = fields_of(response), buttons_of(response)
        return response

    def press(self, words, **chosen):
        """Press a button of the page of both versions."""
        name, value = self.buttons[words]
        return self.send(**chosen, **{name: value})


def sit_down(row, *people):
    """Return people who all have the row open as it is now."""
    return [Editor(person, row).open() for person in people]


def put_in_report(rows, *, by, in_report):
    """Select rows of 2024 and put them into the listing of the report or take them out; return how many changed."""
    task = Task({"in_report": in_report}, "đưa vào danh mục", ("Đã đưa", "vào danh mục"))
    return len(do_to_selected(rows, task, year=2024, by=by).changed)


def at_once(*works):
    """Do these at the same moment, each with a connection of its own; return what each returns."""
    together = Barrier(len(works))

    def do(work):
        together.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as people:
        return list(people.map(do, works))
