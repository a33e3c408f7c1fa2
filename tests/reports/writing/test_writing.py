"""Saving a section's text: which replaced texts become earlier texts, and who may save."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone

from accounts.conflict import Conflict
from accounts.models import Role
from reports.models import EarlierText, Section
from reports.states import WrongState
from reports.writing.saving import LONGEST_REPORT, SITTING, write_section
from tests.factories import make_report, make_submission, make_user

LONG = "Sở đã phổ biến văn bản mới đến công chức. " * 20


@pytest.fixture
def section(department):
    return make_report(department, (1, "Kết quả", "Lời đầu.")).sections.get()


@pytest.fixture
def huong(department):
    return make_user(department, Role.LEGAL_OFFICER, full_name="Mai Thu Hương")


def stored(section):
    return Section.objects.get(pk=section.pk)


def write(section, body, by, **how):
    """Save as somebody who has the present text in front of them."""
    return write_section(section, body=body, version=stored(section).version, by=by, **how)


def earlier(section):
    """Return the earlier texts, the last first."""
    return list(section.earlier_texts.values_list("body", flat=True))


def pass_time(section, **much):
    """Let the last text be saved, and the last earlier one be replaced, some time ago."""
    section.earlier_texts.update(replaced_at=timezone.now() - timedelta(**much))
    Section.objects.filter(pk=section.pk).update(saved_at=timezone.now() - timedelta(**much))


def test_a_text_is_saved_with_who_wrote_it_and_when(section, binh):
    saved = write(section, "Lời mới.", binh, is_done=True)
    assert (saved.body, saved.version, saved.saved_by, saved.is_done) == ("Lời mới.", 2, binh, True)
    assert timezone.now() - saved.saved_at < timedelta(minutes=1)
    assert stored(section).body == "Lời mới."
    assert earlier(section) == ["Lời đầu."]


def test_a_text_is_cleaned_as_it_is_saved(section, binh):
    assert write(section, "Hoa\u0300 gia\u0309i\r\nở\u200b cơ\xa0sở\n\n", binh).body == "Hoà giải\nở cơ sở"


def test_the_same_text_is_no_new_one(section, binh):
    saved = write_section(section, body="Lời đầu.  ", version=0, by=binh, is_done=True)
    assert (saved.version, saved.saved_by, saved.is_done, earlier(section)) == (1, None, True, [])


def test_fifty_texts_that_the_page_saves_leave_one_earlier_text(section, binh):
    for number in range(50):
        write(section, f"Lời đầu. {'Thêm một câu. ' * number}", binh, automatic=True)
    assert (earlier(section), stored(section).version) == (["Lời đầu."], 50)


def test_an_empty_text_does_not_become_an_earlier_text(department, binh):
    section = make_report(department, (1, "Kết quả", "")).sections.get()
    for body in ("Một.", "Một, hai.", "Một, hai, ba."):
        write(section, body, binh, automatic=True)
    assert earlier(section) == []


def test_a_text_that_somebody_saved_on_purpose_becomes_an_earlier_text(section, binh):
    write(section, "Bản một.", binh)
    write(section, "Bản một, hai.", binh, automatic=True)
    write(section, "Bản một, hai.", binh)
    write(section, "Bản một, hai, ba.", binh, automatic=True)
    assert earlier(section) == ["Bản một, hai.", "Bản một.", "Lời đầu."]


def test_another_persons_text_always_becomes_an_earlier_text(section, binh, huong):
    for number in range(3):
        write(section, f"Của Bình {number}", binh, automatic=True)
        write(section, f"Của Hương {number}", huong, automatic=True)
    mine_and_hers = [f"Của {who} {number}" for number in range(3) for who in ("Bình", "Hương")]
    assert earlier(section) == [*reversed(mine_and_hers[:-1]), "Lời đầu."]
    assert [text.saved_by for text in section.earlier_texts.all()] == [binh, huong, binh, huong, binh, None]


@pytest.mark.parametrize(
    ("left", "texts"),
    [(0.49, [LONG.strip(), "Lời đầu."]), (0.51, ["Lời đầu."]), (0, [LONG.strip(), "Lời đầu."])],
)
def test_a_text_that_is_cut_to_less_than_half_becomes_an_earlier_text(section, binh, left, texts):
    write(section, LONG, binh, automatic=True)
    write(section, LONG[: int(len(LONG) * left)], binh, automatic=True)
    assert earlier(section) == texts


def test_a_text_of_another_sitting_becomes_an_earlier_text(section, binh):
    write(section, "Hôm qua.", binh, automatic=True)
    pass_time(section, minutes=31)
    write(section, "Hôm nay.", binh, automatic=True)
    assert earlier(section) == ["Hôm qua.", "Lời đầu."]


def test_who_writes_all_day_leaves_a_text_each_half_hour(section, binh):
    for minute in range(0, 120, 5):
        Section.objects.filter(pk=section.pk).update(saved_at=timezone.now())
        section.earlier_texts.update(replaced_at=timezone.now() - timedelta(minutes=minute % 31))
        write(section, f"Đến phút {minute}.", binh, automatic=True)
    assert 2 <= len(earlier(section)) <= 120 / (SITTING.seconds / 60) + 1


def test_a_text_that_is_replaced_by_one_of_another_origin_becomes_an_earlier_text(section, binh):
    write(section, "Đang viết.", binh, automatic=True)
    write(section, "Bản khác.", binh, keeps_present=True)
    assert earlier(section) == ["Đang viết.", "Lời đầu."]


def test_nobody_writes_over_what_they_have_not_seen(section, binh, huong):
    write(section, "Của Hương.", huong)
    with pytest.raises(Conflict) as conflict:
        write_section(section, body="Của Bình.", version=1, by=binh)
    assert (conflict.value.stored.body, conflict.value.stored.version) == ("Của Hương.", 2)
    assert (stored(section).body, earlier(section)) == ("Của Hương.", ["Lời đầu."])


def test_only_the_legal_officer_of_the_body_writes(section, an, giang, dung, other_department):
    stranger = make_user(other_department, Role.LEGAL_OFFICER)
    for person in (an, giang, dung, stranger):
        with pytest.raises(PermissionDenied):
            write(section, "Lời khác.", person)
    assert stored(section).body == "Lời đầu."


def test_what_is_handed_in_stays_as_it_is(section, binh):
    make_submission(section.report)
    with pytest.raises(WrongState) as refused:
        write(section, "Lời khác.", binh)
    assert refused.value.messages[0].startswith("Không soạn được: Báo cáo đã nộp")
    assert stored(section).body == "Lời đầu."


def test_a_report_has_its_longest(department, binh):
    report = make_report(department, (1, "Một", "a" * 100), (1, "Hai", ""))
    section = report.sections.last()
    assert len(write(section, "ạ" * (LONGEST_REPORT - 100), binh).body) == LONGEST_REPORT - 100
    with pytest.raises(ValidationError) as refused:
        write(section, "ạ" * (LONGEST_REPORT - 99), binh)
    assert refused.value.messages == [
        "Nội dung cả báo cáo sẽ dài 300.001 ký tự; nhiều nhất 300.000. Rút gọn mục này rồi lưu lại."
    ]


@pytest.mark.django_db(transaction=True)
def test_of_ten_texts_saved_at_the_same_moment_one_is_taken(section, binh, huong):
    together = Barrier(10)

    def save(number):
        together.wait()
        try:
            by = (binh, huong)[number % 2]
            return write_section(section, body=f"Bản {number}.", version=1, by=by, automatic=True).body
        except Conflict:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as people:
        taken = [body for body in people.map(save, range(10)) if body]
    assert taken == [stored(section).body]
    assert (stored(section).version, EarlierText.objects.count()) == (2, 1)
