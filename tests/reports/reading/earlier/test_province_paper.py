"""Dung uploads last year's report of the province: its words are saved, and no row of what it names."""

from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from accounts.models import Change, LogEntry, LogKind, Role
from events.models import Event
from plans.models import Directive, Plan
from reports.compiling.compile import compile_report
from reports.document.text import to_text
from reports.document.word import to_docx
from reports.models import Assessment, EarlierReport, Outline, Report
from reports.reading.earlier.saving import save_earlier
from reports.reading.earlier.uploads import store_file
from reports.reading.report import reading_of
from tests.factories import make_earlier_report, make_organisation, make_report, make_submission, make_user
from tests.pages import words
from tests.reports.reading.earlier.papers import REPORT
from tests.reports.reading.earlier.province_paper import DONE, NAMED, province_report
from tests.reports.reading.earlier.uploading import keys, press, upload
from tests.reports.reading.report.reading import lost_words

pytestmark = pytest.mark.django_db
REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "report-2024.txt"
NOT_TAKEN = (
    "1 văn bản, 2 hoạt động nêu trong báo cáo không thành dòng của năm, vì dữ liệu của báo cáo tỉnh do các "
    "đơn vị nhập. Lời văn giữ nguyên."
)
NOTICES = "//div[contains(@class, 'notice')]/p"
VERBS = ("doc", "chon", "sua", "doi-nam", "luu", "hoan-tac", "xoa", "khoi-phuc")


@pytest.fixture
def province(justice_department, department, other_department):
    """Return the Justice Department, to which two departments report."""
    return justice_department


@pytest.fixture
def paper(province):
    return to_docx(province_report(province))


@pytest.fixture
def earlier(province, dung, paper):
    return make_earlier_report(province, data=paper, added_by=dung, reporting_year=2024, name="tinh.docx")


@pytest.fixture
def client(client, dung):
    client.force_login(dung)
    return client


def rows():
    return [model.with_deleted.count() for model in (Plan, Directive, Event)]


# Both who write for the province


@pytest.mark.parametrize("role", [Role.JUSTICE_OFFICER, Role.LEGAL_OFFICER])
def test_whoever_writes_for_the_province_saves_every_word_and_no_row(client, province, paper, role):
    client.force_login(make_user(province, role))
    assert upload(client, paper, name="tinh.docx", year=2024).status_code == 302
    earlier = EarlierReport.objects.get()
    saved = client.get(press(client, earlier, "luu").url)
    assert words(saved, NOTICES)[0] == (f"Đã lưu Báo cáo năm 2024 của {province.name}: 23 mục. {NOT_TAKEN}")
    report = Report.objects.get()
    shipped = Outline.objects.of_province(province, 2024).get().sections
    headings = [one.printed_heading.upper() for one in shipped.all()]
    assert [one.heading.upper() for one in report.sections.all()] == headings
    printed = to_text(compile_report(report))
    assert lost_words(to_text(reading_of(paper, "a").document), printed) == Counter()
    assert [one for one in (*NAMED, DONE) if one not in printed] == []
    assert (rows(), Assessment.objects.count()) == ([0, 0, 0], 0)
    assert not report.sections.filter(body__contains="[[").exists()
    assert [one.name for one in report.recipients.all()] == [
        "Như trên",
        "Hội đồng phối hợp PBGDPL tỉnh Sen",
        "Lưu: VT",
    ]


def test_before_anything_is_saved_the_page_says_what_is_not_taken_and_why(client, earlier):
    page = client.get(earlier.get_absolute_url())
    assert words(page, "//section[contains(@class, 'read-summary')]/p[@class='doubt']") == [NOT_TAKEN]
    assert words(page, "//div[@class='save-bar']/p") == ["Sẽ lưu 23 mục vào năm 2024, không lưu dòng nào."]
    assert words(page, "//form[@id='doc']//input[@type='checkbox']") == keys(page) == []
    named = client.get(f"{earlier.get_absolute_url()}?phan=hang")
    assert words(named, "//div[contains(@class, 'result')]/p[@class='model']") == [
        "Văn bản",
        "Hoạt động",
        "Hoạt động",
    ]
    assert set(words(named, "//div[contains(@class, 'result')]/p[@class='hint']")) == {
        "Không thành dòng của năm; lời văn giữ nguyên."
    }
    assert words(client.get(f"{earlier.get_absolute_url()}?phan=can-xem"), "//p[@class='panel']") == [
        "Không có chỗ nào cần xem lại."
    ]


def test_rows_that_are_ticked_though_no_box_is_there_are_not_saved(client, province, earlier):
    department = make_earlier_report(make_organisation(), data=earlier.file.open("rb").read())
    client.force_login(department.added_by)
    chosen = keys(client.get(department.get_absolute_url()))
    assert chosen != []
    client.force_login(earlier.added_by)
    ticked = (
        {"row": chosen} | {f"keep-{key}": "on" for key in chosen} | {f"as-{key}": "plan" for key in chosen}
    )
    assert press(client, earlier, "luu", **ticked).url == "/bao-cao/2024/"
    assert rows() == [0, 0, 0]


def test_the_upload_page_says_so_too(client, province, department, binh):
    (before, *_) = [one for one in words(client.get("/bao-cao-cu/2025/"), "//aside//li") if "dòng" in one]
    assert "không thành dòng của năm" in before
    client.force_login(binh)
    assert "mỗi thứ thành một dòng của năm" in client.get("/bao-cao-cu/2025/").content.decode()


