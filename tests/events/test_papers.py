"""What statistics count of an event: sessions, how people took part, papers; typed, stored, exported, read again."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.rows.sheets.reading import read_sheet
from accounts.rows.sheets.writing import write_sheet
from events.forms import EventValuesForm
from events.kinds import EventKind, EventMode
from events.models import Event
from events.reading import Handout, read_handouts
from events.views import EVENTS
from tests.accounts.rows.editors import Editor
from tests.factories import make_event
from tests.pages import words

VALUES = {
    "sessions": "36",
    "mode": "hybrid",
    "turnout": "khoảng 5.600",
    "held": "quý III/2024",
    "handouts": "1.250 tờ gấp; hơn 200 sổ tay",
    "originals": "3",
    "posted": "2",
    "copies": "1.450",
}


def form(by, **typed):
    return EventValuesForm({"kind": "publication", "name": "Phát hành tờ gấp", **typed}, by=by, year=2024)


def test_what_is_typed_is_stored_and_shown_again(an, department):
    row = make_event(department, kind=EventKind.PUBLICATION)
    assert Editor(an, row).open().send(**VALUES).status_code == 302
    row.refresh_from_db()
    assert (row.sessions, row.mode, row.held) == (36, EventMode.HYBRID, "quý III/2024")
    assert (row.attendance, row.attendance_is_minimum, row.attendance_is_approximate) == (5600, False, True)
    assert read_handouts(row.handouts) == (Handout("tờ gấp", 1250), Handout("sổ tay", 200))
    assert (row.originals, row.posted, row.copies) == (3, 2, 1450)
    shown = EventValuesForm(instance=row, by=an, year=2024)
    assert {name: shown[name].value() for name in VALUES} == VALUES


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [
        ("sessions", "0", "“0” không phải một số nguyên từ 1 trở lên. Viết như 36 hoặc 1.250."),
        ("sessions", "1,5", "“1,5” không phải một số nguyên từ 1 trở lên. Viết như 36 hoặc 1.250."),
        ("copies", "nhiều", "“nhiều” không phải một số nguyên từ 0 trở lên. Viết như 36 hoặc 1.250."),
        ("copies", "9" * 12, f"“{'9' * 12}” không phải một số nguyên từ 0 trở lên. Viết như 36 hoặc 1.250."),
        (
            "handouts",
            "600 tờ gấp; vài sổ tay",
            "Không đọc được tài liệu đã phát “600 tờ gấp; vài sổ tay”. Mỗi loại gồm số lượng rồi tên, cách nhau bằng "
            "dấu chấm phẩy, như 600 tờ gấp; 1.200 sổ tay.",
        ),
        (
            "turnout",
            "1,250",
            "Không đọc được số người “1,250”. Viết như 200 hoặc hơn 1.245. Số người là số nguyên, dấu chấm chỉ để "
            "ngăn hàng nghìn. Nếu là 1.250 người, viết 1.250.",
        ),
        (
            "turnout",
            "12,5",
            "Không đọc được số người “12,5”. Viết như 200 hoặc hơn 1.245. Số người là số nguyên, dấu chấm chỉ để "
            "ngăn hàng nghìn.",
        ),
    ],
)
def test_what_cannot_be_counted_is_refused_with_the_way_out(an, name, typed, message):
    refused = form(an, **{name: typed})
    assert refused.errors == {name: [message]}
    assert refused[name].value() == typed


def test_more_papers_posted_than_there_are_is_refused(an):
    message = "Số tài liệu đã đăng tải là một phần của số tài liệu gốc, không thể nhiều hơn."
    assert form(an, originals="2", posted="3").errors == {"posted": [message]}
    assert form(an, posted="3").errors == {}
    with pytest.raises(ValidationError) as refused:
        Event(name="Phát hành", originals=2, posted=3).validate_constraints()
    assert message in refused.value.messages


def test_the_tables_hold_that_a_row_has_a_session_and_one_kind_of_number(department):
    for values in (
        {"sessions": 0},
        {"attendance_is_minimum": True, "attendance_is_approximate": True},
        {"originals": 2, "posted": 3},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_event(department, **values)


def test_an_exported_list_has_them_and_they_are_read_again(an):
    typed = form(an, **VALUES)
    assert typed.is_valid()
    (row,) = read_sheet(write_sheet(EVENTS, [typed.instance]), EVENTS.columns).rows
    assert {name: row.values[name] for name in VALUES if name != "mode"} == {
        name: text.replace(".", "") if name == "copies" else text
        for name, text in VALUES.items()
        if name != "mode"
    }
    assert row.values["mode"] == "Kết hợp trực tiếp và trực tuyến"


def test_the_page_of_the_row_shows_them(client, an, department):
    client.force_login(an)
    row = make_event(department, sessions=36, mode=EventMode.ONLINE, handouts="600 tờ gấp", copies=600)
    page = client.get(row.get_absolute_url())
    found = dict(
        zip(words(page, "//dl[@class='values']//dt"), words(page, "//dl[@class='values']//dd"), strict=True)
    )
    assert {
        name: found[name]
        for name in ("Số cuộc", "Cách tổ chức", "Tài liệu đã phát", "Số bản đã in, nhân bản")
    } == {
        "Số cuộc": "36",
        "Cách tổ chức": "Trực tuyến",
        "Tài liệu đã phát": "600 tờ gấp",
        "Số bản đã in, nhân bản": "600",
    }


def test_what_was_handed_out_is_found_by_searching(department):
    row = make_event(department, handouts="600 tờ gấp Luật Đất đai")
    make_event(department)
    assert list(Event.objects.search("to gap dat dai")) == [row]


def test_the_printed_sentence_is_as_short_as_before(department):
    counted = {
        "sessions": 36,
        "mode": EventMode.ONLINE,
        "handouts": "600 tờ gấp",
        "originals": 1,
        "copies": 600,
    }
    row, plain = (make_event(department, name="Tập huấn", **values) for values in (counted, {}))
    assert row.summary() == plain.summary()
