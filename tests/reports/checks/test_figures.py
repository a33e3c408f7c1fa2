"""Figures in the texts of Bình's report: marks without a number, numbers typed by hand that differ from the data."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.kinds import EventKind
from reports.checks import RULES, check, find, load
from reports.checks.figures import NO_FIGURE, TYPED_FIGURE, UNREAD_FIGURE
from reports.checks.mending import proposals
from reports.checks.mending.sources import Sources
from reports.checks.spelling import SPELLING
from reports.checks.typed_figures import typed_figures, typed_in
from reports.checks.whole import UNREAD_LISTING
from reports.models import PeriodKey, PeriodKind
from reports.writing.replacing.searching import Search
from tests.factories import make_event, make_report
from tests.growth import growth
from tests.reports.checks.found import TODAY, findings, report_saying, texts
from tests.reports.figures.forms import make_form

pytestmark = pytest.mark.django_db

SHARED = Path(settings.BASE_DIR).parent / "shared" / "data"
WHOLE = "Năm 2024, Sở đã tổ chức 40 cuộc cho 5.614 lượt người."


@pytest.fixture(autouse=True)
def rows(department):
    """Save three sessions with 240 people: a training of March and a conference of June in two sessions."""
    make_form(from_year=2020)
    make_event(department)
    return make_event(
        department, kind=EventKind.CONFERENCE, held_from=date(2024, 6, 3), sessions=2, attendance=200
    )


def test_a_mark_that_names_no_figure_is_found_with_the_nearest_name(department):
    report = report_saying(
        department, "Có [[số cuộcc]] cuộc, [[xyz]], [[số cuộc]].\n\n[[hoạt độngg]]\n\n[[số người]]"
    )
    assert texts(report, UNREAD_FIGURE) == [
        "“[[số cuộcc]]” (I. KẾT QUẢ) không phải tên số liệu nào. Có phải “[[số cuộc]]”?",
        "“[[xyz]]” (I. KẾT QUẢ) không phải tên số liệu nào. Chọn một tên trong danh sách số liệu.",
    ]
    assert texts(report, UNREAD_LISTING) == [
        "“[[hoạt độngg]]” (mục “Kết quả”) không phải tên danh mục. Có phải “[[hoạt động]]”?"
    ]


def test_many_marks_that_name_no_figure_are_counted(department):
    marks = [f"Có [[xyz {number}]] cuộc." for number in range(25)]
    found = texts(report_saying(department, "\n".join([*marks, marks[3]])), UNREAD_FIGURE)
    assert len(found) == 21
    assert found[3].startswith("“[[xyz 3]]” (2 lần) (I. KẾT QUẢ) không phải tên số liệu nào.")
    assert found[-1] == "Còn 5 tên khác (I. KẾT QUẢ) in như đã gõ. Sửa những tên trên trước."


def test_brackets_that_are_printed_as_typed_are_found_wherever_they_stand(department):
    report = make_report(
        department,
        (1, "Có [[số cuộc]]", "Gồm [[hoạt động]]."),
        closing="Hết.\n[[hoạt động]]",
        subject="Kết quả [[abc]]",
    )
    report.annexes.create(position=1, title="PHỤ LỤC [[số người]]", body="[[hoạt độngg]]\n\n[[hoạt động]]")
    moved = "Bỏ ngoặc vuông, hoặc đưa vào lời."
    as_typed = f"in như đã gõ: tiêu đề và nơi nhận không in số liệu, danh mục. {moved}"
    assert texts(report, UNREAD_FIGURE) == [
        "“[[hoạt động]]” (lời kết) in như đã gõ: ở đây không in danh mục. Đưa danh mục vào một mục hoặc phụ lục.",
        "“[[hoạt động]]” (I. CÓ [[SỐ CUỘC]]) là tên danh mục, chỉ in được khi đứng riêng một dòng. "
        "Đưa xuống một dòng riêng.",
        "“[[hoạt độngg]]” (PHỤ LỤC [[số người]]) không phải tên số liệu nào. Có phải “[[hoạt động]]”?",
        f"“[[abc]]” (trích yếu) {as_typed}",
        f"“[[số cuộc]]” (mục “Có [[số cuộc]]”) {as_typed}",
        f"“[[số người]]” (phụ lục “PHỤ LỤC [[số người]]”) {as_typed}",
    ]


def test_a_figure_without_a_number_is_found_wherever_it_stands(department):
    report = report_saying(department, "Có [[cột 4]] người.", closing="Hết [[số cuộc: tháng mười ba]]./.")
    report.annexes.create(position=1, title="PHỤ LỤC", body="| [[cột 99]] |")
    found = findings(report, NO_FIGURE)
    assert [(one.place.part.value, one.place.field, one.place.line) for one in found] == [
        ("report", "closing", "[[số cuộc: tháng mười ba]]"),
        ("section", "", "[[cột 4]]"),
        ("annex", "", "[[cột 99]]"),
    ]
    assert found[1].text == (
        "“[[cột 4]]” (I. KẾT QUẢ) chưa in được số: cột 4 chưa có số. Bổ sung số liệu này, hoặc viết câu khác."
    )


def test_numbers_that_differ_from_the_data_are_found_and_replaced_by_marks(department):
    report = report_saying(department, f"{WHOLE} Tổng số 02 hội nghị.")
    assert texts(report, TYPED_FIGURE) == [
        "“40 cuộc” (mục “Kết quả”) khác số của dữ liệu: 03. "
        "Dùng số của dữ liệu “[[số cuộc]]”, hoặc bổ sung các dòng còn thiếu.",
        "“5.614 lượt người” (mục “Kết quả”) khác số của dữ liệu: 240. "
        "Dùng số của dữ liệu “[[số người]]”, hoặc bổ sung các dòng còn thiếu.",
    ]
    draft = load(report, TODAY)
    found = [one for one in check(draft) if one.rule is TYPED_FIGURE]
    assert [(one.before, one.after) for one in proposals(Sources(draft), found)] == [
        ("40", "[[số cuộc]]"),
        ("5.614", "[[số người]]"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024, Sở đã tổ chức [[số cuộc]] cuộc cho [[số người]] lượt người.",
        "Năm 2024, Sở đã tổ chức 03 cuộc cho 240 lượt người.",  # what the data says
        "Trong năm, Sở đã tổ chức 02 cuộc cho 200 lượt người.",  # one row
        "Năm 2023, Sở đã tổ chức 40 cuộc.",
        "Sở đã tổ chức 40 cuộc, tăng 5 cuộc so với năm trước.",
        "Năm 2024, Sở đã tổ chức 40 cuộc cho hơn 5.000 lượt người, tại huyện Sen.",
        "Ngày 05/3/2024, Sở đã tổ chức 04 hội nghị cho 500 lượt người.",
        "Trong năm, Sở đã tổ chức nhiều cuộc, trong đó 14 cuộc trực tuyến.",
        "Sở dự kiến tổ chức 40 cuộc trong năm.",
        "Sở đã tổ chức 01 hội nghị.",
        "6 tháng đầu năm 2024, Sở đã tổ chức 20 cuộc.",
        "Trong năm, thanh tra 40 cuộc kiểm tra, 12 cuộc thanh tra.",
        "Các phòng đã tổ chức 10 cuộc, 20 cuộc và 30 cuộc.",
        "Trong năm, Sở đã cử 15 lượt người tham dự các lớp tập huấn.",
        "Năm 2024, Sở đã tham dự 04 hội nghị do Bộ Xây dựng tổ chức.",
        "Trong năm, trang thông tin có 1.200.000 lượt người truy cập.",
        "Trong năm, đã giải quyết thủ tục hành chính cho 12.000 lượt người.",
        "Trong năm, toàn tỉnh đã tổ chức 4.560 cuộc cho 450.000 lượt người.",
        "Trong năm, các đơn vị trực thuộc Sở đã tổ chức 25 cuộc cho 2.000 lượt người.",
        "Trong năm, Sở đã tổ chức 12 hội nghị giao ban.",
        "Trong năm, Sở đã tổ chức 05 hội nghị phổ biến Luật Nhà ở.",
    ],
)
def test_right_numbers_and_those_of_something_else_are_left_alone(department, text):
    assert texts(report_saying(department, text), TYPED_FIGURE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024, Sở đã tổ chức 02 hội nghị cho người khuyết tật.",
        "Trong năm đã tổ chức 02 hội nghị cho người khuyết tật với 300 lượt người.",
        "Trong năm, Sở đã tổ chức 03 hội nghị phổ biến pháp luật về đất đai.",
        "Năm 2024, Sở đã tổ chức 08 hội nghị, tọa đàm cho doanh nghiệp.",
        "Trong năm, Sở đã tổ chức 06 hội thảo với chủ đề an toàn giao thông.",
        "Trong năm, Sở đã tổ chức 03 tọa đàm trong lĩnh vực xây dựng, 150 lượt người.",
        "Trong năm, tổ chức 02 hội nghị đối với người cao tuổi thu hút 120 lượt người.",
        "Trong năm, Sở đã tổ chức 02 hội nghị liên quan đến quyền trẻ em.",
        "Trong năm, đã phổ biến được 300 lượt người khuyết tật.",
        "Trong năm, đã phổ biến được 300 lượt người là hội viên nông dân.",
        "Trong năm, Sở đã tổ chức 30 hội nghị về chính sách bảo hiểm y tế.",
    ],
)
def test_a_number_that_words_after_it_narrow_is_one_of_a_part(text):
    assert [one.words for one in typed_figures(text, PeriodKey(2024))] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Trong năm, Sở đã tổ chức 40 cuộc cho 5.614 lượt người, 02 hội nghị cho người khuyết tật.",
            ["40 cuộc", "5.614 lượt người"],
        ),
        (
            "Năm 2024, Sở đã tổ chức 40 cuộc phổ biến pháp luật cho cán bộ, công chức và người lao động.",
            ["40 cuộc"],
        ),
        (
            "Trong năm, Sở đã tổ chức 20 hội nghị cho toàn thể công chức của Sở với 2.100 lượt người.",
            ["20 hội nghị", "2.100 lượt người"],
        ),
        ("Năm 2024, Sở đã tổ chức 40 cuộc cho hơn 5.000 lượt người.", ["40 cuộc"]),
        ("Trong năm, Sở đã tổ chức 30 hội nghị về chính sách, pháp luật mới.", ["30 hội nghị"]),
        (
            "Trong năm, Sở đã tổ chức 36 cuộc tuyên truyền về pháp luật với 4.500 lượt người tham dự.",
            ["36 cuộc", "4.500 lượt người"],
        ),
        ("Trong năm, Sở đã tổ chức 30 cuộc cho các tầng lớp nhân dân.", ["30 cuộc"]),
    ],
)
def test_a_number_for_everybody_and_about_the_law_is_that_of_the_whole(text, words):
    assert [one.words for one in typed_figures(text, PeriodKey(2024))] == words


@pytest.mark.parametrize(
    "body", ["Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch"]
)
def test_the_name_of_a_department_is_no_other_work(body):
    line = f"Trong năm, Sở {body} tiếp tục tuyên truyền, đã tổ chức 40 cuộc phổ biến pháp luật."
    assert [one.words for one in typed_figures(line, PeriodKey(2024))] == ["40 cuộc"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Toàn tỉnh tổ chức 2.400 cuộc với 301.537 lượt người.", ["2.400 cuộc", "301.537 lượt người"]),
        ("Các cơ quan, đơn vị đã tổ chức 36 cuộc.", ["36 cuộc"]),
        ("Các sở, ngành thuộc tỉnh đã tổ chức 1.245 cuộc.", ["1.245 cuộc"]),
        ("Trên địa bàn tỉnh đã mở 5 cuộc thi trong năm 2024.", ["5 cuộc thi"]),
        ("Sở Tư pháp đã tổ chức 12 cuộc trong năm.", []),
        ("Năm 2023, toàn tỉnh tổ chức 11 cuộc.", []),
        ("Riêng cấp xã, toàn tỉnh tổ chức 20 cuộc tại xã, phường.", []),
        ("Trong 6 tháng, toàn tỉnh tổ chức 30 cuộc.", []),
    ],
)
def test_in_the_report_of_a_province_the_whole_is_that_of_all_bodies(text, words):
    assert [one.words for one in typed_figures(text, PeriodKey(2024), True)] == words


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Toàn tỉnh đã ban hành 450 văn bản về PBGDPL.", {"450": "số văn bản đã ban hành"}),
        (
            "Các đơn vị đã ban hành 12 kế hoạch, 30 công văn triển khai công tác phổ biến.",
            {"12": "số kế hoạch", "30": "số công văn"},
        ),
        (
            "Toàn tỉnh có 95 cơ quan, đơn vị đã báo cáo (Phụ lục II), 5 đơn vị chưa báo cáo, 3 đơn vị nộp muộn.",
            {"95": "số đơn vị đã báo cáo", "5": "số đơn vị chưa báo cáo", "3": "số đơn vị báo cáo muộn"},
        ),
        ("Toàn tỉnh có 100 đơn vị phải báo cáo.", {"100": "số đơn vị phải báo cáo"}),
        ("Toàn tỉnh có 92 đơn vị đã nộp báo cáo đúng hạn.", {"92": "số đơn vị báo cáo đúng hạn"}),
        ("Các cơ quan, đơn vị đã nêu 15 đề xuất, kiến nghị.", {"15": "số kiến nghị"}),
        ("Toàn tỉnh có 20 đơn vị đã báo cáo kết quả rà soát văn bản.", {}),
        ("Toàn tỉnh đã đăng tải 300 văn bản.", {}),
        ("Các cơ quan, đơn vị đã ban hành 20 văn bản quy phạm pháp luật.", {}),
        ("Toàn tỉnh đã ban hành 20 văn bản về đất đai.", {}),
        ("Sở Tư pháp đã ban hành 14 văn bản.", {}),
        ("Ban Chỉ đạo đã ban hành 14 văn bản cho toàn tỉnh.", {}),
    ],
)
def test_the_report_of_a_province_also_counts_what_its_bodies_issued_proposed_and_submitted(text, marks):
    found = typed_figures(text, PeriodKey(2024), True)
    assert {one.words.split()[0]: one.mark for one in found} == marks
    assert not set(marks.values()) & {one.mark for one in typed_figures(text, PeriodKey(2024))}


def test_six_months_are_the_whole_of_a_half_year_and_a_part_of_a_year():
    line = "6 tháng đầu năm 2024, Sở đã tổ chức 20 cuộc; cả năm 2024 đã tổ chức 40 cuộc."
    periods = (PeriodKey(2024, PeriodKind.HALF_YEAR), PeriodKey(2024))
    assert [[one.words for one in typed_figures(line, period)] for period in periods] == [
        ["20 cuộc"],
        ["40 cuộc"],
    ]


def test_lines_are_judged_as_printed_and_mended_around_their_figures(department):
    report = report_saying(
        department, "Sở tổ chức kip thời [[số cuộc]] cuộc , đạt.", opening="Có [[số cuộc]] cuộc."
    )
    draft = load(report, TODAY)
    assert "Sở tổ chức kip thời 03 cuộc , đạt." in [passage.text for passage in draft.passages]
    [spelling] = [one for one in check(draft) if one.rule is SPELLING]
    assert spelling.place.line == "Sở tổ chức kip thời [[số cuộc]] cuộc , đạt."
    [mend] = proposals(Sources(draft), [spelling], "kịp")
    assert (mend.before, mend.after) == ("kip", "kịp")
    [spaced] = proposals(Sources(draft), [one for one in check(draft) if one.rule.code == "misplaced-mark"])
    assert report.sections.get().body[: spaced.start].endswith("[[số cuộc]] cuộc")


def test_marks_in_rows_and_legal_bases_are_plain_text(department):
    make_event(department, wording="Hội nghị [[số cuộc]] kip thời")
    report = report_saying(department, "[[hoạt động]]", legal_bases="Luật [[số người]] kip thời;")
    draft = load(report, TODAY)
    found = [one for one in check(draft) if one.rule is SPELLING]
    assert sorted(one.place.part.value for one in found) == ["event", "report"]
    assert [one.before for one in proposals(Sources(draft), found, "kịp")] == ["kip", "kip"]


def test_no_other_rule_stumbles_over_a_mark(department):
    plain = {one.rule.code for one in find(report_saying(department, "Sở tổ chức 03 cuộc."), TODAY)}
    department.reports.all().delete()
    marked = report_saying(department, "Sở tổ chức [[số cuộc: hội nghị, tập huấn]] cuộc.")
    assert {one.rule.code for one in find(marked, TODAY)} == plain


def test_searching_for_words_leaves_marks_alone(department):
    report = report_saying(department, "Có [[số cuộc]] cuộc.")
    assert [(one.start, one.before) for one in Search("cuộc", "buổi").found(report)] == [(15, "cuộc")]


def test_an_event_that_changes_makes_another_draft(department, rows):
    report = report_saying(department, f"Có [[số cuộc]] cuộc. {WHOLE}")
    before = load(report, TODAY).digest
    rows.sessions = 5
    rows.save()
    assert load(report, TODAY).digest != before
    assert texts(report, TYPED_FIGURE)[0].startswith("“40 cuộc” (mục “Kết quả”) khác số của dữ liệu: 06.")


def test_texts_without_figures_cost_no_query_more(department):
    report = report_saying(department, "Sở đã phổ biến pháp luật.")
    with CaptureQueriesContext(connection) as without:
        find(report, TODAY)
    report.sections.update(body=WHOLE)
    with CaptureQueriesContext(connection) as typed:
        find(report, TODAY)
    report.sections.update(body=f"{WHOLE} [[số cuộc: tháng 6]] " * 30)
    with CaptureQueriesContext(connection) as many:
        find(report, TODAY)
    assert len(without) < len(typed) == len(many)


@pytest.mark.skipif(not SHARED.exists(), reason="các câu thật không nằm cạnh dự án")
def test_on_real_sentences_few_numbers_are_taken_for_figures_of_the_year():
    """None of the report's, and none of the forty sentences about single events."""
    lines = (SHARED / "report-2024.txt").read_text(encoding="utf-8").split("\n")
    events = (SHARED / "event-sentences.jsonl").read_text(encoding="utf-8").splitlines()
    lines += [json.loads(line)["sentence"] for line in events]
    assert [one.words for line in lines for one in typed_figures(line, PeriodKey(2024))] == []


@pytest.mark.parametrize(
    "piece",
    [
        "36 cuộc, ",
        "năm 2024 36 ",
        "trong đó ",
        "1.",
        "hơn 36 hội nghị ",
        "36 hội nghị, cuộc cho các ",
        "2 cuộc do a, các sở ",
    ],
)
def test_hostile_sentences_take_time_in_proportion(piece):
    assert (
        growth(
            lambda text: list(typed_in.__wrapped__(text, PeriodKey(2024))),
            lambda size: piece * (size // len(piece)),
            3_000,
        )
        < 64
    )


def test_the_rules_stand_in_the_table():
    assert {UNREAD_FIGURE, NO_FIGURE, TYPED_FIGURE} <= RULES.keys()
