"""An event's form: a description needs no sign, and the sentence says all that the fields know."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.description import connected, unconnected
from events.forms import EventValuesForm
from events.kinds import DatePrecision, EventKind
from events.models import Event
from tests.accounts.rows.editors import Editor
from tests.factories import make_event
from tests.pages import words


def event(by, **typed):
    form = EventValuesForm({"kind": "conference", "name": "Hội nghị giao ban", **typed}, by=by, year=2024)
    assert form.is_valid(), form.errors
    return form.instance


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("Hỗ trợ 12 xã", ": Hỗ trợ 12 xã"),
        ("12 xã tham gia", ": 12 xã tham gia"),
        ("“Luật và đời”", " “Luật và đời”"),
        ("nhằm nâng cao nhận thức", " nhằm nâng cao nhận thức"),
        ("đã phổ biến", " đã phổ biến"),
        (": Hỗ trợ", ": Hỗ trợ"),
        (", có lãnh đạo Sở", ", có lãnh đạo Sở"),
        ("; kết quả tốt", "; kết quả tốt"),
        (". Kết quả: tốt", ". Kết quả: tốt"),
        ("– hai buổi", " – hai buổi"),
        ("phối hợp cùng Hội Nông dân", ", phối hợp cùng Hội Nông dân"),
        ("(lần 2)", " (lần 2)"),
    ],
)
def test_a_description_gets_its_connecting_sign(an, typed, stored):
    assert event(an, description=typed).description == stored


@given(st.text(max_size=40).map(str.strip))
def test_a_sign_is_added_once(text):
    stored = connected(text)
    assert connected(unconnected(stored)) == stored


def test_a_description_comes_back_without_its_sign_where_it_would_get_it_again(an):
    shown = {
        stored: EventValuesForm(instance=Event(description=stored), by=an, year=2024)["description"].value()
        for stored in (
            ": Hỗ trợ 12 xã",
            " nhằm hỗ trợ",
            ", phối hợp cùng Sở Y tế",
            ": hỗ trợ",
            ", có 12 xã",
            "dính liền",
        )
    }
    assert shown == {
        ": Hỗ trợ 12 xã": "Hỗ trợ 12 xã",
        " nhằm hỗ trợ": "nhằm hỗ trợ",
        ", phối hợp cùng Sở Y tế": "phối hợp cùng Sở Y tế",
        ": hỗ trợ": ": hỗ trợ",
        ", có 12 xã": ", có 12 xã",
        "dính liền": "dính liền",
    }


@pytest.mark.parametrize("description", [": hỗ trợ", "dính liền", "\n- một\n- hai", "  với 12 xã"])
def test_an_edit_of_something_else_leaves_the_description_as_it_was(an, department, description):
    row = make_event(department, description=description)
    assert Editor(an, row).open().send(place="Hội trường").status_code == 302
    row.refresh_from_db()
    assert (row.description, row.place) == (description, "Hội trường")


def test_the_sentence_says_place_attendance_and_partners(an):
    row = event(
        an,
        held="05/3/2024",
        place="Hội trường Sở",
        turnout="hơn 1245",
        partners="Sở Tư pháp; Công an tỉnh",
        description="Hỗ trợ 12 xã",
    )
    assert row.summary() == (
        "Hội nghị giao ban (05/3/2024) tại Hội trường Sở với hơn 1.245 người tham dự, "
        "phối hợp với Sở Tư pháp, Công an tỉnh: Hỗ trợ 12 xã"
    )


@pytest.mark.parametrize(
    "values",
    [
        {"description": "tại hội trường sở", "place": "Hội trường Sở"},
        {"description": "với hơn 200 đại biểu", "turnout": "200"},
        {"name": "Hội nghị cho 90 học viên", "turnout": "90"},
        {"description": ", cùng Sở Tư pháp và Công an tỉnh", "partners": "Công an tỉnh; Sở Tư pháp"},
        {"turnout": "0"},
        {"wording": "Lời riêng", "place": "Sở", "turnout": "200", "partners": "Sở Tư pháp"},
    ],
)
def test_a_value_that_the_words_state_already_is_not_repeated(an, values):
    row = event(an, **values)
    assert row.summary() == (row.wording or f"{row.name}{row.description}")


def test_an_sees_which_values_cannot_be_read_and_they_stay(client, an):
    client.force_login(an)
    typed = {"kind": "contest", "held": "31/9/2024", "turnout": "đông", "reporting_year": 2024}
    response = client.post("/hoat-dong/2024/them/", typed)
    assert words(response, "//*[contains(@class, 'faults')]//li/a") == [
        "Tên hoạt động",
        "Thời gian",
        "Số người",
    ]
    assert words(response, "//input[@name='held' or @name='turnout']/@value") == ["31/9/2024", "đông"]
    assert Event.objects.count() == 0


def test_an_event_is_entered_as_the_paper_tells_it(client, an):
    client.force_login(an)
    typed = {
        "kind": "contest",
        "name": "Hội thi",
        "held": "30-31/7/2024",
        "turnout": "hơn 1.245",
        "reporting_year": 2024,
    }
    client.post("/hoat-dong/2024/them/", typed)
    row = Event.objects.get()
    assert (
        row.kind,
        row.held_from,
        row.held_to,
        row.date_precision,
        row.attendance,
        row.attendance_is_minimum,
    ) == (
        *(EventKind.CONTEST, date(2024, 7, 30), date(2024, 7, 31), DatePrecision.DAY),
        *(1245, True),
    )
