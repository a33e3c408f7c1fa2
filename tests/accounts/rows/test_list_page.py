"""What An can do with the rows of a list where they stand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Change, Division
from accounts.rows.editing import delete_row
from plans.models import Plan
from tests.factories import make_event, make_plan
from tests.pages import row_words, words

LIST = "/ke-hoach/2024/"
SELECT = f"{LIST}chon/"
NOTICE = "//div[contains(@class, 'notice')]/p"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def plans(department):
    return [make_plan(department, position=n, number=f"{n}/KH-SXD", subject=f"về {n}") for n in (1, 2, 3)]


def numbers(client, address=LIST):
    return [row[1] for row in row_words(client.get(address))]


def test_a_number_leads_to_its_row(client_of_an, plans):
    links = words(client_of_an.get(LIST), "//td[@class='number']/a/@href")
    assert [LIST + link for link in links] == [plan.get_absolute_url() for plan in plans]


def test_a_row_keeps_its_place_of_the_report_in_a_filtered_list(client_of_an, plans):
    assert [row[0] for row in row_words(client_of_an.get(f"{LIST}?tim=3%2FKH"))] == ["3"]
    assert [row[0] for row in row_words(client_of_an.get(f"{LIST}?xep=-so"))] == ["3", "2", "1"]


def test_deleted_rows_are_numbered_as_they_are_shown(client_of_an, an, plans):
    delete_row(plans[2], by=an)
    assert [row[0] for row in row_words(client_of_an.get(f"{LIST}?daxoa=1"))] == ["1"]


def test_the_heads_sort_the_list_and_turn_it_round(client_of_an, plans):
    heads, sorted_by = "//th/a/@href", "//th[@aria-sort]"
    page = client_of_an.get(f"{LIST}?tim=KH")
    assert words(page, heads) == [
        f"{LIST}?tim=KH{more}" for more in ("", "&xep=so", "&xep=ngay", "&xep=loai")
    ]
    assert (words(page, sorted_by), words(page, f"{sorted_by}/@aria-sort")) == (["STT"], ["ascending"])
    page = client_of_an.get(f"{LIST}?xep=so")
    assert (words(page, sorted_by), words(page, f"{sorted_by}/@aria-sort")) == (
        ["Số, ký hiệu"],
        ["ascending"],
    )
    assert words(page, f"{sorted_by}/a/@href") == [f"{LIST}?xep=-so"]
    page = client_of_an.get(f"{LIST}?xep=-so")
    assert words(page, f"{sorted_by}/@aria-sort") == ["descending"]
    assert words(page, f"{sorted_by}/a/@href") == [f"{LIST}?xep=so"]
    assert words(client_of_an.get(f"{LIST}?xep-lai=1"), "//th/a") == []


def test_a_long_list_is_dense_until_an_chooses(client_of_an, department, plans):
    def is_dense(address=LIST):
        return words(client_of_an.get(address), "//body/@class") == ["compact"]

    assert not is_dense()
    for number in range(10):
        make_plan(department, position=10 + number)
    assert is_dense()
    assert (is_dense(f"{LIST}?kieu=day-du"), is_dense(), is_dense("/hoat-dong/2024/")) == (
        False,
        False,
        False,
    )
    assert (is_dense(f"{LIST}?kieu=gon"), is_dense(), is_dense(f"{LIST}?kieu=la")) == (True, True, True)


def test_a_row_says_who_entered_it_for_which_division(client_of_an, an, department):
    division = Division.objects.create(organisation=department, name="Văn phòng")
    make_plan(department, division=division, entered_by=an, subject="về 1")
    assert words(client_of_an.get(LIST), "//small[@class='meta']/span") == ["Văn phòng", "Nguyễn Hoài An"]


@pytest.mark.parametrize(
    ("command", "listed", "message"),
    [
        (
            "enlist",
            [True, True, True],
            "Đã đưa 1 văn bản vào danh mục của báo cáo. 1 văn bản không phải đổi.",
        ),
        (
            "unlist",
            [False, False, True],
            "Đã bỏ 1 văn bản khỏi danh mục của báo cáo. 1 văn bản không phải đổi.",
        ),
    ],
)
def test_rows_are_put_into_the_report_or_taken_out_together(client_of_an, plans, command, listed, message):
    Plan.objects.filter(pk=plans[0].pk).update(in_report=False)
    chosen = {"command": command, "row": [plans[0].pk, plans[1].pk]}
    response = client_of_an.post(SELECT, chosen, follow=True)
    assert words(response, NOTICE) == [message]
    assert list(Plan.objects.order_by("pk").values_list("in_report", flat=True)) == listed


def test_several_rows_are_deleted_and_taken_back_together(client_of_an, plans):
    deleted = client_of_an.post(SELECT, {"command": "delete", "row": [plans[0].pk, plans[2].pk]}, follow=True)
    assert (words(deleted, NOTICE), numbers(client_of_an)) == (["Đã xóa 2 văn bản."], ["2/KH-SXD"])
    undo = words(deleted, "//div[contains(@class, 'notice')]/form/@action")[0]
    restored = client_of_an.post(undo, follow=True)
    assert words(restored, NOTICE) == ["Đã hoàn tác việc xóa: 2 dòng."]
    assert [row[1] for row in row_words(restored)] == ["1/KH-SXD", "2/KH-SXD", "3/KH-SXD"]


def test_what_is_done_leads_back_to_the_list_as_it_was(client_of_an, plans):
    back = {"command": "unlist", "row": [plans[0].pk], "back": "loai=plan&trang=2&x=//la.vn"}
    assert client_of_an.post(SELECT, back).url == f"{LIST}?loai=plan&trang=2&x=%2F%2Fla.vn"


@pytest.mark.parametrize("chosen", [[], ["x"], ["-1"], ["9" * 40], ["٣" * 30], ["\x00"]])
def test_a_message_asks_an_to_choose_a_row_first(client_of_an, plans, chosen):
    response = client_of_an.post(SELECT, {"command": "delete", "row": chosen}, follow=True)
    sentence = "Chưa chọn dòng nào. Đánh dấu ít nhất một dòng trong danh sách rồi bấm lại."
    assert (words(response, NOTICE), len(row_words(response))) == ([sentence], 3)


def test_an_unknown_command_changes_nothing(client_of_an, plans):
    client_of_an.post(SELECT, {"command": "la", "row": [plan.pk for plan in plans]})
    assert (len(numbers(client_of_an)), Change.objects.count()) == (3, 0)


def test_rows_of_other_departments_and_years_are_out_of_reach(client_of_an, department, other_department):
    rows = [make_plan(other_department), make_plan(department, reporting_year=2023)]
    for command in ("delete", "unlist"):
        client_of_an.post(SELECT, {"command": command, "row": [row.pk for row in rows]})
    assert list(Plan.objects.values_list("in_report", flat=True)) == [True, True]


def test_all_rows_of_the_page_are_ticked_by_a_link(client_of_an, plans):
    link = words(client_of_an.get(f"{LIST}?tim=KH"), "//a[@data-all]/@href")
    assert link == ["?tim=KH&chon=trang"]
    assert len(words(client_of_an.get(LIST + link[0]), "//input[@name='row'][@checked]/@value")) == 3


def test_deleted_rows_are_shown_with_a_way_back(client_of_an, an, plans):
    delete_row(plans[1], by=an)
    response = client_of_an.get(f"{LIST}?daxoa=1")
    assert [row[1] for row in row_words(response)] == ["2/KH-SXD"]
    assert words(response, "//td//a") == []
    back = words(response, "//button[.='Khôi phục']/@formaction")
    client_of_an.post(LIST + back[0])
    assert numbers(client_of_an) == ["1/KH-SXD", "2/KH-SXD", "3/KH-SXD"]


def test_the_moved_row_keeps_its_place_under_the_finger(client_of_an, plans):
    page = client_of_an.post(f"{LIST}{plans[2].pk}/chuyen/", {"direction": "up"}, follow=True)
    assert [row[1] for row in row_words(page)] == ["1/KH-SXD", "3/KH-SXD", "2/KH-SXD"]
    assert words(page, "//button[@autofocus]/@aria-label") == ["Chuyển dòng 2 lên"]
    page = client_of_an.post(f"{LIST}{plans[2].pk}/chuyen/", {"direction": "up"}, follow=True)
    assert words(page, "//button[@autofocus]/@aria-label") == ["Chuyển dòng 1 xuống"]
    assert words(page, "//button[@disabled]/@aria-label") == ["Chuyển dòng 1 lên", "Chuyển dòng 3 xuống"]


def test_a_row_moved_across_pages_is_followed(client_of_an, department):
    rows = [make_plan(department, position=position) for position in range(1, 53)]
    moved = client_of_an.post(f"{LIST}{rows[50].pk}/chuyen/", {"direction": "up"})
    assert moved.url == f"{LIST}?xep-lai=1&trang=1&dong={rows[50].pk}&huong=len"


@pytest.mark.parametrize(
    ("before", "order"),
    [("first", [3, 1, 2]), ("end", [1, 2, 3]), ("x", [1, 2, 3]), ("9" * 40, [1, 2, 3])],
)
def test_a_dragged_row_is_put_before_another(client_of_an, plans, before, order):
    place = plans[0].pk if before == "first" else before
    client_of_an.post(f"{LIST}{plans[2].pk}/chuyen/", {"before": place})
    assert numbers(client_of_an) == [f"{number}/KH-SXD" for number in order]


def test_the_order_by_hand_is_given_up(client_of_an, plans, department):
    make_plan(department, position=9, number="4/KH-SXD", issued_on="2023-12-01")
    response = client_of_an.post(f"{LIST}xep-theo-ngay/", follow=True)
    assert words(response, NOTICE) == ["Đã xếp lại theo ngày."]
    assert row_words(response)[0][1] == "4/KH-SXD"


@pytest.mark.parametrize("address", ["?xep-lai=1&loai=plan", "?xep-lai=1&xep=so", "?xep-lai=1&tim=về"])
def test_only_the_whole_list_in_the_order_of_the_report_can_be_ordered(client_of_an, plans, address):
    make_plan(plans[0].organisation, kind="decision")
    assert words(client_of_an.get(LIST + address), "//button[@name='direction']/@value") == []


def test_who_only_reads_is_offered_nothing_to_change(client, dung, justice_department):
    make_plan(justice_department)
    client.force_login(dung)
    for address in (LIST, f"{LIST}?xep-lai=1", f"{LIST}?daxoa=1", "/ke-hoach/2023/"):
        main = "//main//form[@method='post'] | //main//input[@type='checkbox'] | //main//a[@data-key='n']"
        assert words(client.get(address), main) == []


def test_files_cost_no_query_a_row(client_of_an, department):
    costs = []
    for rows in (1, 20):
        for _ in range(rows):
            make_event(department)
        with CaptureQueriesContext(connection) as queries:
            client_of_an.get("/hoat-dong/2024/?tep=khong&xep=loai")
        costs.append(len(queries))
    # Among them: the places of a filtered list, the unread notices and the deadlines (one each), and the reports
    # that no longer take rows.
    assert costs == [14, 14]
