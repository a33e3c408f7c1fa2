"""Bình uploads last year's report; the file is kept as it came, for Bình's department alone."""

import pytest
from django.utils import timezone

from accounts.models import Change, Role
from reports.models import EarlierReport, Report
from reports.reading.earlier.uploads import MOST_FILES
from reports.reading.earlier.views.uploading import MOST_BYTES_AT_ONCE
from tests.factories import make_earlier_report, make_report, make_user
from tests.pages import words
from tests.reports.reading.earlier.papers import NAME, REPORT
from tests.reports.reading.earlier.uploading import press, upload, uploaded

pytestmark = pytest.mark.django_db
ENGLISH = "The department held many meetings on the new laws this year. " * 20
ERRORS = "//form//*[@role='alert']//span"


@pytest.fixture
def client(client, binh):
    client.force_login(binh)
    return client


def test_the_file_is_kept_as_it_came_and_nothing_else_is_saved(client, binh):
    response = upload(client)
    earlier = EarlierReport.objects.get()
    assert response.url == f"/bao-cao-cu/2023/{earlier.pk}/"
    assert (earlier.name, earlier.reporting_year, earlier.added_by) == (NAME, 2023, binh)
    assert earlier.file.open("rb").read() == REPORT.encode()
    assert not Report.objects.exists()
    answer = client.get(f"{response.url}tep/")
    assert b"".join(answer.streaming_content) == REPORT.encode()
    assert list(Change.objects.values_list("kind", flat=True)) == ["downloaded", "added"]


