"""An pastes a list, reviews it, saves it, takes it back."""

import pytest
from django.urls import reverse

from accounts.models import Change, SentForm
from accounts.rows.fields import IN_TCVN3
from events.models import Event
from plans.models import Directive, Plan
from reports.reading.pasted.lines import FROM_TCVN3
from tests.factories import make_plan
from tests.pages import words
from tests.reports.reading.pasted.sending import cells, faults, notes, paste, review_form, save, summary

pytestmark = pytest.mark.django_db

PLAN = "1. Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ;"
EARLIER = "2. Quyết định số 9/QĐ-SXD ngày 05/01/2024 ban hành Quy chế tiếp công dân;"
LETTER = "3. Công văn số 90/STP-PBGDPL ngày 03/4/2024 của Sở Tư pháp về việc hướng dẫn báo cáo;"
TRAINING = "4. Hội nghị tập huấn Luật Nhà ở (05/3/2024) với hơn 200 đại biểu."
LIST = (PLAN, EARLIER, LETTER, TRAINING)


@pytest.fixture
def client(client, an):
    client.force_login(an)
    return client


def numbers(model=Plan):
    return list(model.objects.in_order().values_list("number", flat=True))


def test_a_pasted_list_is_shown_as_cells_and_nothing_is_saved_yet(client):
    response = paste(client, *LIST)
    assert summary(response) == "3 văn bản, 1 hoạt động."
    assert cells(response, 1) == {
        "as": "plan",
        "kind_text": "Kế hoạch",
        "number": "15/KH-SXD",
        "issued_on": "16/01/2024",
        "subject": "về phổ biến Luật Đường bộ",
    }
    assert (cells(response, 3)["as"], cells(response, 3)["issuing_body"]) == ("directive", "Sở Tư pháp")
    assert cells(response, 4) == {
        "as": "event",
        "kind": "training",
        "name": "Hội nghị tập huấn Luật Nhà ở",
        "held": "05/3/2024",
        "turnout": "hơn 200",
        "description": "với hơn 200 đại biểu",
    }
    assert [notes(response, number) for number in (1, 2, 3, 4)] == [[]] * 4
    assert [model.objects.count() for model in (Plan, Directive, Event)] == [0, 0, 0]


def test_the_list_is_saved_in_its_own_order_and_says_its_words_again(client, an):
    response = save(client, paste(client, *LIST, vao="events"))
    assert (response.status_code, response.url) == (302, reverse("events", args=[2024]))
    assert numbers() == ["15/KH-SXD", "9/QĐ-SXD"]
    assert numbers(Directive) == ["90/STP-PBGDPL"]
    printed = [str(row) for model in (Plan, Directive, Event) for row in model.objects.in_order()]
    assert printed == [line[3:-1] for line in LIST]
    assert Change.objects.filter(kind="added", changed_by=an).count() == 4
    page = client.get(response.url)
    assert words(page, "//div[contains(@class, 'notice')]/p") == [
        "Đã lưu 3 văn bản, 1 hoạt động vào năm 2024."
    ]


def test_a_list_in_the_order_of_its_dates_leaves_the_year_in_that_order(client, department):
    make_plan(department, number="12/KH-SXD", issued_on="2024-01-10")
    save(client, paste(client, EARLIER, PLAN))
    assert numbers() == ["9/QĐ-SXD", "12/KH-SXD", "15/KH-SXD"]


def test_after_rows_in_an_order_of_their_own_a_list_stands_last(client, department):
    make_plan(department, number="12/KH-SXD", issued_on="2024-11-10", position=1)
    save(client, paste(client, EARLIER, PLAN))
    assert numbers() == ["12/KH-SXD", "9/QĐ-SXD", "15/KH-SXD"]


def test_a_saved_list_is_taken_back_whole(client, department):
    make_plan(department, number="12/KH-SXD")
    page = client.get(save(client, paste(client, *LIST)).url)
    (undo,) = words(page, "//div[contains(@class, 'notice')]//form/@action")
    page = client.post(undo, follow=True)
    assert words(page, "//div[contains(@class, 'notice')]/p")[-1] == "Đã xóa 4 dòng vừa lưu."
    assert (numbers(), numbers(Directive), Event.objects.count()) == (["12/KH-SXD"], [], 0)
    assert Plan.with_deleted.count() == 3


