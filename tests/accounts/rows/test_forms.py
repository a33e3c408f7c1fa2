"""An enters a row on its page: saved, seen before it is saved, added to, copied."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Change, Division
from events.models import Event
from plans.models import Plan
from tests.accounts.rows.editors import fields_of
from tests.accounts.rows.entry import send_new
from tests.factories import make_directive, make_event, make_plan
from tests.pages import title, words

ADD = "/ke-hoach/2024/them/"
SENTENCE = "//*[@id='cau-in']//p[@class='printed-sentence']"
NOTICE = "//*[@role='status']/p"
FAULTS = "//*[contains(@class, 'faults')]//li"
FOCUSED = "//*[@autofocus]/@name"
LABELS = "//main//form//label[not(contains(@class, 'form-check-label'))]/text()[normalize-space()]"
TYPED = {"number": "139", "issued_on": "16/01/2024", "subject": "về hòa giải"}


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


def starts_with(fields, *names):
    """Return what these fields of a page hold; a line break before the words of a textarea is HTML's."""
    return [" ".join(fields.get(name, [])).removeprefix("\n") for name in names]


def test_the_fields_stand_in_the_order_of_the_paper(client_of_an):
    documents = ["Loại văn bản", "Số, ký hiệu", "Ngày ban hành"]
    more = ["Năm báo cáo", "Phòng, đơn vị", "Lời in riêng"]
    own = [*documents, "Trích yếu", "Năm báo cáo", "Phòng, đơn vị", "Cơ quan ban hành", "Lời in riêng"]
    assert words(client_of_an.get(ADD), LABELS) == own
    response = client_of_an.get("/van-ban-chi-dao/2024/them/")
    assert words(response, LABELS) == [*documents, "Cơ quan ban hành", "Trích yếu", *more]
    assert words(client_of_an.get("/hoat-dong/2024/them/"), LABELS) == [
        *("Hình thức", "Tên hoạt động", "Thời gian", "Địa điểm", "Số người", "Số cuộc"),
        *("Cách tổ chức", "Đơn vị phối hợp", "Nội dung, kết quả", "Tài liệu đã phát"),
        *("Số tài liệu gốc", "Trong đó đã đăng tải", "Số bản đã in, nhân bản", *more),
    ]


def test_an_types_a_number_a_day_and_a_subject(client_of_an, an):
    response = send_new(client_of_an, ADD, **TYPED)
    plan = Plan.objects.get()
    assert response.url == plan.get_absolute_url()
    assert plan.citation() == "Kế hoạch số 139/KH-SXD ngày 16/01/2024 về hòa giải"
    assert (plan.organisation, plan.entered_by, plan.reporting_year) == (an.organisation, an, 2024)
    assert words(client_of_an.get(response.url), NOTICE) == ["Đã lưu Kế hoạch số 139/KH-SXD."]


def test_an_goes_on_with_another_of_the_same_kind(client_of_an):
    response = send_new(client_of_an, ADD, **TYPED | {"kind_text": "Công văn", "add_another": "1"})
    assert response.url.startswith(ADD)
    page = client_of_an.get(response.url)
    assert words(page, NOTICE) == ["Đã lưu Công văn số 139/SXD."]
    fields = fields_of(page)
    assert (fields["kind_text"], "number" in fields) == (["Công văn"], False)
    response = send_new(client_of_an, "/hoat-dong/2024/them/", kind="contest", name="Thi", add_another="1")
    assert fields_of(client_of_an.get(response.url))["kind"] == ["contest"]


def test_a_long_name_of_a_kind_does_not_break_the_way_to_the_next(client_of_an):
    kind = "Chương trình " + "phối hợp đường dài " * 4
    response = send_new(client_of_an, ADD, **TYPED | {"kind_text": kind, "add_another": "1"})
    assert fields_of(client_of_an.get(response.url))["kind_text"] == ["Chương trình"]
    assert Plan.objects.get().kind_as_written == kind.strip()


def test_a_second_click_leads_to_the_row_of_the_first(client_of_an):
    fields = fields_of(client_of_an.get(ADD)) | TYPED
    assert client_of_an.post(ADD, fields).url == client_of_an.post(ADD, fields).url
    assert Plan.objects.count() == 1


def test_an_sees_the_sentence_before_anything_is_saved(client_of_an):
    response = send_new(client_of_an, ADD, number="139", issued_on="31/9/2024", preview="1")
    assert words(response, SENTENCE) == ["Kế hoạch số 139/KH-SXD."]
    assert words(response, "//*[@class='unread']") == ["Chưa đọc được: Ngày ban hành."]
    fields = fields_of(response)
    assert (fields["number"], fields["issued_on"]) == (["139"], ["31/9/2024"])
    assert (words(response, FAULTS), Plan.objects.count()) == ([], 0)


