"""Bình begins the report of 2025 from that of 2024 and moves the years of its texts, all at once or one by one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.history import history_of
from reports.models import Annex, Assessment, CriteriaSet, Report
from reports.writing.criteria.page import Progress, progress_of
from reports.writing.saving import write_section
from reports.writing.start import start_report
from tests.factories import make_report
from tests.pages import words

PAGE, DESK = "/bao-cao/2025/chuyen-nam/", "/bao-cao/2025/"
NOTICE = "//div[contains(@class, 'notice')]/p"
TAKEN, DOUBTS = "//input[@name='take'][@checked]", "//input[@name='take'][not(@checked)]"
RESULTS = "Trong năm 2024, Sở mở 5 lớp, nhiều hơn năm 2023.\n\nSở được tặng Cờ thi đua năm 2024."
TASKS = "Những tháng cuối năm 2024, Sở hoàn thành kế hoạch. Trong năm 2025, Sở sẽ đổi mới."
MOVED = "Trong năm 2025, Sở mở 5 lớp, nhiều hơn năm 2024.\n\nSở được tặng Cờ thi đua năm 2024."


@pytest.fixture
def report(department, binh):
    earlier = make_report(
        department,
        (1, "Kết quả", RESULTS),
        (1, "NHIỆM VỤ NĂM 2025", TASKS),
        (1, "Kiến nghị", "Không."),
        reporting_year=2024,
        opening="Sở báo cáo công tác năm 2024 như sau:",
        closing="Trên đây là kết quả năm 2024 và nhiệm vụ năm 2025./.",
        legal_bases="Kế hoạch số 9/KH-STP ngày 20/01/2024 về công tác tư pháp năm 2024",
    )
    criterion = CriteriaSet.objects.in_use(2025).first().criteria.first()
    earlier.assessments.create(criterion=criterion, text="Năm 2024 đạt 95%.")
    return start_report(organisation=department, year=2025, earlier=earlier, by=binh)


@pytest.fixture
def page(client, binh):
    client.force_login(binh)
    return client


def sent(response, **more):
    """Return what the form of the page sends with the check boxes as they are."""
    lists = {name: words(response, f"//input[@name='{name}']/@value") for name in ("base", "doubt")}
    return {"take": words(response, f"{TAKEN}/@value"), **lists, "command": "move", **more}


def texts(report):
    stored = Report.objects.get(pk=report.pk)
    bodies = [section.body for section in stored.sections.all()]
    return [stored.opening, stored.closing, stored.legal_bases, *bodies, assessment(report).text]


def assessment(report):
    return Assessment.objects.filter(report=report).exclude(text="").select_related("report").get()


def undo_of(response):
    return words(response, "//div[contains(@class, 'notice')]/form/@action")[0]


def test_every_sure_year_is_moved_by_one_button_and_back_by_one(page, report, binh):
    before, entries = texts(report), history_of(report).count()
    response = page.get(PAGE)
    assert (len(words(response, f"{TAKEN}/@value")), len(words(response, f"{DOUBTS}/@value"))) == (8, 1)
    done = page.post(PAGE, sent(response), follow=True)
    assert words(done, NOTICE)[0] == "Đã chuyển 8 chỗ theo báo cáo năm 2025."
    assert texts(report) == [
        "Sở báo cáo công tác năm 2025 như sau:",
        "Trên đây là kết quả năm 2025 và nhiệm vụ năm 2026./.",
        "Kế hoạch số 9/KH-STP ngày 20/01/2024 về công tác tư pháp năm 2024",
        MOVED,
        "Những tháng cuối năm 2025, Sở hoàn thành kế hoạch. Trong năm 2026, Sở sẽ đổi mới.",
        "Không.",
        "Năm 2025 đạt 95%.",
    ]
    assert words(done, f"{TAKEN}/@value") == []
    assert [one.earlier_texts.count() for one in report.sections.all()] == [1, 1, 0]
    assert history_of(report).count() == entries + 2
    assert progress_of(assessment(report)) is Progress.LAST_YEARS
    undone = page.post(undo_of(done), follow=True)
    assert words(undone, NOTICE)[0] == "Đã hoàn tác việc chuyển năm sang 2025: 4 phần."
    assert texts(report) == before
    assert progress_of(assessment(report)) is Progress.LAST_YEARS


def test_moved_years_are_not_moved_again_by_a_second_post(page, report):
    form = sent(page.get(PAGE))
    page.post(PAGE, form)
    moved = texts(report)
    again = page.post(PAGE, form, follow=True)
    assert texts(report) == moved
    assert words(again, f"{TAKEN}/@value") == []


def test_a_text_saved_meanwhile_is_left_and_named(page, report, binh):
    form, section = sent(page.get(PAGE)), report.sections.first()
    write_section(section, body=f"{RESULTS} Thêm.", version=1, by=binh)
    done = page.post(PAGE, form, follow=True)
    left = "Chưa chuyển mục “Kết quả”: vừa được lưu ở nơi khác. Xem lại rồi bấm nút lần nữa."
    assert words(done, NOTICE) == ["Đã chuyển 6 chỗ theo báo cáo năm 2025.", left]
    assert texts(report)[3] == f"{RESULTS} Thêm."
    page.post(PAGE, sent(done))
    assert texts(report)[3] == f"{MOVED} Thêm."


def test_the_undo_leaves_a_text_that_somebody_has_written_since_and_names_it(page, report, binh):
    done = page.post(PAGE, sent(page.get(PAGE)), follow=True)
    section = report.sections.first()
    write_section(section, body="Viết lại.", version=2, by=binh)
    undone = page.post(undo_of(done), follow=True)
    assert words(undone, NOTICE) == [
        "Đã hoàn tác việc chuyển năm sang 2025: 3 phần. “Kết quả” đã có người sửa sau đó nên để nguyên."
    ]
    assert texts(report)[3:5] == ["Viết lại.", TASKS]


def test_a_year_that_is_right_is_dismissed_for_good(page, report, binh):
    response = page.get(PAGE)
    value = words(response, "//button[@name='dismiss']/@value")
    page.post(PAGE, sent(response), follow=True)
    done = page.post(PAGE, {"dismiss": value}, follow=True)
    assert words(done, "//h2")[-1] == "Không còn năm cũ"
    desk = page.get(DESK)
    assert words(desk, "//li[@class='mentions']") == []
    assert words(desk, "//a[contains(@class, 'btn-primary')]") == ["Viết tiếp"]
    section = report.sections.first()
    assert words(page.get(f"/bao-cao/2025/muc/{section.pk}/"), "//p[@id='nam-cu'][not(@hidden)]") == []
    write_section(section, body=f"Mở đầu. {MOVED}", version=2, by=binh)
    assert words(page.get(PAGE), f"{DOUBTS}/@value") == []
    page.post(undo_of(done))
    assert words(page.get(PAGE), f"{DOUBTS}/@value") == value


def test_the_years_in_doubt_are_dismissed_together(page, report):
    report.sections.filter(position=3).update(body="Trong năm 2024, Sở đã làm xong.")
    done = page.post(PAGE, sent(page.get(PAGE), command="dismiss_all"), follow=True)
    assert words(done, NOTICE) == ["Không nhắc 2 chỗ này nữa."]
    assert words(done, f"{DOUBTS}/@value") == []
    page.post(undo_of(done))
    assert len(words(page.get(PAGE), f"{DOUBTS}/@value")) == 2


def test_who_begins_from_last_year_is_led_to_its_years(page, report):
    assert words(page.get(DESK), "//a[contains(@class, 'btn-primary')]") == ["Chuyển năm"]
    assert "9 chỗ nêu năm cần chuyển hoặc xem lại" in " ".join(words(page.get(DESK), "//li"))


def test_the_years_of_one_section_are_moved_with_what_is_typed(page, report):
    section = report.sections.first()
    address = f"/bao-cao/2025/muc/{section.pk}/"
    response = page.get(address)
    assert len(words(response, f"//details[@id='chuyen-nam']{TAKEN}/@value")) == 2
    typed = {"body": f"{RESULTS}\r\n\r\nĐang gõ.", "version": "1", "command": "move_years"}
    page.post(address, typed | {"take": words(response, f"{TAKEN}/@value")})
    section.refresh_from_db()
    assert section.body == f"{MOVED}\n\nĐang gõ."
    assert [one.body for one in section.earlier_texts.all()] == [RESULTS]


@pytest.mark.parametrize(
    "form", [{}, {"take": "x"}, {"take": "section-1/old-year:1", "base": "section-1:9"}, {"dismiss": "a/b/c"}]
)
def test_odd_values_move_nothing(page, report, form):
    before = texts(report)
    assert page.post(PAGE, form).status_code == 302
    assert texts(report) == before


def test_an_annex_that_names_last_year_without_a_reason_is_in_doubt(page, report):
    annex = Annex.objects.create(report=report, position=1, title="Số liệu", body="Trong năm 2024, có 3 lớp.")
    value = words(page.get(PAGE), f"//section[contains(@class, 'doubtful')]{DOUBTS}/@value")[-1]
    page.post(PAGE, {"take": value, "base": f"annex-{annex.pk}:1"})
    annex.refresh_from_db()
    assert annex.body == "Trong năm 2025, có 3 lớp."


def test_many_sections_cost_the_page_as_many_queries_as_one(page, report):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            page.get(PAGE)
        return len(queries)

    cost()
    few = cost()
    for position in range(4, 34):
        report.sections.create(
            position=position, depth=1, heading=f"Mục {position}", body="Trong năm 2024, có."
        )
    assert cost() == few
