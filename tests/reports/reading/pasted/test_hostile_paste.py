"""Whatever is pasted is shown again or refused with a sentence; no visible letter is lost, nothing is carried out."""

import pytest

from events.models import Event
from plans.models import Directive, Plan
from tests.bad_input import BAD_INPUT, letters
from tests.pages import words
from tests.reports.reading.pasted.sending import faults, paste, review_form, save

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_quotas")]

DOCUMENT = "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về"


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def pasted(form):
    """Return the characters of the list in the sources of the review, and in its cells."""
    values = form.form_values()
    lines = [value for name, value in values if name.endswith("-source")]
    cells = [
        value
        for name, value in values
        if name.split("-")[-1] in ("kind_text", "wording", "subject", "name", "description")
    ]
    return letters("".join(lines)), letters("".join(cells))


def keeps(cells, line):
    """Return whether cells have every letter of a line except bullets, signs at its end and the signs of bold type."""
    bare = line.strip("-.;,)/ a1").replace("*", "")
    return all(cells.count(one) >= bare.count(one) for one in set(bare))


@pytest.mark.parametrize(
    ("vao", "before"), [("events", ""), ("plans", f"{DOCUMENT} ")], ids=["bare", "named"]
)
def test_no_visible_letter_is_lost_on_the_way_into_the_report(client, vao, before):
    lost, refused = [], set()
    for text in BAD_INPUT:
        review = paste(client, before + text, vao=vao)
        if not words(review, "//input[@name='row']"):
            refused.add(letters(text))
            continue
        lines, cells = pasted(review_form(review))
        response = save(client, review)
        rows = [row for model in (Plan, Directive, Event) for row in model.objects.all()]
        printed = letters("".join(map(str, rows))) if rows else cells
        if lines != letters(before + text) or not all(keeps(one, letters(text)) for one in (cells, printed)):
            lost.append(text[:40])
        assert rows or faults(response)
        for row in rows:
            row.delete()
    assert lost == []
    assert refused == {"a" * 2000} if before else {"", "a" * 2000}


@pytest.mark.parametrize("text", ["a\n" * 2000, "ệ" * 300_001], ids=["lines", "letters"])
def test_what_is_too_much_stays_in_the_box(client, text):
    box = paste(client, text).context["form"]["text"].value()
    assert letters(box) == letters(text)


def test_forged_reviews_are_answered_with_a_page(client):
    forged = (
        {},
        {"row": "x"},
        {"row": ["1", "1", "-1", "9" * 40, "²"], "sent_key": "no key", "d1-as": "users"},
        {"row": "1", "d1-as": "event", "d1-kind": "none of these", "d1-name": "<script>"},
        {"row": "1", "d1-kind_text": "Kế hoạch", "d1-number": "x" * 5000, "d1-source": "\x00\ufffe"},
        {"row": [str(number) for number in range(2000)]},
    )
    for data in forged:
        assert faults(client.post("/dan/2024/luu/", data)) != []
    assert (Plan.objects.count(), Event.objects.count()) == (0, 0)
