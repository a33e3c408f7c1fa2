"""An pastes or uploads a list of policies and drafts, and reviews it before it is saved."""

from datetime import date

import pytest

from accounts.models import Organisation
from events.models import Event
from plans.kinds import PolicyKind
from plans.models import Directive, Plan, Policy
from reports.reading.pasted.doubts import HEADS_A_TABLE, LEADS_IN, POLICY_OR_DRAFT
from reports.reading.pasted.lines import pasted_lines
from reports.reading.pasted.read_lines import read_lines
from tests.factories import make_policy
from tests.pages import words
from tests.reports.reading.pasted.sending import cells, faults, notes, paste, save, summary
from tests.reports.reading.pasted.uploading import sheet, upload

DRAFT = "1. Dự thảo Nghị quyết về nhà ở xã hội (Sở Xây dựng chủ trì), trước ngày 30/6/2024;"
VALUES = (PolicyKind.DRAFT, "Dự thảo Nghị quyết về nhà ở xã hội", "Sở Xây dựng", date(2024, 6, 30))


def read(text, unclear=Policy):
    organisation = Organisation(code="SXD", name="Sở Xây dựng tỉnh Sen", place="Sen", symbol="SXD")
    return read_lines(pasted_lines(text), organisation=organisation, year=2024, unclear=unclear)


def values(entry):
    policy = entry.row
    return policy.kind, policy.name, policy.lead_body, policy.due_on


@pytest.mark.parametrize("unclear", [Plan, Directive, Event, Policy])
def test_a_policy_goes_to_its_own_list_wherever_it_is_pasted(unclear):
    (entry,) = read(DRAFT, unclear)
    assert (type(entry.row), values(entry), entry.row.wording) == (Policy, VALUES, "")
    assert (entry.doubts, entry.is_skipped) == ((), False)
    assert entry.left_out == "Bỏ ra: số thứ tự “1.”, “,”, “trước ngày”, dấu cuối dòng “;”."


def test_among_policies_only_what_is_surely_something_else_goes_elsewhere():
    entries = read(
        "Chính sách phải truyền thông năm 2024:\n"
        "Luật Thủ đô (sửa đổi), Sở Tư pháp chủ trì\n"
        "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về phổ biến Luật Đường bộ\n"
        "Hội nghị góp ý dự thảo Luật Thủ đô (05/3/2024)\n"
        "Hỗ trợ học phí cho học sinh phổ thông"
    )
    assert [type(entry.row) for entry in entries] == [Policy, Policy, Plan, Event, Policy]
    assert [entry.is_skipped for entry in entries] == [True, False, False, False, False]
    assert [entry.doubts for entry in entries] == [(LEADS_IN,), (), (), (), (POLICY_OR_DRAFT,)]
    assert values(entries[1]) == (PolicyKind.DRAFT, "Luật Thủ đô (sửa đổi)", "Sở Tư pháp", None)


def test_the_cells_of_a_table_are_told_apart():
    heading, *entries = read(
        "STT\tTên dự thảo\tCơ quan chủ trì\tThời hạn\n"
        "1\tLuật Thủ đô (sửa đổi)\tSở Tư pháp\t30/6/2024\n"
        "2\tChính sách nhà ở\tSở Xây dựng\tngày 01/9/2024"
    )
    assert (heading.is_skipped, heading.doubts) == (True, (HEADS_A_TABLE,))
    assert [values(entry) for entry in entries] == [
        (PolicyKind.DRAFT, "Luật Thủ đô (sửa đổi)", "Sở Tư pháp", date(2024, 6, 30)),
        (PolicyKind.POLICY, "Chính sách nhà ở", "Sở Xây dựng", date(2024, 9, 1)),
    ]
    assert [entry.doubts for entry in entries] == [(), ()]


def test_a_day_that_does_not_exist_stays_in_its_cell():
    (entry,) = read("Chính sách A (Sở Y tế chủ trì), trước ngày 31/9/2024")
    assert (values(entry)[1:], entry.typed) == (("Chính sách A", "Sở Y tế", None), {"due_on": "31/9/2024"})


def test_a_name_that_is_too_long_is_kept_whole():
    (entry,) = read(text := "Dự thảo Luật " + "rất dài " * 200)
    assert (entry.row.name, entry.row.wording) == ("", text.strip())


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def client(self, client, an):
        client.force_login(an)
        return client

    def test_a_mixed_list_is_reviewed_saved_and_taken_back(self, client):
        review = paste(client, DRAFT, "Kế hoạch số 15/KH-SXD ngày 16/01/2024 về X", vao="policies")
        assert summary(review) == "1 văn bản, 1 chính sách, dự thảo."
        assert cells(review, 1) == {
            "as": "policy",
            "kind": "draft",
            "name": VALUES[1],
            "lead_body": VALUES[2],
            "due_on": "30/06/2024",
        }
        page = client.get(save(client, review, d1_lead_body="Sở Nội vụ").url)
        assert page.wsgi_request.path == "/chinh-sach/2024/"
        assert [policy.lead_body for policy in Policy.objects.all()] == ["Sở Nội vụ"]
        (undo,) = words(page, "//div[contains(@class, 'notice')]//form/@action")
        client.post(undo)
        assert (Policy.objects.count(), Plan.objects.count()) == (0, 0)

    def test_a_fault_is_named_with_its_line_and_what_was_typed_stays(self, client):
        response = save(client, paste(client, DRAFT), d1_due_on="31/9/2024", d1_name="")
        assert sorted(faults(response)) == [
            "Dòng 1, Truyền thông trước ngày: Ngày “31/9/2024” không có trong lịch hoặc viết chưa đủ. "
            "Viết như 16/01/2024.",
            "Dòng 1, Tên chính sách, dự thảo: Ghi tên chính sách, dự thảo.",
        ]
        assert (cells(response, 1)["due_on"], Policy.objects.count()) == ("31/9/2024", 0)

    def test_what_is_listed_already_is_left_out(self, client, department):
        make_policy(department, name=VALUES[1], lead_body=VALUES[2])
        review = paste(client, DRAFT)
        assert notes(review, 1) == [f"Đã có: {VALUES[1]} (năm 2024, mở thẻ mới)."]

    def test_a_sheet_is_read_by_its_headings(self, client):
        data = sheet(
            ("TT", "Tên dự thảo", "Đơn vị chủ trì soạn thảo", "Hạn", "Loại"),
            (1, "Luật Thủ đô", "Sở Tư pháp", "30/6", "Nghị định, đã hủy"),
            (2, "Hỗ trợ nhà ở (Sở Xây dựng chủ trì)", None, "01/9/2024", "Chính sách"),
        )
        review = upload(client, data, kind="policy")
        assert notes(review, 2) == [
            "Loại: “Nghị định, đã hủy” chỉ được đọc là Dự thảo văn bản quy phạm pháp luật.",
            "Truyền thông trước ngày: bảng tính ghi “30/6”, không có năm; đang đọc là 30/6/2024.",
        ]
        save(client, review)
        assert [(one.kind, str(one), one.due_on) for one in Policy.objects.in_order()] == [
            ("draft", "Luật Thủ đô (Sở Tư pháp chủ trì)", date(2024, 6, 30)),
            ("policy", "Hỗ trợ nhà ở (Sở Xây dựng chủ trì)", date(2024, 9, 1)),
        ]
