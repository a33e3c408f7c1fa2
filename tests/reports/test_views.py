"""A department reads its year and its report, takes the files away, and never meets those of another."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.history import downloads_of
from accounts.models import Organisation, Role
from reports.compiling import rendering
from reports.compiling.compile import compile_report
from reports.compiling.rendering import draft_of
from reports.document.css import style_sheet
from reports.models import PeriodKind, Report
from reports.states import status_of
from tests.factories import (
    make_directive,
    make_event,
    make_outcome,
    make_plan,
    make_report,
    make_submission,
    make_user,
)
from tests.pages import words
from tests.reports.document.printed import sheets

YEAR, REPORT, PREVIEW = "/nam/2024/", "/bao-cao/2024/", "/bao-cao/2024/xem/"
PAGES, PAPER = f"{REPORT}so-trang/", f"{REPORT}ban-in/"
FILES = [f"{REPORT}tai-ve/docx/", f"{REPORT}tai-ve/pdf/"]
CONTENTS = "//nav[@class='contents framed']//a"
BUTTONS = "//main//a[contains(@class, 'btn')]"
NEXT = "//section[contains(@class, 'next-steps')]"
STATE = f"{NEXT}//span[contains(@class, 'report-state')]"
WAYS_ON = f"{NEXT}//div[@class='ways']/a"
LACKING = f"{NEXT}//ul[@class='doubts']//a"
ROWS = ("van-ban-chi-dao", "ke-hoach", "chinh-sach", "hoat-dong")
WAYS_IN = ["/dan/2024/", *(f"/{rows}/2024/them/" for rows in ROWS)]


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def report(department):
    return make_report(department)


def file_name(response):
    return response.headers["Content-Disposition"]


def test_an_sees_first_what_her_year_lacks_and_where(client_of_an, department):
    make_plan(department)
    make_event(department, attendance=None)
    make_report(department, closing="")
    response = client_of_an.get(YEAR)
    assert (words(response, LACKING), words(response, f"{LACKING}/@href")) == (
        ["1 hoạt động chưa ghi số người tham dự", "Báo cáo chưa có lời kết"],
        ["/hoat-dong/2024/?thieu=so-nguoi", REPORT],
    )


def test_binh_is_led_to_where_he_puts_it_right(client, binh, department):
    make_report(department, (1, "Kết quả", ""), closing="")
    client.force_login(binh)
    assert words(client.get(YEAR), f"{LACKING}/@href") == [REPORT, f"{REPORT}dau-cuoi/"]


def test_the_page_says_when_a_year_is_complete(client_of_an, department, report):
    make_plan(department)
    make_event(department)
    response = client_of_an.get(YEAR)
    assert words(response, f"{LACKING} | {NEXT}/p") == ["Không còn thiếu gì: báo cáo có thể in để ký."]


def test_a_year_with_rows_and_no_report_lacks_the_report(client_of_an, department):
    make_plan(department)
    response = client_of_an.get(YEAR)
    assert words(response, f"{NEXT}//h3 | {STATE} | {LACKING}") == ["Báo cáo năm 2024", "Chưa bắt đầu"]
    assert words(response, WAYS_ON) == ["Xem báo cáo"]


def test_who_writes_is_asked_to_begin_the_report(client, binh, department):
    make_plan(department)
    client.force_login(binh)
    assert words(client.get(YEAR), f"{NEXT}//h3 | {WAYS_ON}") == ["Báo cáo năm 2024", "Bắt đầu báo cáo"]


def test_of_what_was_handed_in_nothing_is_missing_any_more(client_of_an, department):
    report = make_report(department, number="/BC-SM", closing="")
    submission = make_submission(report)
    lines = f"{STATE} | {LACKING} | {NEXT}/p"
    assert words(client_of_an.get(YEAR), lines) == [status_of(report).words]
    make_outcome(submission)
    assert words(client_of_an.get(YEAR), lines) == [
        status_of(report).words,
        "Báo cáo chưa có số, ký hiệu",
        "Báo cáo chưa có lời kết",
    ]


def test_an_sees_the_figures_of_the_year(client_of_an, department, report):
    make_plan(department)
    make_directive(department)
    make_event(department, attendance=1245, attendance_is_minimum=True)
    response = client_of_an.get(YEAR)
    assert words(response, "//section[@class='figures']/a") == [
        "1 văn bản chỉ đạo",
        "1 văn bản đã ban hành",
        "1 hoạt động",
        "hơn 1.245 lượt người tham dự",
    ]
    assert words(response, "//table[@class='bars']/tbody/tr") == ["Kế hoạch 1"]
    assert words(response, f"{WAYS_ON}/@href") == [REPORT]


def test_the_charts_stand_beside_their_figures(client_of_an, department):
    make_plan(department)
    response = client_of_an.get(YEAR)
    assert words(response, "//table[@class='months']//tr[th/@class='series']") == [
        "Văn bản ban hành",
        "Hoạt động",
    ]
    assert words(response, "//table[@class='months']/tbody[1]/tr[2]/td") == ["1", *["0"] * 11]
    assert words(response, "//table[@class='months']/tbody[1]//rect/@height") == ["100", *["0"] * 11]


def test_an_empty_year_says_how_to_begin_and_leads_to_one_with_rows(client_of_an, department):
    make_plan(department, reporting_year=2023)
    response = client_of_an.get(YEAR)
    assert words(response, "//main//h2") == ["Năm 2024 chưa có dữ liệu"]
    assert words(response, f"{BUTTONS}/@href") == [*WAYS_IN, "/nam/2023/"]


def test_a_new_department_is_led_to_no_other_year(client_of_an):
    assert words(client_of_an.get(YEAR), f"{BUTTONS}/@href") == WAYS_IN


def test_the_administrator_of_a_new_department_is_led_to_its_people(client, department, giang, an):
    """Through the first steps, and once they are done through the page of the department."""
    link = "//main//a[@href='/don-vi/2024/nguoi-dung/them/' or @href='/don-vi/2024/']"
    seen = []
    for _ in range(2):
        for person in (giang, an):
            client.force_login(person)
            seen.append(words(client.get(YEAR), link))
        make_user(department, Role.LEGAL_OFFICER)
        Organisation.objects.update(signer_name="Trần Thị Ký")
    assert seen == [["Thêm cán bộ pháp chế và chuyên viên"], [], ["Đơn vị"], []]


def test_home_is_the_last_year_with_rows(client_of_an, department, other_department):
    make_plan(department, reporting_year=2021)
    make_report(other_department, reporting_year=2023)
    assert client_of_an.get("/").url == "/nam/2021/"


def test_the_report_shows_its_contents_its_paper_and_its_files(client_of_an, department):
    make_report(
        department,
        (1, "Kết quả", ""),
        (2, "Văn bản", "Đủ."),
        (2, "Mô <b>hình</b>", ""),
        (1, "Kiến nghị", "Không."),
    )
    response = client_of_an.get(PREVIEW)
    assert words(response, CONTENTS) == [
        "I. KẾT QUẢ",
        "1. Văn bản",
        "2. Mô <b>hình</b> chưa có nội dung",
        "II. KIẾN NGHỊ",
    ]
    assert words(response, f"{CONTENTS}/@href") == [
        f"{PAPER}#muc-{place}" for place in ("1", "1-1", "1-2", "2")
    ]
    assert words(response, "//iframe/@src | //iframe/@title") == [PAPER, "Bản in báo cáo năm 2024"]
    assert words(response, f"{CONTENTS}/@target") == words(response, "//iframe/@name") * 4
    assert words(response, "//header[@class='page-head']//a/@href") == FILES
    assert words(client_of_an.get(PAGES), "//p[@class='pages-of-draft']/b") == ["1 trang"]


def test_what_was_handed_in_takes_the_place_of_the_draft(client_of_an, report):
    submission = make_submission(report)
    files = [file.get_absolute_url() for file in submission.files.all()]
    response = client_of_an.get(PREVIEW)
    assert (words(response, "//iframe"), words(response, "//ul[@class='files-of-version']//a/@href")) == (
        [],
        files,
    )
    assert words(response, f"{BUTTONS}/@href") == [f"{REPORT}cac-ban/1/"]
    for address in (PAPER, *FILES):
        assert client_of_an.get(address).url == PREVIEW
    assert list(downloads_of(report)) == []


def test_what_was_returned_is_a_draft_again(client_of_an, report):
    make_outcome(make_submission(report))
    assert words(client_of_an.get(PREVIEW), "//iframe/@src") == [PAPER]


def test_a_report_on_half_a_year_is_not_the_report_of_the_year(client_of_an, department):
    make_report(department, period_kind=PeriodKind.HALF_YEAR)
    assert client_of_an.get(PAPER).status_code == 404


def test_the_paper_is_exactly_what_is_printed_of_a_draft(client_of_an, report):
    client_of_an.get(PAGES)  # where the report is laid out
    response = client_of_an.get(PAPER)
    sheet = words(response, "//link[@rel='stylesheet']/@href")[0]
    paper = draft_of(compile_report(report))
    assert response.content.decode() == sheets(paper, sheet)
    assert client_of_an.get(sheet).content.decode() == style_sheet()


def test_the_preview_and_its_paper_lay_the_report_out_once(client_of_an, report, monkeypatch):
    documents, lay_out = [], rendering.to_pages
    monkeypatch.setattr(
        rendering, "to_pages", lambda document: documents.append(document) or lay_out(document)
    )
    for subject in ("Báo cáo lần một", "Báo cáo lần hai"):
        Report.objects.update(subject=subject)
        assert [client_of_an.get(address).status_code for address in (PREVIEW, PAGES, PAPER, PAPER)] == [
            200
        ] * 4
    assert [document.subject for document in documents] == ["Báo cáo lần một", "Báo cáo lần hai"]


def test_only_the_paper_may_be_framed_and_only_by_this_site(client_of_an, report):
    frames = {
        address: client_of_an.get(address).headers["X-Frame-Options"] for address in (PAPER, PREVIEW, YEAR)
    }
    assert frames == {PAPER: "SAMEORIGIN", PREVIEW: "DENY", YEAR: "DENY"}


def test_the_paper_and_the_files_are_never_cached_by_the_browser(client_of_an, report):
    for address in (PAPER, FILES[0]):
        assert "no-store" in client_of_an.get(address).headers["Cache-Control"]


def test_the_style_sheet_is_open_and_cached(client, db):
    response = client.get("/bao-cao/document.css")
    assert (response.headers["Content-Type"], response.headers["Cache-Control"]) == (
        "text/css; charset=utf-8",
        "public, max-age=31536000, immutable",
    )


def test_the_report_is_taken_away_as_word(client_of_an, report):
    response = client_of_an.get(FILES[0])
    assert file_name(response) == 'attachment; filename="bao-cao-pbgdpl-SXD-2024-du-thao.docx"'
    assert response.headers["Content-Type"].endswith("wordprocessingml.document")
    assert "Đạt yêu cầu." in ZipFile(BytesIO(response.content)).read("word/document.xml").decode()


def test_the_report_is_taken_away_as_pdf(client_of_an, report):
    response = client_of_an.get(FILES[1])
    assert file_name(response) == 'attachment; filename="bao-cao-pbgdpl-SXD-2024-du-thao.pdf"'
    assert (response.headers["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")


def test_it_is_written_down_who_took_a_draft_away(client_of_an, an, report):
    client_of_an.head(FILES[0])
    client_of_an.get(FILES[1])
    assert [(one.changed_by, one.values) for one in downloads_of(report)] == [
        (an, [["tệp", "", "bao-cao-pbgdpl-SXD-2024-du-thao.pdf"]])
    ]


def test_there_is_no_third_format(client_of_an, report):
    assert client_of_an.get(f"{REPORT}tai-ve/odt/").status_code == 404


@pytest.mark.parametrize(
    ("address", "part"),
    [(YEAR, "//main/*[not(contains(@class, 'next-steps'))]"), (PREVIEW, "//main"), (PAPER, "//main")],
)
def test_binh_and_giang_see_what_an_sees(client, an, binh, giang, department, report, address, part):
    """All but what to do next, which differs by role; Giang's first steps are done."""
    department.signer_name = "Trần Thị Ký"
    department.save()
    seen = []
    for person in (an, binh, giang):
        client.force_login(person)
        seen.append(words(client.get(address), f"//body{part}"))
    assert seen == [seen[0]] * 3


