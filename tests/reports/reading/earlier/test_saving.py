"""Bình saves the reviewed report, all or nothing, and takes it back."""

from collections import Counter

import pytest

from accounts.models import Change, Role
from accounts.rows.editing import edit_row
from events.models import Event
from plans.models import Directive, Plan
from reports.compiling.compile import compile_report
from reports.document.text import to_text
from reports.models import EarlierReport, Report
from tests.factories import make_plan, make_submission, make_user
from tests.pages import words
from tests.reports.reading.earlier.papers import REPORT, line_of
from tests.reports.reading.earlier.uploading import keys, press, uploaded
from tests.reports.reading.report.reading import lost_words

pytestmark = pytest.mark.django_db
NOTICES = "//div[contains(@class, 'notice')]/p"


@pytest.fixture
def client(client, binh):
    client.force_login(binh)
    return client


@pytest.fixture
def earlier(client, binh):
    return uploaded(binh)


def counts():
    return [model.objects.count() for model in (Report, Plan, Directive, Event)]


def undo(client, earlier):
    """Take the report back from its own page, after its messages were read."""
    client.get(earlier.get_absolute_url())
    return client.post(f"{earlier.get_absolute_url()}hoan-tac/", follow=True)


def test_everything_is_saved_in_the_order_of_the_paper_and_prints_its_words(client, binh, earlier):
    answer = press(client, earlier, "luu")
    assert answer.url == "/bao-cao/2023/"
    assert words(client.get(answer.url), NOTICES) == [
        "Đã lưu Báo cáo năm 2023 của SỞ XÂY DỰNG: 5 mục, 4 văn bản của đơn vị, 1 văn bản chỉ đạo, 3 hoạt động."
    ]
    assert counts() == [1, 4, 1, 3]
    assert [plan.number for plan in Plan.objects.in_order()] == [
        "27/KH-SXD",
        "58/QĐ-SXD",
        "733/SXD-TTra",
        "91/KH-SXD",
    ]
    assert {row.entered_by for model in (Plan, Event) for row in model.objects.all()} == {binh}
    assert Change.objects.filter(kind="added", changed_by=binh).count() == 9  # the report, 8 rows
    printed = to_text(compile_report(Report.objects.get()))
    assert [
        line for line in REPORT.splitlines() if line.startswith("- ") and line.rstrip(".;") not in printed
    ] == []


def test_every_word_of_the_file_is_printed_or_named_among_what_is_left_out(client, earlier):
    page = client.get(earlier.get_absolute_url())
    unticked = {f"keep-{key}": None for key in keys(page) if key.startswith(f"{line_of('- Quyết định')}-")}
    press(client, earlier, "luu", page, **unticked)
    left_out = words(
        client.get(f"{earlier.get_absolute_url()}?phan=bo-ra"), "//p[starts-with(@class, 'words')]"
    )
    printed = to_text(compile_report(Report.objects.get()))
    assert lost_words(REPORT, f"{printed} {' '.join(left_out)}") == Counter()


def test_a_second_click_saves_nothing_more(client, earlier):
    page = client.get(earlier.get_absolute_url())
    assert [press(client, earlier, "luu", page).url for _ in range(2)] == ["/bao-cao/2023/"] * 2
    assert counts() == [1, 4, 1, 3]


def test_rows_that_were_unticked_are_not_saved(client, earlier):
    page = client.get(earlier.get_absolute_url())
    unticked = {f"keep-{key}": None for key in keys(page) if key.startswith(f"{line_of('- Quyết định')}-")}
    press(client, earlier, "luu", page, **unticked)
    assert counts() == [1, 3, 1, 3]
    page = client.get(f"{earlier.get_absolute_url()}?phan=bo-ra")
    assert words(page, "//p[starts-with(@class, 'words')]")[0].startswith("- Quyết định số 58")


def test_a_row_is_saved_as_the_model_that_was_chosen(client, earlier):
    page = client.get(earlier.get_absolute_url())
    key_of = {line: next(key for key in keys(page) if key.startswith(f"{line_of(line)}-")) for line in LINES}
    chosen = {f"as-{key_of[line]}": model for line, model in LINES.items()}
    press(client, earlier, "luu", page, **chosen)
    assert counts() == [1, 3, 2, 3]
    assert str(Directive.objects.get(number="733/SXD-TTra")) == (
        "Công văn số 733/SXD-TTra ngày 06/4/2023 về việc tuyên truyền Luật Nhà ở"
    )
    assert str(Plan.objects.get(number="")) == "Hội nghị phổ biến Luật Nhà ở (22/5/2023) với hơn 200 đại biểu"
    assert str(Event.objects.get(held_from=None)) == "Kế hoạch số 91/KH-SXD về hưởng ứng Ngày Pháp luật."


