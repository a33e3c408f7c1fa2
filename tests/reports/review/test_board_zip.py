"""Dung takes everything that was handed in as one ZIP, or what she chose."""

import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime, make_naive
from openpyxl import load_workbook

from accounts.history import downloads_of
from accounts.models import Role
from reports.models import FileKind, OutcomeKind
from reports.submission.stored_files import FileLost
from tests.bad_input import BAD_INPUT
from tests.factories import (
    make_attachment,
    make_organisation,
    make_outcome,
    make_report,
    make_submission,
    make_submitted_file,
    make_user,
)
from tests.pages import words

ADDRESS = "/tong-hop/2024/tai-ve/"
NAME = "bao-cao-pbgdpl-STP-2024.zip"
NOTICE = "//main//div[contains(@class, 'notice')]/p"
XD, YT = "SXD-So-Xay-dung-tinh-Sen", "SYT-So-Y-te-tinh-Sen"


@pytest.fixture
def page(client, dung):
    client.force_login(dung)
    return client


@pytest.fixture
def submission(department):
    return make_submission(make_report(department))


def evidence(organisation, name, data=b"minh chung"):
    return make_attachment(organisation, name=name, data=data, sha256=sha256(data).hexdigest())


def taken(page, address=ADDRESS):
    """Return the ZIP opened, after checking its length against the header."""
    response = page.get(address)
    data = b"".join(response.streaming_content)
    assert (response.status_code, response["Content-Length"]) == (200, str(len(data)))
    archive = ZipFile(BytesIO(data))
    assert archive.testzip() is None
    return archive


def folders(archive):
    return sorted({name.partition("/")[0] for name in archive.namelist() if "/" in name})


def index(archive):
    sheet = load_workbook(BytesIO(archive.read("muc-luc.xlsx"))).active
    _, headings, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [dict(zip(headings, row, strict=True)) for row in rows]


def logged(report):
    return [(one.changed_by.username, one.values) for one in downloads_of(report)]


def write(file, data):
    """Put something else where a file lies."""
    file.file.storage.delete(file.file.name)
    file.file.storage.save(file.file.name, ContentFile(data))


def open_files():
    """Return which files of submissions this process has open."""
    places = [place for place in Path("/proc/self/fd").iterdir() if place.exists()]
    return [str(place.readlink()) for place in places if "/submissions/" in str(place.readlink())]


def test_the_zip_holds_what_was_handed_in_by_department(page, submission, department, other_department):
    make_submitted_file(submission, kind=FileKind.SIGNED)
    submission.attachments.set([evidence(department, name) for name in ("Ảnh.PNG", "ảnh.png")])
    make_submission(make_report(other_department))
    archive = taken(page)
    assert archive.namelist() == [
        f"{XD}/bao-cao-pbgdpl-SXD-2024-ban-1.docx",
        f"{XD}/bao-cao-pbgdpl-SXD-2024-ban-1.pdf",
        f"{XD}/bao-cao-pbgdpl-SXD-2024-ban-1.signed",
        f"{XD}/dinh-kem/Anh.png",
        f"{XD}/dinh-kem/anh-2.png",
        f"{YT}/bao-cao-pbgdpl-SYT-2024-ban-1.docx",
        f"{YT}/bao-cao-pbgdpl-SYT-2024-ban-1.pdf",
        "muc-luc.xlsx",
        "SHA256SUMS.txt",
    ]
    file = submission.files.get(kind=FileKind.PDF)
    assert archive.read(f"{XD}/bao-cao-pbgdpl-SXD-2024-ban-1.pdf") == file.file.read()
    moment = localtime(submission.submitted_at)
    assert archive.infolist()[0].date_time[:5] == tuple(moment.timetuple()[:5])


def test_the_headers_of_the_zip(page, submission):
    response = page.get(ADDRESS)
    assert {name: response[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")} == {
        "Content-Type": "application/zip",
        "Content-Disposition": f'attachment; filename="{NAME}"',
        "Cache-Control": "private, no-store",
    }


def test_the_sums_are_those_that_sha256sum_accepts(page, submission, department, tmp_path):
    submission.attachments.add(evidence(department, "Kế hoạch (bản 1).pdf"))
    taken(page).extractall(tmp_path)
    check = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert check.stdout.count(": OK") == 4
    (tmp_path / XD / "dinh-kem" / "Ke-hoach-ban-1.pdf").write_bytes(b"khac")
    check = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS.txt"], cwd=tmp_path, capture_output=True, check=False
    )
    assert check.returncode == 1