@pytest.mark.parametrize("stranger", ["chi", "dung"])
def test_strangers_do_not_reach_the_report_of_another_department(client, request, report, stranger):
    client.force_login(request.getfixturevalue(stranger))
    assert [client.get(address).status_code for address in (PREVIEW, PAPER, *FILES)] == [404] * 4
    for address in (YEAR, REPORT):
        assert words(client.get(address), "//ol[@class='tasks'] | //section[@class='figures']") == []


@pytest.mark.parametrize("address", [YEAR, REPORT, PREVIEW, PAPER, *FILES])
def test_nobody_else_reads_anything(client, report, address):
    assert client.get(address).url == f"/dang-nhap/?next={address}"


def test_what_people_typed_stays_text(client_of_an, department):
    evil = "<script>alert(1)</script>{{ 7|add:7 }}"
    make_plan(department, subject=evil)
    make_event(department, name=evil, description=evil, partners=evil)
    make_directive(department, subject=evil, issuing_body=evil)
    make_report(department, (2, evil, ""))
    lists = ("/ke-hoach/2024/", "/hoat-dong/2024/", "/van-ban-chi-dao/2024/")
    for address in (YEAR, REPORT, PREVIEW, PAPER, *lists):
        response = client_of_an.get(address)
        is_shown = evil in words(response, "//body")[0]
        assert (address, is_shown, words(response, "//script[not(@src)]")) == (address, True, [])


@pytest.mark.parametrize("address", [YEAR, PREVIEW, PAPER])
def test_a_large_year_costs_as_many_queries_as_a_small_one(client_of_an, department, address):
    report, costs = make_report(department), []
    for rows in (1, 30):
        for _ in range(rows):
            make_plan(department)
            make_event(department, attendance=None)
            report.sections.create(position=9, depth=2, heading="Thêm")
            report.recipients.create(position=9, name="Thêm")
        with CaptureQueriesContext(connection) as queries:
            client_of_an.get(address)
        costs.append(len(queries))
    assert costs[0] == costs[1]