LINES = {
    "- Công văn số 733": "directive",
    "- Hội nghị phổ biến": "plan",
    "- Kế hoạch số 91": "event",
}


def test_rows_stand_after_those_of_the_year(client, department, earlier):
    make_plan(department, reporting_year=2023, number="5/KH-SXD", position=7)
    press(client, earlier, "luu")
    assert [plan.position for plan in Plan.objects.in_order()] == [7, 8, 9, 10, 11]


def test_one_value_that_does_not_fit_keeps_all_from_being_saved(client, binh):
    text = REPORT.replace("Báo cáo viên", "Báo cáo viên " + "và vướng mắc " * 250)
    earlier = uploaded(binh, text)
    press(client, earlier, "sua", fix=f"{line_of('Báo cáo viên', text)}:2")
    page = client.get(earlier.get_absolute_url())
    unticked = {f"keep-{keys(page)[0]}": None}
    page = press(client, earlier, "luu", page, **unticked)
    assert words(page, "//section[@role='alert']/h2") == ["Chưa lưu được gì."]
    assert len(words(page, "//section[@role='alert']/p")) == 1
    assert counts() == [0, 0, 0, 0]
    assert [one[0] for one in EarlierReport.objects.get().corrections["rows"].values()] == [False]


def test_a_saved_report_is_taken_back_whole_and_can_be_saved_again(client, department, earlier):
    make_plan(department, reporting_year=2023, number="27/KH-SXD", issued_on="2023-01-12")
    page = client.get(press(client, earlier, "luu").url)
    (address,) = words(page, "//div[contains(@class, 'notice')]//form/@action")
    assert address == f"{earlier.get_absolute_url()}hoan-tac/"
    page = client.post(address, follow=True)
    assert words(page, NOTICES) == ["Đã hoàn tác: xóa báo cáo năm 2023 và 7 hàng. Tệp vẫn ở đây."]
    assert counts() == [0, 1, 0, 0]
    assert Plan.with_deleted.count() == 4
    press(client, earlier, "luu")
    assert counts() == [1, 4, 1, 3]


def test_rows_that_an_changed_meanwhile_stay(client, an, earlier):
    press(client, earlier, "luu")
    plan = Plan.objects.get(number="58/QĐ-SXD")
    plan.subject = "về báo cáo viên"
    edit_row(plan, by=an, version=1)
    assert words(undo(client, earlier), NOTICES) == [
        "Đã hoàn tác: xóa báo cáo năm 2023 và 7 hàng. Tệp vẫn ở đây.",
        "Giữ lại 1 hàng vì đã có người sửa sau khi lưu: Quyết định số 58/QĐ-SXD.",
    ]
    assert counts() == [0, 1, 0, 0]


def test_a_report_that_was_written_on_or_submitted_stays_with_its_rows(client, binh, earlier):
    press(client, earlier, "luu")
    report = Report.objects.get()
    report.sections.filter(position=2).update(version=2)
    (sentence,) = words(undo(client, earlier), NOTICES)[:1]
    assert sentence.startswith("Không hoàn tác được: báo cáo năm 2023 đã được sửa sau khi lưu (1 mục).")
    make_submission(report, submitted_by=binh)
    (sentence,) = words(undo(client, earlier), NOTICES)[:1]
    assert sentence == "Không hoàn tác được: báo cáo năm 2023 đã được nộp."
    assert counts() == [1, 4, 1, 3]


def test_what_was_saved_is_not_corrected_any_more(client, earlier):
    page = client.get(earlier.get_absolute_url())
    press(client, earlier, "luu", page)
    for verb in ("chon", "sua"):
        client.get(earlier.get_absolute_url())
        answer = press(client, earlier, verb, page, fix=f"{line_of('3. Kinh phí')}:0")
        (sentence,) = words(client.get(answer.url), NOTICES)[:1]
        assert sentence == "Báo cáo này đã lưu vào năm 2023. Hoàn tác lần lưu đó trước khi sửa."
    saved = client.get(earlier.get_absolute_url())
    assert words(saved, "//form[@id='doc']//input[@name='row']") == []
    assert words(saved, "//section[contains(@class, 'read-summary')]/h2") == [
        "Đọc được 5 mục, 4 văn bản của đơn vị, 1 văn bản chỉ đạo, 3 hoạt động"
    ]


def test_another_officer_of_the_department_takes_it_back_too(client, department, earlier):
    press(client, earlier, "luu")
    client.force_login(make_user(department, Role.LEGAL_OFFICER))
    undo(client, earlier)
    assert counts() == [0, 0, 0, 0]
