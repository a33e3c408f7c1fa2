"""Whatever is typed into whatever field is saved as its cleaned text, or refused with a sentence."""

import unicodedata

import pytest

from events.forms import connected
from events.models import Event
from pbgdpl.lib.vietnamese import clean, clean_line
from plans.models import Directive, Plan
from tests.accounts.rows.entry import send_new
from tests.pages import words

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% include 'x' %}",
    "a\x00b\x08c\x1bd",
    "một\x0bhai",
    "\u202eđảo\u202c \u200b\u200dnối",
    "\ufffe\ufeffđầu",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") + " 👩‍👩‍👧",
    unicodedata.normalize("NFD", "Phổ biến pháp luật đường bộ " * 2),
    "Lu\u00a0\u1ead\u2003t",
    "một\r\nhai\tba",
    "=HYPERLINK(\"http://x\")",
    "+1-1@x",
    "../../etc/passwd\\..",
    "' OR 1=1; --",
    "%s %(x)s %d",
    "&amp; &#60; ]]>",
    "ngày 31/9/2024",
    "0" * 59,
    "số 139/KH-SXD; số 140/KH-SXD.",
)  # fmt: skip
PAGES = {
    "/ke-hoach/2024/them/": (Plan, ("number", "issuing_body", "subject", "wording")),
    "/van-ban-chi-dao/2024/them/": (Directive, ("number", "issuing_body", "subject", "wording")),
    "/hoat-dong/2024/them/": (Event, ("name", "place", "partners", "description", "wording")),
}


def saved(name, text):
    if name == "wording":
        return clean(text).strip()
    if name == "description":
        return connected(clean(text).strip())
    return clean_line(text)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_saved_as_its_cleaned_self(client, an, address, text):
    client.force_login(an)
    model, names = PAGES[address]
    response = send_new(client, address, **dict.fromkeys(names, text))
    row = model.objects.get()
    assert response.url == row.get_absolute_url()
    expected = {name: saved(name, text) for name in names}
    assert {name: getattr(row, name) for name in names} == expected
    row.refresh_from_db()
    assert {name: getattr(row, name) for name in names} == expected


@pytest.mark.parametrize(
    "field", ["kind_text", "issued_on", "held", "turnout", "kind", "division", "version"]
)
@pytest.mark.parametrize("text", [*HOSTILE, "9" * 5000, "ệ" * 200_000], ids=range(len(HOSTILE) + 2))
def test_a_field_that_takes_only_some_words_refuses_the_others_kindly(client, an, field, text):
    client.force_login(an)
    address = "/hoat-dong/2024/them/" if field in ("held", "turnout", "kind") else "/ke-hoach/2024/them/"
    response = send_new(client, address, **{field: text})
    assert response.status_code == 200
    assert words(response, "//*[contains(@class, 'faults')]//li")
    assert words(response, "//main//script | //main//img") == []


@pytest.mark.parametrize("address", PAGES)
def test_what_is_too_long_is_refused_and_stays_in_its_field(client, an, address):
    client.force_login(an)
    model, names = PAGES[address]
    response = send_new(client, address, **dict.fromkeys(names, "Đ " * 20_000))
    assert len(words(response, "//*[contains(@class, 'faults')]//li")) == len(names)
    assert model.objects.count() == 0
    assert len(words(response, "//textarea[@name='wording']")[0]) == 39_999


def test_what_nobody_sees_takes_no_room(client, an):
    client.force_login(an)
    number = unicodedata.normalize("NFD", "Ệ" * 30) + "\u200b" * 100
    send_new(client, "/ke-hoach/2024/them/", number=number)
    assert Plan.objects.get().number == "Ệ" * 30


def test_a_form_that_lost_its_key_is_carried_out_all_the_same(client, an):
    client.force_login(an)
    for key in ("", "abc", "x" * 1000):
        response = send_new(client, "/ke-hoach/2024/them/", subject=f"về {key[:3]}.", sent_key=key)
        assert response.status_code == 302