def test_nobody_else_takes_it_back(client, binh, chi):
    page = client.get(save(client, paste(client, *LIST)).url)
    (undo,) = words(page, "//div[contains(@class, 'notice')]//form/@action")
    for person in (binh, chi):
        client.force_login(person)
        assert client.post(undo).status_code == 302
    assert (Plan.objects.count(), Directive.objects.count(), Event.objects.count()) == (2, 1, 1)


def test_only_the_last_list_is_taken_back(client):
    undos = []
    for line in (PLAN, EARLIER):
        page = client.get(save(client, paste(client, line)).url)
        undos += words(page, "//div[contains(@class, 'notice')]//form/@action")
    page = client.post(undos[0], follow=True)
    (message,) = words(page, "//div[contains(@class, 'notice')]/p")
    assert message == "Không hoàn tác được nữa. Xóa từng dòng trong danh sách nếu cần."
    assert numbers() == ["9/QĐ-SXD", "15/KH-SXD"]


def test_sent_twice_it_is_saved_once(client):
    review = paste(client, *LIST)
    assert [save(client, review).status_code, save(client, review).status_code] == [302, 302]
    assert (Plan.objects.count(), Directive.objects.count(), Event.objects.count()) == (2, 1, 1)
    assert SentForm.objects.count() == 1


def test_one_bad_line_keeps_all_from_being_saved_and_what_was_typed_stays(client):
    review = paste(client, *LIST)
    response = save(
        client, review, d1_issued_on="31/9/2024", d2_subject="ban hành Nội quy", d4_turnout="đông"
    )
    assert Plan.objects.count() == 0
    assert faults(response) == [
        "Dòng 1, Ngày ban hành: Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. Viết như 16/01/2024.",
        "Dòng 4, Số người: Không đọc được số người “đông”. Viết như 200 hoặc hơn 1.245.",
    ]
    assert words(response, "//section[@class='problems']//a/@href") == ["#id_d1-issued_on", "#id_d4-turnout"]
    assert cells(response, 1)["issued_on"] == "31/9/2024"
    assert cells(response, 2)["subject"] == "ban hành Nội quy"
    save(client, response, d1_issued_on="30/9/2024", d4_turnout="hơn 300")
    assert [plan.subject for plan in Plan.objects.in_order()] == [
        "về phổ biến Luật Đường bộ",
        "ban hành Nội quy",
    ]
    assert [event.attendance for event in Event.objects.all()] == [300]


def test_what_is_left_out_may_be_wrong(client):
    save(client, paste(client, *LIST), d1_issued_on="31/9/2024", d1_skipped="on")
    assert numbers() == ["9/QĐ-SXD"]


def test_the_page_says_when_a_review_leaves_everything_out(client):
    left_out = {f"d{number}_skipped": "on" for number in (1, 2, 3, 4)}
    response = save(client, paste(client, *LIST), **left_out)
    assert faults(response) == ["Mọi dòng đều được bỏ qua. Bỏ dấu “Bỏ qua” ở dòng cần lưu."]


def test_a_document_is_moved_to_the_other_list(client):
    save(client, paste(client, *LIST), d1_as="directive")
    assert (numbers(), numbers(Directive)) == (["9/QĐ-SXD"], ["15/KH-SXD", "90/STP-PBGDPL"])


def test_empty_cells_are_doubtful_until_they_are_filled(client):
    review = paste(client, "Kế hoạch số …/KH-SXD ngày …/…/2024 về phổ biến Luật Nhà ở")
    assert notes(review, 1) == ["Chưa có số, ký hiệu; chưa ghi ngày ban hành."]
    assert summary(review) == "1 văn bản; 1 dòng cần xem lại."
    again = save(client, review, d1_number="16/KH-SXD", d1_issued_on="31/9/2024")
    assert notes(again, 1) == []