def test_this_year_and_the_last_one_are_offered_first(client):
    now = timezone.localdate().year
    years = words(client.get("/bao-cao-cu/2024/"), "//select[@name='year']/option/@value")
    assert years[:2] == [str(now), str(now - 1)]
    assert words(client.get("/bao-cao-cu/2019/"), "//select[@name='year']/option[@selected]") == ["Năm 2019"]


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        ("", NAME, "Tệp này trống, không có nội dung. Chọn lại tệp."),
        (ENGLISH, NAME, "Không đọc được bao-cao-2023.txt: tệp"),
        ("PK\x03\x04 broken", "a.docx", "Không đọc được a.docx: tệp Word bị hỏng, hãy mở bằng Word"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_way_out(client, data, name, problem):
    page = upload(client, data, name=name)
    (sentence,) = words(page, ERRORS)
    assert sentence.startswith(problem)
    assert words(page, "//select[@name='year']/option[@selected]") == ["Năm 2023"]
    assert not EarlierReport.objects.exists()


def test_without_a_file_or_with_a_strange_year_nothing_is_kept(client):
    page = client.post("/bao-cao-cu/2024/", {"year": "1789"})
    assert words(page, "//form//p[@class='refused']") == [
        "Chọn một năm trong danh sách.",
        "Chưa chọn tệp nào. Chọn tệp báo cáo rồi bấm Đọc báo cáo.",
    ]


def test_a_department_keeps_a_few_files(client, department, binh):
    for _ in range(MOST_FILES):
        make_earlier_report(department, added_by=binh, data=REPORT.encode())
    (sentence,) = words(upload(client), ERRORS.replace("*[@role='alert']", "p[@role='alert']"))
    assert sentence.startswith(f"Đơn vị đang giữ {MOST_FILES} tệp báo cáo cũ")
    client.post(f"/bao-cao-cu/2024/{EarlierReport.objects.first().pk}/xoa/")
    assert upload(client).status_code == 302


def test_a_large_file_is_read_in_the_background(client):
    answer = upload(client, REPORT + " " * MOST_BYTES_AT_ONCE)
    earlier = EarlierReport.objects.get()
    assert answer.url.startswith("/dang-lam/2023/")
    assert client.get(answer.url).url == earlier.get_absolute_url()
    assert words(client.get(earlier.get_absolute_url()), "//h2[@id='doc-duoc']") != []


def test_a_large_file_that_cannot_be_read_says_why_and_can_be_deleted(client):
    answer = upload(client, ENGLISH + " " * MOST_BYTES_AT_ONCE)
    (sentence,) = words(client.get(answer.url), "//main//p[@role='status']")
    assert sentence.startswith("Không đọc được bao-cao-2023.txt: tệp không phải là báo cáo bằng tiếng Việt")
    page = client.get(EarlierReport.objects.get().get_absolute_url())
    assert words(page, "//main//form//button") == ["Đổi năm", "Đọc tệp"]
    page = client.post(f"{EarlierReport.objects.get().get_absolute_url()}luu/")
    assert words(page, "//section[@role='alert']/p") == ["Tệp này chưa đọc xong. Bấm “Đọc tệp” trước."]
    assert not Report.objects.exists()


def test_a_report_that_is_too_long_is_refused(client):
    (sentence,) = words(upload(client, REPORT * 400, name="dai.txt"), ERRORS)
    assert sentence.startswith("Không đọc được dai.txt: báo cáo dài")


def test_sent_twice_it_is_kept_once(client):
    key = "0b5b1f1e-3d0a-4a83-9d7e-3b1f4b2f8f10"
    assert {upload(client, sent_key=key).url for _ in range(2)} == {
        EarlierReport.objects.get().get_absolute_url()
    }


def test_a_deleted_file_comes_back(client, binh):
    earlier = uploaded(binh)
    page = client.post(f"{earlier.get_absolute_url()}xoa/", follow=True)
    assert client.get(earlier.get_absolute_url()).status_code == 404
    (undo,) = words(page, "//div[contains(@class, 'notice')]//form/@action")
    client.post(undo)
    assert client.get(earlier.get_absolute_url()).status_code == 200


def test_another_departments_officer_reaches_none_of_it(client, binh, other_department):
    earlier = uploaded(binh)
    client.force_login(make_user(other_department, Role.LEGAL_OFFICER))
    url = earlier.get_absolute_url()
    assert words(client.get("/bao-cao-cu/2023/"), "//section[contains(@class, 'uploaded')]") == []
    assert [client.get(f"{url}{page}").status_code for page in ("", "tep/")] == [404, 404]
    verbs = ("chon", "sua", "doi-nam", "luu", "hoan-tac", "xoa", "khoi-phuc")
    assert {client.post(f"{url}{verb}/").status_code for verb in verbs} == {404}


def test_a_year_that_has_a_report_is_told_before_anything_is_corrected_and_can_be_changed(
    client, binh, department
):
    make_report(department, reporting_year=2023)
    earlier = uploaded(binh)
    page = client.get(earlier.get_absolute_url())
    assert words(page, "//section[@role='alert']/*")[:2] == [
        "Chưa lưu được vào năm này.",
        "Sở Xây dựng tỉnh Sen đã có báo cáo năm 2023; mỗi năm chỉ nhập một báo cáo.",
    ]
    assert words(press(client, earlier, "luu"), "//section[@role='alert']/h2") == [
        "Chưa lưu được vào năm này."
    ]
    moved = client.post(f"{earlier.get_absolute_url()}doi-nam/", {"year": "2022"})
    assert moved.url == f"/bao-cao-cu/2022/{earlier.pk}/"
    assert words(client.get(moved.url), "//section[@role='alert']") == []


def test_a_report_on_half_the_year_is_another_one(client, binh, department):
    make_report(department, reporting_year=2023, period_kind="half_year")
    earlier = uploaded(binh)
    assert press(client, earlier, "luu").status_code == 302
    assert Report.objects.filter(reporting_year=2023).count() == 2


def test_officers_find_the_page_where_they_begin(client):
    for address in ("/bao-cao/2023/", "/nam/2023/"):
        assert "/bao-cao-cu/2023/" in words(client.get(address), "//main//a/@href")


def test_colleagues_who_do_not_write_reports_are_not_led_there(client, an):
    client.force_login(an)
    for address in ("/bao-cao/2023/", "/nam/2023/"):
        assert "/bao-cao-cu/2023/" not in words(client.get(address), "//main//a/@href")
