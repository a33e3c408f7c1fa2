"""Whatever An types, pastes or uploads: never a crash, no character lost, nothing carried out."""

import re
import unicodedata

import pytest
from lxml import html

from events.models import Event
from plans.models import Directive, Plan
from tests.accounts.rows.entry import send_new
from tests.bad_input import BAD_INPUT, letters
from tests.factories import make_directive, make_event, make_plan

FORMS = {
    "/ke-hoach/2024/": (Plan, make_plan, ("number", "issuing_body", "subject", "wording")),
    "/van-ban-chi-dao/2024/": (Directive, make_directive, ("number", "issuing_body", "subject", "wording")),
    "/hoat-dong/2024/": (Event, make_event, ("name", "place", "partners", "description", "wording")),
}
# The characters that the site adds itself: a symbol to mere digits, a colon to a description.
MOST_ADDED = {"number": len("/KH-SXD"), "description": 1}
each_form = pytest.mark.parametrize("address", FORMS)


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


def shown(response, names):
    """Return the values of the named fields in the form that came back."""
    page = html.fromstring(response.content.decode())
    return {name: page.xpath(f"//form//*[@name='{name}']")[0].value or "" for name in names}


def values_after(response, model, names):
    """Return the values of the saved row, or of the form that came back."""
    if response.status_code == 302:
        row = model.objects.latest("pk")
        return {name: getattr(row, name) for name in names}
    return shown(response, names)


def seen(values):
    return {name: letters(value) for name, value in values.items()}


@each_form
def test_every_text_field_keeps_every_visible_character(client_of_an, address):
    model, _, names = FORMS[address]
    lost = []
    for text in BAD_INPUT:
        response = send_new(client_of_an, f"{address}them/", **dict.fromkeys(names, text))
        wanted = dict.fromkeys(names, letters(text))
        found = seen(values_after(response, model, names))
        if response.status_code not in {200, 302} or any(
            value not in found[name] or len(found[name]) > len(value) + MOST_ADDED.get(name, 0)
            for name, value in wanted.items()
        ):
            lost.append((text[:40], response.status_code))
    assert lost == []


def test_the_grid_keeps_every_visible_character(client_of_an, department):
    plans = [make_plan(department, number="") for _ in BAD_INPUT]
    for start in range(0, len(plans), 50):
        typed = {
            plan.pk: text for plan, text in zip(plans[start:], BAD_INPUT[start : start + 50], strict=False)
        }
        sent = {"row": list(typed), **{f"{pk}-number": text for pk, text in typed.items()}}
        page = client_of_an.post("/ke-hoach/2024/bang-dien/", sent)
        shown_again = (
            html.fromstring(page.content.decode()).xpath("//main//form//input") if page.content else []
        )
        values = {field.name: field.value for field in shown_again}
        stored = dict(Plan.objects.filter(pk__in=typed).values_list("pk", "number"))
        found = {pk: letters(values.get(f"{pk}-number") or stored[pk]) for pk in typed}
        assert [text for pk, text in typed.items() if letters(text) not in found[pk]] == []


def test_whatever_an_types_to_link_changes_nothing_and_comes_back(client_of_an, department):
    event, lost = make_event(department), []
    for start in range(0, len(BAD_INPUT), 20):
        texts = [text for text in BAD_INPUT[start : start + 20] if letters(text)]
        sent = {"command": "link", "row": event.pk, "link": texts, "back": texts[0][:300]}
        page = client_of_an.post("/hoat-dong/2024/chon/", sent)
        found = letters(" ".join(html.fromstring(page.content.decode()).xpath("//main//input/@value")))
        lost += [text[:40] for text in texts if letters(text) not in found]
    assert lost == []


@each_form
def test_every_search_and_filter_answers(client_of_an, department, address):
    FORMS[address][1](department)
    names = (
        "tim",
        "loai",
        "phong",
        "thang",
        "tep",
        "baocao",
        "thieu",
        "xep",
        "trang",
        "sua",
        "kieu",
        "chon",
        "ve",
    )
    answers = {client_of_an.get(address, dict.fromkeys(names, text[:3000])).status_code for text in BAD_INPUT}
    assert answers == {200}


@each_form
def test_a_row_of_every_string_is_listed_shown_and_downloaded(client_of_an, department, address):
    model, make, names = FORMS[address]
    texts = [text[:60] for text in BAD_INPUT if letters(text[:60])]
    for text in texts:
        make(department, **dict.fromkeys(names, text))
    pages = [
        address,
        f"{address}?trang=2",
        *(f"{address}tai-ve/{ending}/" for ending in ("xlsx", "docx")),
        *(row.get_absolute_url() for row in model.objects.all()),
        "/nam/2024/",
        "/doi-chieu/2024/",
    ]
    assert {client_of_an.get(page).status_code for page in pages} == {200}
    stored = {letters(getattr(row, names[-1])) for row in model.objects.all()}
    assert stored == {letters(text) for text in texts}


@pytest.mark.usefixtures("no_quotas")
def test_every_string_can_be_pasted(client_of_an):
    lost = []
    for text in BAD_INPUT:
        response = client_of_an.post("/dan/2024/", {"text": f"Kế hoạch số 1/KH-SXD về {text}"})
        page = unicodedata.normalize("NFC", html.fromstring(response.content.decode()).text_content())
        fields = "".join(html.fromstring(response.content.decode()).xpath("//form//input/@value"))
        words = filter(None, map(letters, re.split(r"[\s\x00-\x1f\x7f-\xa0\u2028\u2029]", text)))
        missing = [word for word in words if word not in letters(page + fields)]
        if response.status_code != 200 or missing:
            lost.append((text[:40], response.status_code))
    assert lost == []