def test_going_back_finds_the_text_as_it_was_pasted(client):
    review = paste(client, *LIST)
    data = dict(review_form(review).form_values())
    data["row"] = ["1", "2", "3", "4"]
    back = client.post(f"{reverse('paste', args=[2024])}?vao=plans", data)
    assert words(back, "//textarea/text()") == [" ".join(LIST)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Chưa có dòng nào. Dán danh sách vào ô này rồi bấm Đọc danh sách."),
        (" \n\u00a0\n\u200b", "Chưa có dòng nào. Dán danh sách vào ô này rồi bấm Đọc danh sách."),
        (
            "a\n" * 501,
            "Danh sách có 501 dòng; mỗi lần dán tối đa 500. Chia thành nhiều phần và dán từng phần.",
        ),
        (
            "a" * 300_001,
            "Danh sách dài 300.001 ký tự; mỗi lần dán tối đa 300.000. Chia thành nhiều phần và dán từng phần.",
        ),
    ],
)
def test_too_little_and_too_much_are_refused_and_stay_in_the_box(client, text, message):
    response = paste(client, text)
    assert words(response, "//ul[contains(@class, 'errorlist')]/li") == [message]
    (box,) = words(response, "//textarea")
    assert box.replace(" ", "") == "".join(text.split())


def test_a_session_that_ended_brings_the_review_back(client, an):
    review = paste(client, *LIST)
    client.logout()
    login = save(client, review, d1_subject="về phổ biến Luật Nhà ở")
    (form,) = (one for one in words(login, "//input[@name='typed']/@value"))
    address = f"{reverse('paste_save', args=[2024])}?vao=plans"
    sent = {"username": "an", "password": "Sen hồng nở sớm 2024", "next": address, "typed": form}
    response = client.post(reverse("login"), sent, follow=True)
    assert cells(response, 1)["subject"] == "về phổ biến Luật Nhà ở"
    save(client, response)
    assert numbers() == ["15/KH-SXD", "9/QĐ-SXD"]


def test_a_table_in_tcvn3_is_shown_in_unicode_saved_and_comes_back_as_it_was_pasted(client):
    old = "Së T\u00ad ph¸p\t90/STP-PBGDPL\t17/01/2024\tvÒ viÖc h\u00adíng dÉn LuËt §\u00adêng bé"
    review = paste(client, old)
    assert notes(review, 1) == [FROM_TCVN3]
    assert cells(review, 1) == {
        "as": "directive",
        "kind_text": "Công văn",
        "number": "90/STP-PBGDPL",
        "issued_on": "17/01/2024",
        "issuing_body": "Sở Tư pháp",
        "subject": "về việc hướng dẫn Luật Đường bộ",
    }
    data = dict(review_form(review).form_values()) | {"row": ["1"]}
    back = client.post(f"{reverse('paste', args=[2024])}?vao=plans", data)
    assert back.context["form"]["text"].value() == old
    save(client, review)
    assert str(Directive.objects.get()) == (
        "Công văn số 90/STP-PBGDPL ngày 17/01/2024 của Sở Tư pháp về việc hướng dẫn Luật Đường bộ"
    )


def test_a_cell_in_tcvn3_is_refused_and_keeps_what_was_typed(client):
    typed = "vÒ viÖc h\u00adíng dÉn LuËt §\u00adêng bé"
    refused = save(client, paste(client, PLAN), d1_subject=typed)
    assert faults(refused) == [f"Dòng 1, Trích yếu: {IN_TCVN3}"]
    assert cells(refused, 1)["subject"] == typed
    assert Plan.objects.count() == 0


def test_every_figure_of_a_pasted_table_is_saved(client):
    rows = (
        "1\tHội nghị tập huấn Luật Nhà ở ngày 05/3/2024\tvới 120 đại biểu",
        "2\tHội nghị tập huấn Luật Giá\t1,250\t07/3/2024",
    )
    save(client, paste(client, *rows, vao="events"))
    assert [(str(event), event.attendance) for event in Event.objects.order_by("pk")] == [
        ("Hội nghị tập huấn Luật Nhà ở ngày 05/3/2024 với 120 đại biểu", 120),
        ("Hội nghị tập huấn Luật Giá (07/3/2024) với 1,250 người tham dự", 1250),
    ]


def test_a_planned_event_is_saved_only_if_the_person_unticks_it(client):
    review = paste(client, TRAINING, "5. Sở dự kiến tổ chức Hội thảo về nhà ở (tháng 12/2024)", vao="events")
    save(client, review)
    assert [event.kind for event in Event.objects.all()] == ["training"]
    save(
        client, paste(client, "Sở dự kiến tổ chức Hội thảo về nhà ở (tháng 12/2024)"), without=["d1-skipped"]
    )
    assert [event.kind for event in Event.objects.order_by("pk")] == ["training", "seminar"]
