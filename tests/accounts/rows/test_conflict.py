"""An and Bình edit one row at the same time: neither overwrites what the other saved without having seen it."""

from datetime import date

import pytest

from accounts.models import Change
from accounts.rows.editing import delete_row, restore_row
from plans.models import Plan
from tests.accounts.rows.editors import sit_down
from tests.factories import make_directive, make_event, make_plan
from tests.pages import title, words

LEGENDS = "//legend"
CHOSEN = "//input[@type='radio'][@checked]/@value"
BUTTONS = "//form[contains(@class, 'versions')]//button/text()"


@pytest.fixture
def plan(department):
    return make_plan(department, number="139/KH-SXD", subject="về hòa giải", issued_on=date(2024, 1, 16))


def stored(plan):
    return Plan.with_deleted.get(pk=plan.pk)


def versions(response):
    """Return each differing field as (label, mine, stored)."""
    labels = words(response, LEGENDS)
    sides = words(response, "//fieldset/label")
    return list(zip(labels, sides[::2], sides[1::2], strict=True))


def test_an_sees_both_versions_and_who_saved_the_other(plan, an, binh):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(number="140/KH-SXD", subject="về hộ tịch")
    response = of_an.send(subject="về hòa giải ở cơ sở")
    assert (response.status_code, title(response)) == (
        409,
        "Hai người cùng sửa Kế hoạch số 140/KH-SXD – Sở Xây dựng tỉnh Sen",
    )
    saved_at = Change.objects.get().changed_at.astimezone().strftime("%H:%M %d/%m/%Y")
    assert words(response, "//*[contains(@class, 'notice')]/p") == [
        f"Trần Thanh Bình đã lưu một bản khác của Kế hoạch số 140/KH-SXD lúc {saved_at}, trong khi bạn đang sửa. "
        "Bản của bạn chưa được lưu và vẫn còn ở đây."
    ]
    assert versions(response) == [
        ("Số, ký hiệu", "Của tôi 139/KH-SXD", "Bản đã lưu 140/KH-SXD"),
        ("Trích yếu", "Của tôi về hòa giải ở cơ sở", "Bản đã lưu về hộ tịch"),
    ]
    assert stored(plan).subject == "về hộ tịch"


def test_what_an_did_not_touch_is_proposed_as_binh_saved_it(plan, an, binh):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(number="140/KH-SXD", subject="về hộ tịch")
    assert words(of_an.send(subject="về hòa giải ở cơ sở"), CHOSEN) == ["stored", "mine"]
    of_an.press("Lưu bản đã chọn")
    assert (stored(plan).number, stored(plan).subject) == ("140/KH-SXD", "về hòa giải ở cơ sở")


@pytest.mark.parametrize(
    ("button", "number", "subject", "message"),
    [
        ("Lấy tất cả của tôi", "139/KH-SXD", "về An", "Đã lưu Kế hoạch số 139/KH-SXD."),
        ("Lấy tất cả bản đã lưu", "140/KH-SXD", "về Bình", "Giữ bản đã lưu: Kế hoạch số 140/KH-SXD."),
    ],
)
def test_an_takes_either_version_by_one_click(plan, an, binh, button, number, subject, message):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(number="140/KH-SXD", subject="về Bình")
    of_an.send(subject="về An")
    response = of_an.press(button)
    assert response.url == plan.get_absolute_url()
    assert (stored(plan).number, stored(plan).subject) == (number, subject)
    assert words(of_an.client.get(response.url), "//*[contains(@class, 'notice')]/p") == [message]


def test_every_kind_of_field_can_be_taken_from_either_side(plan, department, an, binh):
    directives = [make_directive(department, number=f"{number}/KH-UBND") for number in (1, 2, 3)]
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(
        kind_text="Quyết định",
        issued_on="17.1.2024",
        in_report=[],
        directives=[str(directives[0].pk), str(directives[1].pk)],
        wording="Dòng một\nDòng hai",
    )
    response = of_an.send(
        kind_text="Công văn", issued_on="18/1/2024", directives=str(directives[2].pk), wording="Của An"
    )
    assert versions(response) == [
        ("Loại văn bản", "Của tôi Công văn", "Bản đã lưu Quyết định"),
        ("Ngày ban hành", "Của tôi 18/01/2024", "Bản đã lưu 17/01/2024"),
        ("Lời in riêng", "Của tôi Của An", "Bản đã lưu Dòng mộtDòng hai"),
        ("Đưa vào danh mục của báo cáo", "Của tôi có", "Bản đã lưu không"),
        (
            "Văn bản chỉ đạo được thực hiện",
            "Của tôi Kế hoạch số 3/KH-UBND",
            "Bản đã lưu Kế hoạch số 1/KH-UBNDKế hoạch số 2/KH-UBND",
        ),
    ]
    names = ("kind_text", "issued_on", "wording", "in_report", "directives")
    assert of_an.press("Lưu bản đã chọn", **{f"take-{name}": "stored" for name in names}).status_code == 302
    row = stored(plan)
    assert (row.kind, row.issued_on, row.wording, row.in_report, list(row.directives.all())) == (
        "decision",
        date(2024, 1, 17),
        "Dòng một\nDòng hai",
        False,
        directives[:2],
    )


