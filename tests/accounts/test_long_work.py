"""Work that takes longer than a page may: An sees how far it is, and starts it again where it broke off."""

from datetime import timedelta
from threading import Event

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from lxml import html

from accounts.long_work import Progress, WorkRefused, WorkTakenOver, start
from accounts.models import LongWork

RESULT = "/ke-hoach/2024/"
NO_PAPER = "Tệp này không có trang nào. Chọn tệp khác rồi gửi lại."
may_end = Event()
has_begun = Event()


def succeed(progress, *, pages):
    for page in range(1, pages + 1):
        progress.tell(f"Đang đọc trang {page}", done=page, total=pages)
    progress.keep({"pages": pages})
    return RESULT


def refuse(progress):
    raise WorkRefused(NO_PAPER)


def fail(progress):
    raise ZeroDivisionError


def be_slow(progress):
    progress.tell("Đang đọc trang 1", done=1, total=2)
    has_begun.set()
    assert may_end.wait(20)
    return RESULT


def started(work, by, **arguments):
    """Start work and return its page's address and its record."""
    url = start(work, by=by, year=2024, title="Đọc 3 trang", back="/ke-hoach/2024/tu-tep/", **arguments)
    return url, LongWork.objects.get()


def left_alone(work, **values):
    """Make work one that a server has left in the middle, minutes ago."""
    values = {"seen_at": timezone.now() - timedelta(minutes=5), "ended_at": None, "leads_to": ""} | values
    LongWork.objects.filter(pk=work.pk).update(**values)


def test_an_is_led_to_the_result(an, client):
    url, work = started(succeed, an, pages=3)
    assert (work.done, work.total, work.sentence, work.result) == (3, 3, "Đang đọc trang 3", {"pages": 3})
    client.force_login(an)
    page = client.get(url)
    assert (page.status_code, page.url) == (302, RESULT)


def test_an_sees_how_far_it_is(an, client):
    url, work = started(succeed, an, pages=3)
    left_alone(work, seen_at=timezone.now(), done=2)
    client.force_login(an)
    page = html.fromstring(client.get(url).content.decode())
    assert page.xpath("//progress/@*") == ["Tiến độ", "2", "3"]
    assert page.xpath("//head/noscript/meta/@content") == ["3"]
    assert "Xong 2 trong 3." in page.xpath("string(//main)")


@pytest.mark.parametrize(("work", "sentence"), [(refuse, NO_PAPER), (fail, "Có lỗi ngoài dự kiến")])
def test_an_reads_why_it_failed_and_starts_it_again(an, client, work, sentence):
    url, _ = started(work, an)
    client.force_login(an)
    page = html.fromstring(client.get(url).content.decode())
    assert page.xpath("string(//main//p[@role='status'])").strip().startswith(sentence)
    client.post(page.xpath("//main//form/@action")[0])
    assert LongWork.objects.get().attempt == 2


def test_work_that_a_restart_interrupted_is_done_again_once(an, client):
    url, work = started(succeed, an, pages=2)
    left_alone(work, done=1, result=None)
    client.force_login(an)
    page = html.fromstring(client.get(url).content.decode())
    assert "Máy chủ đã dừng hoặc khởi động lại giữa chừng" in page.xpath("string(//main)")
    for _ in "two clicks":
        client.post(page.xpath("//main//form/@action")[0])
    work.refresh_from_db()
    assert (work.attempt, work.done, work.leads_to) == (2, 2, RESULT)


def test_work_that_was_started_again_is_no_longer_the_first_ones(an):
    _, work = started(succeed, an, pages=1)
    left_alone(work, attempt=2)
    with pytest.raises(WorkTakenOver):
        Progress(work).tell("Đang đọc trang 1")


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_sees_or_repeats_ans_work(an, binh, chi, client, method):
    url, work = started(refuse, an)
    for other in (binh, chi):
        client.force_login(other)
        url = f"{work.get_absolute_url()}{'lam-lai/' if method == 'post' else ''}"
        assert getattr(client, method)(url).status_code == 404
    assert LongWork.objects.get().attempt == 1


def test_an_has_three_works_at_a_time_and_binh_hers(an, binh):
    for _ in range(3):
        start(succeed, by=an, year=2024, title="Đọc", back="/", pages=1)
    LongWork.objects.update(ended_at=None, leads_to="")
    with pytest.raises(ValidationError, match="Bạn đang có 3 việc chạy cùng lúc"):
        start(succeed, by=an, year=2024, title="Đọc", back="/", pages=1)
    start(succeed, by=binh, year=2024, title="Đọc", back="/", pages=1)
    LongWork.objects.update(seen_at=timezone.now() - timedelta(minutes=5))
    start(succeed, by=an, year=2024, title="Đọc", back="/", pages=1)


def test_what_is_days_old_is_deleted(an):
    _, work = started(succeed, an, pages=1)
    LongWork.objects.update(started_at=timezone.now() - timedelta(days=3))
    start(succeed, by=an, year=2024, title="Đọc", back="/", pages=1)
    assert not LongWork.objects.filter(pk=work.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_in_the_background_the_page_answers_while_it_runs(an, client, settings):
    settings.LONG_WORK_IN_BACKGROUND = True
    client.force_login(an)
    url, work = started(be_slow, an)
    assert has_begun.wait(20)
    assert b'value="1" max="2"' in client.get(url).content
    may_end.set()
    for _ in range(200):
        if client.get(url).status_code == 302:
            break
        assert not Event().wait(0.1)
    work.refresh_from_db()
    assert (work.leads_to, work.refusal) == (RESULT, "")