def test_nothing_is_said_there_of_the_rows_of_a_year_whose_report_is_issued(client, province, earlier):
    client.force_login(make_user(province, Role.LEGAL_OFFICER))
    make_submission(make_report(province))
    for page in ("/bao-cao-cu/2024/", earlier.get_absolute_url()):
        assert words(client.get(page), NOTICES) == []


# What it is for


def test_dung_begins_the_new_report_from_it_and_reads_its_words_beside_each_section(client, earlier):
    assert "/bao-cao-cu/2025/" in words(client.get("/bao-cao/2025/"), "//main//a/@href")
    press(client, earlier, "luu")
    client.post("/bao-cao/2025/bat-dau/", {"begin_from": "earlier"})
    report = Report.objects.get(reporting_year=2025)
    section = report.sections.get(heading="Hoạt động của Hội đồng phối hợp PBGDPL")
    assert (report.sections.count(), section.body, section.collects) == (23, DONE, "hội đồng phối hợp")
    assert (report.annexes.count(), report.addressees) == (3, "UBND tỉnh Sen\nBộ Tư pháp")
    page = client.get(f"/bao-cao/2025/muc/{section.pk}/")
    assert words(page, "//details[@id='nam-truoc']//p[@class='printed-text']") == [DONE]


def test_she_takes_it_back_as_long_as_nobody_wrote_on_it(client, earlier):
    press(client, earlier, "luu")
    client.get("/bao-cao/2024/")
    undo = f"{earlier.get_absolute_url()}hoan-tac/"
    Report.objects.get().sections.filter(position=2).update(version=2)
    refused = words(client.post(undo, follow=True), NOTICES)[0]
    assert refused.endswith("đã được sửa sau khi lưu (1 mục). Báo cáo giữ nguyên.")
    Report.objects.get().sections.update(version=1)
    assert words(client.post(undo, follow=True), NOTICES)[0] == (
        "Đã hoàn tác: xóa báo cáo năm 2024. Tệp vẫn ở đây."
    )
    assert press(client, earlier, "luu").url == "/bao-cao/2024/"


def test_what_was_saved_with_its_rows_before_anybody_reported_there_stays_so(client, dung):
    alone = make_organisation(name="Sở Tư pháp tỉnh Lan")
    officer = make_user(alone, Role.LEGAL_OFFICER)
    client.force_login(officer)
    earlier = make_earlier_report(alone, data=REPORT.encode(), added_by=officer, reporting_year=2024)
    press(client, earlier, "luu")
    make_organisation(reports_to=alone)
    page = client.get(earlier.get_absolute_url())
    assert words(page, "//section[contains(@class, 'read-summary')]/p[@class='doubt']") == []
    client.post(f"{earlier.get_absolute_url()}hoan-tac/")
    assert [model.objects.count() for model in (Report, Plan, Event)] == [0, 0, 0]


# Who may


def test_her_download_is_in_the_log(client, earlier):
    client.get(f"{earlier.get_absolute_url()}tep/")
    assert LogEntry.objects.order_by("pk").last().kind == LogKind.DOWNLOADED
    assert Change.objects.latest("pk").kind == "downloaded"


@pytest.mark.parametrize("role", [Role.STAFF, Role.ADMINISTRATOR])
def test_her_colleagues_who_do_not_write_it_upload_nothing(client, province, earlier, role):
    client.force_login(make_user(province, role))
    pages = ("/bao-cao-cu/2025/", earlier.get_absolute_url(), f"{earlier.get_absolute_url()}tep/")
    assert {client.get(page).status_code for page in pages} == {403}
    assert {client.post(f"{earlier.get_absolute_url()}{verb}/").status_code for verb in VERBS} == {403}


def test_officers_of_other_bodies_reach_none_of_it(client, binh, earlier):
    elsewhere = make_organisation()
    make_organisation(reports_to=elsewhere)
    for stranger in (binh, make_user(elsewhere, Role.JUSTICE_OFFICER)):
        client.force_login(stranger)
        url = earlier.get_absolute_url()
        assert [client.get(f"{url}{page}").status_code for page in ("", "tep/")] == [404, 404]
        assert {client.post(f"{url}{verb}/").status_code for verb in VERBS} == {404}


def test_where_nobody_reports_a_justice_officer_uploads_nothing_because_rows_would_be_saved(client, dung):
    assert client.get("/bao-cao-cu/2025/").status_code == 403
    with pytest.raises(PermissionDenied):
        store_file(REPORT.encode(), "a.txt", year=2024, by=dung)
    earlier = make_earlier_report(dung.organisation, data=REPORT.encode())
    with pytest.raises(PermissionDenied):
        save_earlier(earlier, by=dung)


# Other papers, other ways in


def test_the_command_saves_no_row_either_and_says_so(province, paper, tmp_path):
    file = tmp_path / "tinh.docx"
    file.write_bytes(paper)
    call_command("import_report", file, organisation=province.code, year=2024, stdout=(out := StringIO()))
    assert NOT_TAKEN in out.getvalue()
    assert "0 hoạt động" not in out.getvalue()
    assert (Report.objects.get().sections.count(), rows()) == (23, [0, 0, 0])


@pytest.mark.skipif(not REAL.exists(), reason=f"the real report does not lie beside the project ({REAL})")
def test_a_real_report_is_kept_word_for_word(client, province, dung):
    data = REAL.read_bytes()
    earlier = make_earlier_report(province, data=data, added_by=dung)
    press(client, earlier, "luu")
    printed = to_text(compile_report(Report.objects.get()))
    assert lost_words(to_text(reading_of(data, "a").document), printed) == Counter()
    assert (rows(), Report.objects.get().sections.count()) == ([0, 0, 0], 14)