def test_the_sentence_follows_what_is_typed_and_saves_nothing(client_of_an, department):
    event = make_event(department, name="Hội nghị", description=": cũ")
    address = reverse("event_sentence", args=[2024])
    typed = {"kind": "seminar", "name": "Hội thảo <b>", "held": "tháng 3/2024", "place": "Sở"}
    for asked in (address, f"{address}?dong={event.pk}"):
        response = client_of_an.post(asked, typed | {"turnout": "đông"})
        assert words(response, "//p[@class='printed-sentence']")[0].startswith(
            "Hội thảo <b> (tháng 3/2024) tại Sở"
        )
        assert words(response, "//p[@class='unread']") == ["Chưa đọc được: Số người."]
    event.refresh_from_db()
    assert (event.name, Event.objects.count(), Change.objects.count()) == ("Hội nghị", 1, 0)


def test_a_fault_is_shown_at_the_top_and_at_its_field(client_of_an):
    response = send_new(client_of_an, ADD, kind_text="Bài thơ", issued_on="31/9/2024")
    assert words(response, FAULTS) == [
        "Loại văn bản: Không nhận ra loại văn bản “Bài thơ”. Chọn một loại trong danh sách gợi ý.",
        "Ngày ban hành: Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
        "Trích yếu: Ghi trích yếu, hoặc số, ký hiệu của văn bản.",
    ]
    assert words(response, f"{FAULTS}/a/@href") == ["#id_kind_text", "#id_issued_on", "#id_subject"]
    described = words(response, "//*[@name='issued_on']/@aria-describedby")[0].split()
    descriptions = [words(response, f"//*[@id='{one}']") for one in described]
    assert all(descriptions)
    assert "31/9/2024" in descriptions[-1][0]
    assert words(response, FOCUSED) == ["kind_text"]
    assert fields_of(response)["issued_on"] == ["31/9/2024"]


def test_a_new_row_starts_at_its_first_field_and_an_old_one_nowhere(client_of_an, department):
    assert words(client_of_an.get(ADD), FOCUSED) == ["kind_text"]
    plan = make_plan(department)
    assert words(client_of_an.get(f"{plan.get_absolute_url()}sua/"), FOCUSED) == []


def test_what_is_rare_is_folded_away_until_it_matters(client_of_an, department):
    folded = "//details[summary='Thêm chi tiết']/@open"
    assert words(client_of_an.get(ADD), folded) == []
    assert words(send_new(client_of_an, ADD, reporting_year="1999"), folded) == [""]
    plan = make_plan(department, wording="Lời riêng")
    assert words(client_of_an.get(f"{plan.get_absolute_url()}sua/"), folded) == [""]
    plain = make_plan(department)
    assert words(client_of_an.get(f"{plain.get_absolute_url()}sua/"), folded) == []


def test_an_copies_a_row_without_its_number_and_day(client_of_an, department):
    directive = make_directive(department)
    plan = make_plan(department, number="139/KH-SXD", subject="về hộ tịch", wording="Lời")
    plan.directives.add(directive)
    fields = fields_of(client_of_an.get(f"{ADD}?tu={plan.pk}"))
    assert starts_with(fields, "number", "issued_on", "subject", "wording", "directives") == [
        *("", "", "về hộ tịch", "Lời", str(directive.pk)),
    ]
    event = make_event(department, description=": 12 xã", attendance=1245, place="Sở")
    copy = fields_of(client_of_an.get(f"/hoat-dong/2024/them/?tu={event.pk}"))
    assert starts_with(copy, "name", "held", "turnout", "place", "description") == [
        *(event.name, "", "1.245", "Sở", "12 xã"),
    ]


def test_chi_copies_nothing_of_another_department(client, chi, department):
    client.force_login(chi)
    plan = make_plan(department)
    for number in (plan.pk, 10**30):
        assert client.get(f"{ADD}?tu={number}").status_code == 404
    assert title(client.get(f"{ADD}?tu=abc")).startswith("Thêm kế hoạch, văn bản năm 2024")


def test_the_years_to_choose_from_are_those_around_and_the_rows_own(client_of_an, department):
    years = "//select[@name='reporting_year']/option"
    assert words(client_of_an.get(ADD), years) == ["2023", "2024", "2025"]
    assert words(client_of_an.get("/ke-hoach/2000/them/"), years) == ["2000", "2001"]


def test_lists_complete_from_what_this_body_entered_before(client_of_an, department, other_department):
    for number in range(60):
        make_event(department, place=f"Xã {number}", reporting_year=2020)
    make_event(department, place="Xã 3")
    make_event(other_department, place="Xã của người khác")
    places = words(client_of_an.get("/hoat-dong/2024/them/"), "//datalist[@id='goi-y-place']/option/@value")
    assert (len(places), places[:3], "Xã của người khác" in places) == (50, ["Xã 3", "Xã 59", "Xã 58"], False)


@pytest.mark.parametrize("page", ["them", "sua"])
def test_a_page_costs_as_many_queries_with_thirty_rows_as_with_one(client_of_an, department, page):
    plan = make_plan(department)
    address = ADD if page == "them" else f"{plan.get_absolute_url()}sua/"
    costs = []
    for rows in (1, 30):
        for _ in range(rows):
            plan.directives.add(make_directive(department))
            make_event(department)
            make_plan(department, issuing_body=f"Hội đồng {rows}")
            Division.objects.create(organisation=department, name=f"Phòng {Division.objects.count()}")
        with CaptureQueriesContext(connection) as queries:
            client_of_an.get(address)
        costs.append(len(queries))
    assert costs[0] == costs[1]
