"""Pasting as a browser does it: the text is sent, and then the form that comes back, unchanged or changed."""

from django.urls import reverse
from lxml import html


def paste(client, *lines, vao="plans", year=2024):
    return client.post(f"{reverse('paste', args=[year])}?vao={vao}", {"text": "\n".join(lines)})


def review_form(response):
    (form,) = html.fromstring(response.content.decode()).xpath("//form[contains(@class, 'review')]")
    return form


def save(client, response, *, without=(), **changes):
    """Send a review back: `d7_number="…"` changes a cell of line 7, `without` are the boxes that are unticked."""
    form = review_form(response)
    data = {}
    for name, value in form.form_values():
        data.setdefault(name, []).append(value)
    data |= {name.replace("_", "-", 1): value for name, value in changes.items()}
    return client.post(form.action, {name: value for name, value in data.items() if name not in without})


def cells(response, number):
    """Return what the cells of a line hold, by the names of its fields, empty ones left out."""
    values = {name: value.removeprefix("\n") for name, value in review_form(response).form_values()}
    start = f"d{number}-"
    names = [name for name in values if name.startswith(start) and name[len(start) :] not in HIDDEN]
    return {name[len(start) :]: values[name] for name in names if values[name]}


HIDDEN = {"source", "doubt", "left_out", "known_duplicate", "skipped"}


def notes(response, number):
    """Return the notes on a line: its doubts and the row that it duplicates."""
    path = f"//tbody[@id='d{number}']//p[@class='doubt']"
    found = html.fromstring(response.content.decode()).xpath(path)
    return [" ".join(one.text_content().split()) for one in found]


def faults(response):
    """Return the problems that the page lists at the top."""
    found = html.fromstring(response.content.decode()).xpath("//section[@class='problems']//li")
    return [" ".join(one.text_content().split()) for one in found]


def summary(response):
    (found,) = html.fromstring(response.content.decode()).xpath("//p[@class='counts']")
    return " ".join(found.text_content().split())
