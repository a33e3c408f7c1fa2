"""Dung keeps sets of criteria; points are only what somebody typed."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.history import history_of
from accounts.models import Role
from reports.models import CriteriaSet
from tests.accounts.rows.editors import fields_of
from tests.bad_input import BAD_INPUT, letters
from tests.factories import make_criteria_set, make_organisation, make_period, make_user
from tests.pages import words

LIST, ADD = "/bo-tieu-chi/2024/", "/bo-tieu-chi/2024/tao/"
FAULTS = "//section[contains(@class, 'faults')]//li"


@pytest.fixture
def at_dungs_desk(client, dung):
    client.force_login(dung)
    return client


@pytest.fixture
def criteria_set(dung):
    return make_criteria_set(dung.organisation, "Đúng hạn", "Đủ nội dung")


@pytest.fixture
def ready_made(db):
    return CriteriaSet.objects.get(organisation=None)


def page_of(criteria_set):
    return f"{LIST}{criteria_set.pk}/"


def rows_of(criteria_set):
    return [(one.group, one.name, one.maximum_points) for one in criteria_set.criteria.all()]


def send(client, criteria_set, **typed):
    address = page_of(criteria_set)
    return client.post(address, fields_of(client.get(address)) | typed)


def test_a_set_of_the_program_is_read_and_copied_without_points(at_dungs_desk, ready_made, dung):
    page = at_dungs_desk.get(page_of(ready_made))
    assert words(page, "//p[@class='heading']")[0] == "1. Hoàn thành và vượt chỉ tiêu"
    key = {"sent_key": words(page, "//input[@name='sent_key']/@value")[0]}
    at_dungs_desk.post(f"{page_of(ready_made)}sao-chep/", key)
    at_dungs_desk.post(f"{page_of(ready_made)}sao-chep/", key)
    copy = CriteriaSet.objects.get(organisation=dung.organisation)
    assert (copy.legal_basis, rows_of(copy)) == (ready_made.legal_basis, rows_of(ready_made))
    assert {points for *_, points in rows_of(copy)} == {None}


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("", None, None),
        ("10", Decimal(10), "10"),
        ("7,5", Decimal("7.5"), "7,5"),
        ("7.25", Decimal("7.25"), "7,25"),
        (" 20,00 ", Decimal(20), "20"),
        ("0", Decimal(0), "0"),
        ("１０", Decimal(10), "10"),
    ],
)
def test_points_are_what_was_typed_and_nothing_else(at_dungs_desk, criteria_set, typed, stored, shown):
    first = criteria_set.criteria.first()
    assert send(at_dungs_desk, criteria_set, **{f"{first.pk}-maximum_points": typed}).status_code == 302
    assert [points for *_, points in rows_of(criteria_set)] == [stored, None]
    again = fields_of(at_dungs_desk.get(page_of(criteria_set)))
    assert again.get(f"{first.pk}-maximum_points") == (shown and [shown])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("mười", "Ghi số như 10 hoặc 7,5; để trống nếu không tính điểm."),
        ("1,2,3", "Ghi số như 10 hoặc 7,5; để trống nếu không tính điểm."),
        ("NaN", "Ghi số như 10 hoặc 7,5; để trống nếu không tính điểm."),
        ("-1", "Điểm không được âm."),
        ("1,125", "Điểm có nhiều nhất 2 chữ số sau dấu phẩy."),
        ("1000", "Điểm có nhiều nhất 3 chữ số trước dấu phẩy."),
    ],
)
def test_points_that_are_none_are_named(at_dungs_desk, criteria_set, typed, sentence):
    first = criteria_set.criteria.first()
    response = send(at_dungs_desk, criteria_set, **{f"{first.pk}-maximum_points": typed})
    assert words(response, FAULTS) == [f"Tiêu chí 1 (“Đúng hạn”), điểm tối đa: {sentence}"]
    assert fields_of(response)[f"{first.pk}-maximum_points"] == [typed]


def test_a_criterion_stands_once_in_a_group(at_dungs_desk, criteria_set):
    _, second = criteria_set.criteria.all()
    response = send(at_dungs_desk, criteria_set, **{f"{second.pk}-name": "ĐÚNG HẠN"})
    assert words(response, FAULTS) == [
        "Tiêu chí 2 (“ĐÚNG HẠN”), tiêu chí: Trùng với tiêu chí 1 (“Đúng hạn”)."
    ]
    grouped = {f"{second.pk}-name": "Đúng hạn", f"{second.pk}-group": "Nhóm hai"}
    assert send(at_dungs_desk, criteria_set, **grouped).status_code == 302
    assert rows_of(criteria_set) == [("", "Đúng hạn", None), ("Nhóm hai", "Đúng hạn", None)]


def test_a_new_criterion_begins_in_the_group_above(at_dungs_desk, criteria_set):
    first, _ = criteria_set.criteria.all()
    page = send(
        at_dungs_desk, criteria_set, **{f"{first.pk}-group": "Nhóm một", "command": f"insert:{first.pk}"}
    )
    assert fields_of(page)["m1-group"] == ["Nhóm một"]
    sent = fields_of(page) | {"m1-name": "Mới", "m1-maximum_points": "5"}
    at_dungs_desk.post(page_of(criteria_set), sent)
    assert rows_of(criteria_set) == [
        ("Nhóm một", "Đúng hạn", None),
        ("Nhóm một", "Mới", Decimal(5)),
        ("", "Đủ nội dung", None),
    ]
    assert history_of(criteria_set)[0].values == [
        [
            "các tiêu chí",
            "Đúng hạn\nĐủ nội dung",
            "Nhóm một: Đúng hạn\nNhóm một: Mới (tối đa 5 điểm)\nĐủ nội dung",
        ]
    ]


def test_a_set_is_begun_empty(at_dungs_desk, dung):
    sent = fields_of(at_dungs_desk.get(ADD))
    assert words(at_dungs_desk.post(ADD, sent), FAULTS) == [
        "Tên bộ tiêu chí: Đặt tên cho bộ tiêu chí.",
        "Giữ lại hoặc thêm ít nhất một tiêu chí.",
    ]
    at_dungs_desk.post(ADD, sent | {"name": "Bộ mới", "m1-name": "Đúng hạn"})
    assert rows_of(CriteriaSet.objects.get(organisation=dung.organisation)) == [("", "Đúng hạn", None)]


def test_the_set_of_a_period_is_only_read(at_dungs_desk, dung, criteria_set):
    make_period(dung.organisation, criteria_set=criteria_set)
    assert words(at_dungs_desk.get(page_of(criteria_set)), "//main//textarea") == []
    assert at_dungs_desk.post(page_of(criteria_set)).status_code == 404


def test_the_ladder_of_criteria_sets(client, an, binh, giang, chi, dung, criteria_set, ready_made):
    stranger = make_user(make_organisation(), Role.JUSTICE_OFFICER)
    asked = [LIST, ADD, page_of(ready_made), page_of(criteria_set)]
    sent = [f"{page_of(criteria_set)}{act}" for act in ("", "sao-chep/", "xoa/", "khoi-phuc/")]
    for person, gets, posts in [
        (stranger, [200, 200, 200, 404], [404] * 4),
        (dung, [200] * 4, [200, 302, 302, 302]),
        *((person, [403] * 4, [403] * 4) for person in (an, binh, giang, chi)),
    ]:
        client.force_login(person)
        assert [client.get(one).status_code for one in asked] == gets
        assert [client.post(one).status_code for one in sent] == posts
    client.logout()
    assert [client.get(one).url.split("?")[0] for one in asked] == ["/dang-nhap/"] * 4


def test_a_page_costs_the_same_with_one_and_thirty_criteria(at_dungs_desk, dung):
    costs = []
    for many in (1, 30):
        one = make_criteria_set(dung.organisation, *(f"Tiêu chí {number}" for number in range(many)))
        for address in (LIST, page_of(one)):
            with CaptureQueriesContext(connection) as queries:
                at_dungs_desk.get(address)
            costs.append(len(queries))
    assert costs[:2] == costs[2:]


def test_every_string_in_every_field_of_a_set(at_dungs_desk, criteria_set):
    address, first, lost = page_of(criteria_set), criteria_set.criteria.first(), []
    names = ("name", "legal_basis", f"{first.pk}-group", f"{first.pk}-name")
    others = ("from_year", "version", "row", "command", f"{first.pk}-maximum_points")
    sent = fields_of(at_dungs_desk.get(address))
    for text in BAD_INPUT:
        criteria_set.refresh_from_db()
        typed = dict.fromkeys(names, text) | {"version": criteria_set.version}
        response = at_dungs_desk.post(address, sent | typed)
        if response.status_code == 302:
            criteria_set.refresh_from_db()
            first.refresh_from_db()
            stored = [criteria_set.name, criteria_set.legal_basis, first.group, first.name]
        else:
            again = fields_of(response)
            stored = [again.get(name, [""])[0] for name in names]
        odd = at_dungs_desk.post(address, sent | dict.fromkeys(others, text[:3000]))
        # A page ends at U+0000 for who reads it here; no browser sends one.
        is_lost = "\x00" not in text and {letters(one) for one in stored} != {letters(text)}
        if is_lost or odd.status_code != 200:
            lost.append((text[:40], response.status_code, odd.status_code))
    assert lost == []