def test_the_index_lists_every_file(page, submission, department):
    department.name = '=HYPERLINK("http://example.com")'
    department.save()
    make_outcome(submission, OutcomeKind.ACCEPTED)
    first, second = index(taken(page))
    file = submission.files.first()
    assert first == {
        "STT": 1,
        "Mã": "SXD",
        "Đơn vị": '=HYPERLINK("http://example.com")',
        "Tình trạng": "Đã tiếp nhận",
        "Bản": 1,
        "Nộp lúc": make_naive(submission.submitted_at).replace(second=0, microsecond=0),
        "Thời hạn": None,
        "Số trang": 9,
        "Loại tệp": "DOCX",
        "Tệp": "SXD-HYPERLINK-http-example-com/bao-cao-pbgdpl-SXD-2024-ban-1.docx",
        "Dung lượng (byte)": file.size,
        "SHA-256": file.sha256,
        "Ghi chú": None,
    }
    assert second["Loại tệp"] == "PDF"


def test_of_each_report_the_last_version_that_was_not_taken_back(page, submission):
    make_outcome(submission)
    make_outcome(make_submission(submission.report), OutcomeKind.WITHDRAWN)
    assert {row["Bản"] for row in index(taken(page))} == {1}
    make_submission(submission.report)
    assert {row["Bản"] for row in index(taken(page))} == {3}


def test_drafts_other_periods_and_other_provinces_stay_out(page, submission, other_department):
    make_report(other_department)
    make_submission(make_report(other_department, reporting_year=2023))
    make_submission(make_report(make_organisation(reports_to=make_organisation())))
    make_outcome(
        make_submission(make_report(make_organisation(reports_to=submission.report.organisation.reports_to))),
        OutcomeKind.WITHDRAWN,
    )
    assert folders(taken(page)) == [XD]


def test_a_selection_is_taken_alone(page, submission, other_department):
    other = make_submission(make_report(other_department))
    foreign = make_submission(make_report(make_organisation(reports_to=make_organisation())))
    own, others = (one.report.organisation_id for one in (other, foreign))
    chosen = f"{ADDRESS}?theo=chon&chon={own}&chon={others}&chon=trang&chon={'9' * 40}&chon=-1"
    assert folders(taken(page, chosen)) == [YT]
    assert (logged(other.report), logged(submission.report), logged(foreign.report)) == (
        [("dung", [["tệp", "", NAME]])],
        [],
        [],
    )


@pytest.mark.parametrize("query", ["theo=chon", "chon=", "chon=x", "theo=chon&chon=trang"])
def test_dung_who_chose_nothing_reads_that_she_did(page, submission, query):
    response = page.get(f"{ADDRESS}?{query}", follow=True)
    assert response.redirect_chain == [("/tong-hop/2024/", 302)]
    assert words(response, NOTICE) == [
        "Chưa chọn báo cáo nào đã nộp. Đánh dấu các đơn vị đã nộp trong danh sách, rồi tải lại."
    ]
    assert logged(submission.report) == []


def test_where_nothing_was_handed_in_there_is_nothing_to_take(page, department):
    make_report(department)
    response = page.get(ADDRESS, follow=True)
    assert words(response, NOTICE) == ["Chưa có báo cáo năm 2024 nào được nộp, nên chưa có gì để tải."]


@pytest.mark.usefixtures("no_quotas")
def test_whatever_is_chosen_is_a_selection_or_none(page, submission):
    for text in BAD_INPUT:
        response = page.get(ADDRESS, {"chon": text[:2000]})
        assert (response.status_code, response.url) == (302, "/tong-hop/2024/")


