"""The attached files of a body take no more room on the disk than it was given."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts.attaching.checking import CheckedFile
from accounts.attaching.keeping import attach
from accounts.attaching.quota import used_by
from accounts.models import Attachment
from plans.models import Plan
from tests.accounts.attaching import uploads
from tests.accounts.attaching.test_row_files import attach as send
from tests.accounts.attaching.test_row_files import names, sent
from tests.accounts.attaching.test_upload import upload
from tests.factories import make_attachment, make_plan
from tests.pages import words

FULL = (
    "Tệp đính kèm của đơn vị đã dùng {used} trong 1000 byte, tệp vừa chọn cần thêm {more}. Giảm dung lượng tệp, "
    "xóa bớt tệp cũ (tệp đã xóa còn được giữ một thời gian để khôi phục), hoặc nhờ người quản trị tăng hạn mức."
)


@pytest.fixture(autouse=True)
def little_room(settings):
    settings.MOST_ATTACHED = 1000  # bytes


def said(page):
    return [one.replace("\xa0", " ") for one in words(page, "//*[contains(@class, 'notice')]/p")]


def test_a_file_that_finds_no_room_is_refused_and_its_row_stays(client, an, department):
    client.force_login(an)
    plan = make_plan(department)
    page = send(client, plan, sent(data=uploads.pdf()))
    more = len(uploads.pdf())
    assert said(page) == [FULL.format(used="0 byte", more=f"{more / 1024:.1f} KB".replace(".", ","))]
    assert names(plan) == []


def test_a_paper_that_finds_no_room_is_refused_on_its_page(client, an):
    client.force_login(an)
    page = upload(client, "a.pdf", uploads.pdf())
    assert (page.status_code, "Tệp đính kèm của đơn vị đã dùng" in page.content.decode()) == (200, True)
    assert (Attachment.objects.count(), Plan.objects.count()) == (0, 0)


def test_deleted_files_count_until_they_are_gone_and_those_of_others_never(an, chi, department):
    plan = make_plan(department)
    make_attachment(department, data=b"a" * 600, deleted_at=timezone.now())
    make_attachment(chi.organisation, data=b"a" * 900)
    with pytest.raises(ValidationError):
        attach([CheckedFile("a.pdf", "pdf", b"a" * 401)], row=plan, by=an)
    attach([CheckedFile("a.pdf", "pdf", b"a" * 400)], row=plan, by=an)
    assert used_by(department) == 1000


@pytest.mark.django_db(transaction=True)
def test_two_people_who_send_at_the_same_moment_share_the_room(an, department):
    plan = make_plan(department)

    def attach_one(number):
        try:
            attach([CheckedFile(f"{number}.pdf", "pdf", b"a" * 300)], row=plan, by=an)
        except ValidationError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as threads:
        taken = [*threads.map(attach_one, range(8))]
    assert (sum(taken), used_by(department)) == (3, 900)


def test_the_administrator_sees_how_much_room_is_used(client, giang, department):
    client.force_login(giang)
    make_attachment(department, data=b"a" * 400)
    page = client.get(reverse("organisation", args=[2024]))
    assert [one.replace("\xa0", " ") for one in words(page, "//*[@aria-labelledby='tep-dinh-kem']/p")] == [
        "Đã dùng 400 byte trong 1000 byte, tính cả tệp đã xóa còn được giữ để khôi phục."
    ]