def test_events_are_compared_in_the_words_of_the_paper(department, an, binh):
    event = make_event(department, name="Hội nghị")
    of_an, of_binh = sit_down(event, an, binh)
    of_binh.send(held="tháng 3/2024", turnout="hơn 1.245")
    assert versions(of_an.send(held="6/3/2024", kind="contest")) == [
        ("Hình thức", "Của tôi Cuộc thi", "Bản đã lưu Tập huấn"),
        ("Thời gian", "Của tôi 06/3/2024", "Bản đã lưu tháng 3/2024"),
        ("Số người", "Của tôi 40", "Bản đã lưu hơn 1.245"),
    ]


def test_a_second_conflict_shows_both_again_with_all_that_an_typed(plan, an, binh, giang):
    of_an, of_binh, of_giang = sit_down(plan, an, binh, giang)
    of_binh.send(number="140/KH-SXD")
    of_an.send(number="141/KH-SXD", subject="về An")
    of_giang.open().send(number="142/KH-SXD")
    response = of_an.press("Lưu bản đã chọn", **{"take-number": "stored"})
    assert response.status_code == 409
    assert versions(response) == [
        ("Số, ký hiệu", "Của tôi 141/KH-SXD", "Bản đã lưu 142/KH-SXD"),
        ("Trích yếu", "Của tôi về An", "Bản đã lưu về hòa giải"),
    ]
    assert words(response, CHOSEN) == ["stored", "mine"]
    of_an.press("Lưu bản đã chọn")
    assert (stored(plan).number, stored(plan).subject) == ("142/KH-SXD", "về An")


def test_the_same_change_made_twice_is_no_conflict(plan, an, binh):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(subject="về hộ tịch")
    response = of_an.send(subject="về hộ tịch")
    assert (response.status_code, Change.objects.count()) == (302, 1)


def test_saving_without_a_change_is_in_nobodys_way(plan, an, binh):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send()
    assert (of_an.send(subject="về hộ tịch").status_code, stored(plan).version) == (302, 2)


def test_what_was_deleted_meanwhile_can_be_restored_with_what_an_typed(plan, an, binh):
    (of_an,) = sit_down(plan, an)
    delete_row(plan, by=binh)
    response = of_an.send(subject="về An")
    assert (response.status_code, words(response, "//h1")) == (409, ["Dòng bạn đang sửa vừa bị xóa"])
    assert words(response, "//*[contains(@class, 'notice')]/p")[0].startswith(
        "Trần Thanh Bình đã xóa Kế hoạch số 139/KH-SXD lúc"
    )
    assert words(response, BUTTONS) == ["Khôi phục và lưu bản của tôi", "Bỏ bản của tôi"]
    assert of_an.press("Khôi phục và lưu bản của tôi").url == plan.get_absolute_url()
    assert (stored(plan).deleted_at, stored(plan).subject) == (None, "về An")
    assert list(Change.objects.order_by("pk").values_list("kind", flat=True)) == [
        "deleted",
        "restored",
        "edited",
    ]


def test_what_an_gives_up_stays_deleted(plan, an, binh):
    (of_an,) = sit_down(plan, an)
    delete_row(plan, by=binh)
    of_an.send(subject="về An")
    assert of_an.press("Bỏ bản của tôi").url == plan.get_absolute_url()
    assert (stored(plan).deleted_at is None, stored(plan).subject) == (False, "về hòa giải")


def test_restored_and_changed_by_another_before_an_restores_it(plan, an, binh):
    (of_an,) = sit_down(plan, an)
    delete_row(plan, by=binh)
    of_an.send(subject="về An")
    restore_row(plan, by=binh)
    sit_down(plan, binh)[0].send(subject="về Bình")
    response = of_an.press("Khôi phục và lưu bản của tôi")
    assert (response.status_code, versions(response)) == (
        409,
        [("Trích yếu", "Của tôi về An", "Bản đã lưu về Bình")],
    )


def test_a_row_moved_to_another_year_is_still_found(plan, an, binh):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(reporting_year="2025", issued_on="16/01/2025")
    response = of_an.send(subject="về An")
    assert response.status_code == 409
    assert ("Năm báo cáo", "Của tôi 2024", "Bản đã lưu 2025") in versions(response)


def test_a_link_made_on_the_other_page_is_not_undone_unseen(plan, department, an, binh):
    directive = make_directive(department, number="41/KH-UBND")
    (of_an,) = sit_down(plan, an)
    sit_down(directive, binh)[0].send(plans=str(plan.pk))
    response = of_an.send(subject="về An")
    assert (response.status_code, versions(response)[1]) == (
        409,
        ("Văn bản chỉ đạo được thực hiện", "Của tôi (bỏ trống)", "Bản đã lưu Kế hoạch số 41/KH-UBND"),
    )


def test_a_faulty_field_is_shown_before_the_conflict_and_nothing_is_lost(plan, an, binh):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(number="140/KH-SXD")
    response = of_an.send(issued_on="31/9/2024", subject="về An")
    assert (response.status_code, stored(plan).subject) == (200, "về hòa giải")
    assert words(response, "//input[@name='issued_on']/@value") == ["31/9/2024"]
    assert of_an.send(issued_on="30/9/2024").status_code == 409


@pytest.mark.parametrize("base", ["", "[]", "{", '{"number": 7}', "null"])
def test_a_base_that_nobody_wrote_proposes_what_an_typed(plan, an, binh, base):
    of_an, of_binh = sit_down(plan, an, binh)
    of_binh.send(number="140/KH-SXD")
    assert words(of_an.send(subject="về An", base=base), CHOSEN) == ["mine", "mine"]