def test_what_is_missing_or_changed_on_the_disk_is_listed_and_the_rest_comes(page, submission, department):
    docx, pdf = submission.files.all()
    gone, changed = evidence(department, "a.pdf"), evidence(department, "b.pdf")
    submission.attachments.set([gone, changed])
    for file in (docx, gone):
        file.file.storage.delete(file.file.name)
    write(changed, b"khac")
    archive = taken(page)
    assert archive.namelist() == [
        f"{XD}/{pdf.name}",
        "muc-luc.xlsx",
        "SHA256SUMS.txt",
        "THIEU-TEP.txt",
    ]
    assert archive.read("THIEU-TEP.txt").decode("utf-8-sig").split("\r\n") == [
        "Những tệp sau không còn nguyên vẹn trên máy chủ nên không có trong tệp nén này:",
        "",
        f"{XD}/{docx.name}: không còn trên máy chủ (SHA-256 {docx.sha256})",
        f"{XD}/dinh-kem/a.pdf: không còn trên máy chủ (SHA-256 {gone.sha256})",
        f"{XD}/dinh-kem/b.pdf: không còn đúng như khi nộp (SHA-256 {changed.sha256})",
        "",
    ]
    header = page.head(ADDRESS)["Content-Disposition"]
    assert header == 'attachment; filename="bao-cao-pbgdpl-STP-2024-thieu-tep.zip"'
    assert [row["Ghi chú"] for row in index(archive)] == [
        "Thiếu tệp: không còn trên máy chủ",
        None,
        "Thiếu tệp: không còn trên máy chủ",
        "Thiếu tệp: không còn đúng như khi nộp",
    ]


def test_a_file_that_changes_while_the_zip_is_sent_ends_it(page, submission):
    file = submission.files.last()
    reading = page.get(ADDRESS).streaming_content
    next(reading)
    write(file, b"x" * file.size)
    with pytest.raises(FileLost):
        list(reading)


def test_departments_of_the_same_name_without_marks_have_folders_of_their_own(page, justice_department):
    for code in ("a.b", "a-b", "A.B"):
        make_submission(make_report(make_organisation(code=code, name="Sở", reports_to=justice_department)))
    assert folders(taken(page)) == ["A-B-So", "a-b-So-2", "a-b-So-3"]


def test_whatever_a_file_is_called_it_lies_in_its_folder(page, submission, department, tmp_path):
    names = [text[:200] for text in BAD_INPUT]
    submission.attachments.set([evidence(department, f"{name[:190]}.pdf") for name in names])
    archive = taken(page)
    lying = [name for name in archive.namelist() if "dinh-kem" in name]
    assert (len(lying), len({name.lower() for name in lying})) == (len(names), len(names))
    assert {str(Path(name).parent) for name in lying} == {f"{XD}/dinh-kem"}
    archive.extractall(tmp_path)
    assert len(list((tmp_path / XD / "dinh-kem").iterdir())) == len(names)


def test_each_report_is_noted_as_taken_before_the_first_byte(page, submission, other_department):
    other = make_submission(make_report(other_department))
    page.get(ADDRESS)
    for report in (submission.report, other.report):
        assert logged(report) == [("dung", [["tệp", "", NAME]])]


def test_who_asks_for_the_size_alone_takes_nothing(disk, page, submission):
    response = page.head(ADDRESS)
    assert (response.status_code, response.content, logged(submission.report)) == (200, b"", [])
    assert response["Content-Length"] == page.get(ADDRESS)["Content-Length"]
    assert open_files() == []


def test_who_stops_reading_leaves_no_file_open(disk, page, submission):
    response = page.get(ADDRESS)
    next(response.streaming_content)
    assert len(open_files()) == 1
    response.close()
    assert open_files() == []


def test_thirty_departments_cost_no_more_questions_than_two_but_for_the_notes_of_who_took(
    page, justice_department
):
    costs = []
    for year, times in ((2023, 2), (2024, 30)):
        for _ in range(times):
            report = make_report(make_organisation(reports_to=justice_department), reporting_year=year)
            make_submission(report).attachments.add(evidence(report.organisation, "a.pdf"))
        page.head(f"/tong-hop/{year}/tai-ve/")
        with CaptureQueriesContext(connection) as queries:
            page.head(f"/tong-hop/{year}/tai-ve/")
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_an_officer_of_another_justice_department_gets_nothing_of_it(client, submission):
    client.force_login(make_user(make_organisation(), Role.JUSTICE_OFFICER))
    response = client.get(f"{ADDRESS}?chon={submission.report.organisation_id}")
    assert (response.status_code, response.url) == (302, "/tong-hop/2024/")
