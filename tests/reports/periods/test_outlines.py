"""Dung keeps outlines: those of the program are copied, her own are changed row by row and never lost."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from accounts.conflict import Conflict
from accounts.history import history_of
from accounts.models import ChangeKind, Role
from reports.compiling.compile import compile_report
from reports.document.lines import Heading, lines
from reports.document.numbering import labels_of
from reports.document.tree import Numbering
from reports.models import Outline, OutlineSection
from reports.periods.template_sets import change_set, copy_to_change, delete_set, restore_set
from tests.accounts.rows.editors import fields_of
from tests.bad_input import BAD_INPUT, letters
from tests.factories import make_organisation, make_outline, make_period, make_report, make_user
from tests.pages import words

LIST, ADD = "/de-cuong/2024/", "/de-cuong/2024/tao/"
FAULTS = "//section[contains(@class, 'faults')]//li"
NOTICE = "//*[contains(@class, 'notice')]/p"
NUMBERS = "//*[@data-number]"


@pytest.fixture
def at_dungs_desk(client, dung):
    client.force_login(dung)
    return client


@pytest.fixture
def outline(dung):
    """Return an own outline of three headings."""
    return make_outline(dung.organisation, "Kết quả", "Nhận xét", "Kiến nghị", name="Đề cương năm")


@pytest.fixture
def ready_made(db):
    return Outline.objects.in_use(2024).get()


def page_of(outline):
    return f"{LIST}{outline.pk}/"


def keys_of(response):
    return words(response, "//input[@name='row']/@value")


def headings_of(outline):
    return [(one.depth, one.heading) for one in outline.sections.all()]


def press(client, address, response, command, **typed):
    """Press a button of the rows on the page that came back."""
    return client.post(address, fields_of(response) | typed | {"command": command})


# Reading and copying.


def test_outlines_of_the_program_and_own_ones_are_listed(at_dungs_desk, outline, ready_made, dung):
    make_outline(make_organisation(), name="Của tỉnh khác")
    make_period(dung.organisation, outline=make_outline(dung.organisation, name="Bản của kỳ"))
    page = at_dungs_desk.get(LIST)
    listed = zip(
        *(words(page, f"//td[@class='{column}']") for column in ("name", "whose", "many")), strict=True
    )
    assert sorted(listed) == [
        ("Đề cương báo cáo của tỉnh (từ 2024)", "Mẫu có sẵn, báo cáo tỉnh", "23 mục"),
        (ready_made.name, "Mẫu có sẵn", "14 mục"),
        ("Đề cương năm", "Mẫu của mình", "3 mục"),
    ]


def test_an_outline_of_the_program_is_read_and_copied(at_dungs_desk, ready_made, dung):
    page = at_dungs_desk.get(page_of(ready_made))
    assert words(page, "//p[@class='heading']")[:3] == [
        "I. KẾT QUẢ CÔNG TÁC PBGDPL",
        "1. Xây dựng văn bản, kế hoạch triển khai thực hiện công tác PBGDPL",
        "2. Kết quả triển khai thực hiện Luật PBGDPL và các chương trình, đề án PBGDPL",
    ]
    assert words(page, "//main//input[not(@type='hidden')] | //main//textarea") == []
    assert at_dungs_desk.post(page_of(ready_made), {"name": "Đổi"}).status_code == 404
    address = f"{page_of(ready_made)}sao-chep/"
    key = {"sent_key": words(page, "//input[@name='sent_key']/@value")[0]}
    first, second = at_dungs_desk.post(address, key), at_dungs_desk.post(address, key)
    copy = Outline.objects.get(organisation=dung.organisation)
    assert (first.url, second.url) == (page_of(copy), page_of(copy))
    assert (copy.name, headings_of(copy)) == (f"{ready_made.name} (bản sao)", headings_of(ready_made))
    assert history_of(copy)[0].values == [["sao chép từ", "", ready_made.name]]


def test_dung_makes_an_outline_one_of_the_province_and_says_what_it_collects(at_dungs_desk, outline, dung):
    first = outline.sections.first()
    sent = fields_of(at_dungs_desk.get(page_of(outline)))
    assert ("for_province" in sent, sent[f"{first.pk}-collects"]) == (False, [""])
    typed = {"for_province": "on", f"{first.pk}-collects": "kết quả\nđánh giá "}
    at_dungs_desk.post(page_of(outline), sent | typed)
    assert outline in Outline.objects.of_province(dung.organisation, 2024)
    assert outline.sections.first().collects == "kết quả\nđánh giá"
    assert history_of(outline)[0].values == [
        ["dùng cho báo cáo của tỉnh", "không", "có"],
        ["thu từ mục của đơn vị, mục Kết quả", "", "kết quả\nđánh giá"],
    ]
    outline.refresh_from_db()
    copy = copy_to_change(outline, by=dung)
    assert (copy.for_province, copy.sections.first().collects) == (True, "kết quả\nđánh giá")


def test_an_outline_of_the_province_is_read_and_printed_in_the_name_of_the_justice_department(
    at_dungs_desk, dung
):
    shipped = Outline.objects.of_province(dung.organisation, 2024).get()
    page = at_dungs_desk.get(page_of(shipped))
    assert words(page, "//main/p[@class='hint']")[0].endswith("Dùng cho báo cáo của tỉnh.")
    collecting = words(page, "//p[@class='hint'][starts-with(., 'Thu từ mục của đơn vị có chữ:')]")
    assert collecting[-1] == "Thu từ mục của đơn vị có chữ: kiến nghị; đề xuất"
    sample = at_dungs_desk.get(f"{page_of(shipped)}in-thu/").content.decode()
    typed = fields_of(at_dungs_desk.get(page_of(copy_to_change(shipped, by=dung))))
    draft = at_dungs_desk.post(f"{LIST}in-thu/", typed).content.decode()
    for printed in (sample, draft):
        assert "trên địa bàn tỉnh Sen" in printed
        assert "(MẪU) mô hình của các đơn vị: dòng 1" in printed


def test_a_copy_of_a_copy_is_called_like_the_first(dung, ready_made):
    ready_made.name = "Tên dài " * 25
    once = copy_to_change(ready_made, by=dung)
    twice = copy_to_change(once, by=dung)
    assert {len(one.name) for one in (once, twice)} == {len(once.name)}
    assert once.name == twice.name == f"{ready_made.name[:190]} (bản sao)"


def test_the_copy_of_a_period_is_only_read(at_dungs_desk, outline, dung):
    period = make_period(dung.organisation, outline=outline)
    page = at_dungs_desk.get(page_of(outline))
    assert words(page, "//p[@class='way-back period-back']") == ["Kỳ báo cáo năm 2024"]
    assert words(page, "//main//textarea") == []
    for act in ("", "xoa/", "khoi-phuc/"):
        assert at_dungs_desk.post(f"{page_of(outline)}{act}").status_code == 404
    assert period.outline.sections.count() == 3


# Rows.


def test_dung_changes_adds_moves_and_leaves_out_at_once(at_dungs_desk, outline):
    address, (first, second, third) = page_of(outline), outline.sections.all()
    page = at_dungs_desk.get(address)
    page = press(at_dungs_desk, address, page, f"up:{third.pk}", **{f"{third.pk}-heading": "Kiến nghị mới"})
    assert keys_of(page) == [str(first.pk), str(third.pk), str(second.pk)]
    page = press(at_dungs_desk, address, page, f"insert:{first.pk}")
    assert keys_of(page) == [str(first.pk), "m1", str(third.pk), str(second.pk)]
    assert words(page, "//*[@autofocus]/@name") == ["m1-heading"]
    assert headings_of(outline) == [(1, "Kết quả"), (1, "Nhận xét"), (1, "Kiến nghị")]
    typed = {"m1-heading": "Văn bản", "m1-depth": "2", f"{second.pk}-left_out": "on"}
    done = at_dungs_desk.post(address, fields_of(page) | typed, follow=True)
    assert words(done, NOTICE) == ["Đã lưu đề cương Đề cương năm."]
    assert headings_of(outline) == [(1, "Kết quả"), (2, "Văn bản"), (1, "Kiến nghị mới")]
    assert [one.pk for one in outline.sections.all()][::2] == [first.pk, third.pk]
    assert history_of(outline)[0].values == [
        ["các mục", "I. Kết quả\nII. Nhận xét\nIII. Kiến nghị", "I. Kết quả\n1. Văn bản\nII. Kiến nghị mới"]
    ]


def test_a_row_moves_no_further_than_the_ends(at_dungs_desk, outline):
    address, keys = page_of(outline), [str(one.pk) for one in outline.sections.all()]
    page = at_dungs_desk.get(address)
    assert keys_of(press(at_dungs_desk, address, page, f"up:{keys[0]}")) == keys
    assert keys_of(press(at_dungs_desk, address, page, f"down:{keys[2]}")) == keys
    moved = press(at_dungs_desk, address, page, f"down:{keys[0]}")
    assert keys_of(moved) == [keys[1], keys[0], keys[2]]
    assert words(moved, "//button[@autofocus]/@value") == [f"down:{keys[0]}"]


def test_the_printed_numbers_follow_depth_scheme_and_what_is_left_out(at_dungs_desk, outline):
    address, (first, second, third) = page_of(outline), outline.sections.all()
    page = at_dungs_desk.get(address)
    assert words(page, NUMBERS) == ["I.", "II.", "III."]
    page = press(at_dungs_desk, address, page, "", **{f"{second.pk}-depth": "2", f"{third.pk}-depth": "3"})
    assert words(page, NUMBERS) == ["I.", "1.", "a)"]
    page = press(at_dungs_desk, address, page, "", numbering="decimal")
    assert words(page, NUMBERS) == ["I.", "1.", "1.1."]
    page = press(at_dungs_desk, address, page, "", **{f"{first.pk}-left_out": "on"})
    assert words(page, NUMBERS) == ["", "I.", "1."]


def test_headings_that_are_too_deep_are_numbered_as_the_paper_would(department):
    depths = [4, 4, 2, 1, 4, 3, 4]
    report = make_report(department, *((depth, "Mục", "") for depth in depths))
    printed = [one.label for one in lines(compile_report(report).body) if isinstance(one, Heading)]
    assert list(labels_of(depths)) == printed == ["I.", "II.", "III.", "IV.", "1.", "2.", "a)"]
    assert list(labels_of([1, 2, 3, 4], Numbering.DECIMAL)) == ["I.", "1.", "1.1.", "a)"]


@pytest.mark.parametrize(
    ("depths", "faults"),
    [
        (("2", "1", "1"), ["Mục 1 (“Kết quả”), cấp: Mục đầu tiên phải ở cấp 1, không phải cấp 2."]),
        (
            ("1", "3", "3"),
            [
                "Mục 2 (“Nhận xét”), cấp: Cấp 3 đứng ngay sau cấp 1. "
                "Chọn cấp 2, hoặc thêm một mục cấp 2 ở trên."
            ],
        ),
        (("1", "2", "4"), ["Mục 3 (“Kiến nghị”), cấp: Cấp 4 đứng ngay sau cấp 2. "
                           "Chọn cấp 3, hoặc thêm một mục cấp 3 ở trên."]),
    ],
)  # fmt: skip
def test_a_heading_that_is_too_deep_is_named(at_dungs_desk, outline, depths, faults):
    sections = outline.sections.all()
    typed = {f"{one.pk}-depth": depth for one, depth in zip(sections, depths, strict=True)}
    response = at_dungs_desk.post(page_of(outline), fields_of(at_dungs_desk.get(page_of(outline))) | typed)
    assert (response.status_code, words(response, FAULTS)) == (200, faults)
    assert {name: fields_of(response)[name][0] for name in typed} == typed
    assert {one.depth for one in outline.sections.all()} == {1}


def test_a_heading_left_out_does_not_count(at_dungs_desk, outline):
    address, (_, second, third) = page_of(outline), outline.sections.all()
    typed = {f"{second.pk}-depth": "2", f"{third.pk}-depth": "3", f"{second.pk}-left_out": "on"}
    response = at_dungs_desk.post(address, fields_of(at_dungs_desk.get(address)) | typed)
    assert words(response, FAULTS) == [
        "Mục 3 (“Kiến nghị”), cấp: Cấp 3 đứng ngay sau cấp 1. Chọn cấp 2, hoặc thêm một mục cấp 2 ở trên."
    ]


def test_what_is_missing_is_named(at_dungs_desk, outline):
    address, (first, *others) = page_of(outline), outline.sections.all()
    sent = fields_of(at_dungs_desk.get(address)) | {"name": " ", "from_year": "24"}
    response = at_dungs_desk.post(address, sent | {f"{first.pk}-heading": "", f"{first.pk}-depth": "9"})
    assert words(response, FAULTS) == [
        "Tên đề cương: Đặt tên cho đề cương.",
        "Dùng từ năm báo cáo: Ghi một năm từ 2000 đến 2100.",
        "Mục 1, cấp: Hãy chọn một lựa chọn hợp lệ. 9 không phải là một trong các lựa chọn khả thi.",
        "Mục 1, tiêu đề: Ghi tiêu đề, hoặc đánh dấu bỏ mục này.",
    ]
    nothing = (
        sent | {"name": "Tên", "from_year": "2024"} | {f"{one.pk}-left_out": "on" for one in (first, *others)}
    )
    assert words(at_dungs_desk.post(address, nothing), FAULTS) == ["Giữ lại hoặc thêm ít nhất một mục."]
    assert headings_of(outline) == [(1, "Kết quả"), (1, "Nhận xét"), (1, "Kiến nghị")]


def test_a_new_row_that_says_nothing_is_passed_over(at_dungs_desk, outline):
    address = page_of(outline)
    page = press(at_dungs_desk, address, at_dungs_desk.get(address), "add")
    assert at_dungs_desk.post(address, fields_of(page)).status_code == 302
    outline.refresh_from_db()
    assert (outline.sections.count(), outline.version) == (3, 1)


def test_two_hundred_rows_are_enough(at_dungs_desk, dung):
    outline = make_outline(dung.organisation, *(f"Mục {number}" for number in range(200)))
    address = page_of(outline)
    page = press(at_dungs_desk, address, at_dungs_desk.get(address), "add")
    assert (len(keys_of(page)), words(page, FAULTS)) == (200, ["Đã đủ 200 mục, không thêm được nữa."])
    sent = fields_of(page)
    more = {"m1-heading": "Thêm", "m1-depth": "1", "row": [*sent["row"], "m1"]}
    assert words(at_dungs_desk.post(address, sent | more), FAULTS) == ["Có hơn 200 mục; nhiều nhất 200."]


def test_rows_of_other_outlines_and_odd_keys_are_not_touched(at_dungs_desk, outline, ready_made):
    address, foreign = page_of(outline), ready_made.sections.first()
    sent = fields_of(at_dungs_desk.get(address))
    keys = [str(foreign.pk), "m1", "x", "-1", "9" * 30, "1/2", sent["row"][0], sent["row"][0]]
    typed = {f"{key}-heading": f"Của {key}" for key in keys} | {f"{key}-depth": "1" for key in keys}
    at_dungs_desk.post(address, sent | typed | {"row": keys})
    assert [heading for _, heading in headings_of(outline)] == [
        f"Của {foreign.pk}",
        "Của m1",
        f"Của {sent['row'][0]}",
    ]
    foreign.refresh_from_db()
    assert (foreign.outline, foreign.heading) == (ready_made, "KẾT QUẢ CÔNG TÁC PBGDPL")


def test_an_empty_outline_is_begun_and_saved_once(at_dungs_desk, dung):
    page = at_dungs_desk.get(ADD)
    assert keys_of(page) == ["m1"]
    page = press(at_dungs_desk, ADD, page, "add", name="Đề cương mới", **{"m1-heading": "Kết quả"})
    assert fields_of(page)["name"] == ["Đề cương mới"]
    sent = fields_of(page) | {"m2-heading": "Nhận xét"}
    first, second = at_dungs_desk.post(ADD, sent), at_dungs_desk.post(ADD, sent)
    outline = Outline.objects.get(organisation=dung.organisation)
    assert (first.url, second.url) == (page_of(outline), page_of(outline))
    assert (outline.name, outline.from_year) == ("Đề cương mới", 2024)
    assert headings_of(outline) == [(1, "Kết quả"), (1, "Nhận xét")]


# Two at once, and what was deleted.


def test_two_officers_who_change_an_outline_lose_nothing(at_dungs_desk, dung, outline):
    address, first = page_of(outline), outline.sections.first()
    mine = fields_of(at_dungs_desk.get(address)) | {f"{first.pk}-heading": "Kết quả của Dung"}
    colleague = make_user(dung.organisation, Role.JUSTICE_OFFICER, full_name="Hà Lê")
    at_dungs_desk.force_login(colleague)
    theirs = fields_of(at_dungs_desk.get(address)) | {
        f"{first.pk}-heading": "Kết quả của Hà",
        "name": "Tên Hà",
    }
    assert at_dungs_desk.post(address, theirs).status_code == 302
    at_dungs_desk.force_login(dung)
    response = at_dungs_desk.post(address, mine)
    assert response.status_code == 409
    assert words(response, "//div[@class='pair']/div") == [
        "Bản đã lưu Tên Hà",
        "Bản của bạn Đề cương năm",
        "Bản đã lưu I. Kết quả của Hà",
        "Bản của bạn I. Kết quả của Dung",
    ]
    assert fields_of(response)[f"{first.pk}-heading"] == ["Kết quả của Dung"]
    assert at_dungs_desk.post(address, fields_of(response)).status_code == 302
    outline.refresh_from_db()
    assert (outline.name, headings_of(outline)[0]) == ("Đề cương năm", (1, "Kết quả của Dung"))
    assert ["tên đề cương", "Tên Hà", "Đề cương năm"] in history_of(outline)[0].values


def test_a_deleted_outline_can_be_had_back(at_dungs_desk, outline):
    page = at_dungs_desk.post(f"{page_of(outline)}xoa/", follow=True)
    assert words(page, NOTICE) == ["Đã xóa đề cương Đề cương năm."]
    assert "Đề cương năm" not in words(page, "//td[@class='name']")
    assert "Đề cương năm" not in words(at_dungs_desk.get("/ky-bao-cao/2024/mo/"), "//option")
    undo = words(page, "//*[contains(@class, 'notice')]//form/@action")[0]
    page = at_dungs_desk.post(undo, follow=True)
    assert words(page, NOTICE) == ["Đã khôi phục đề cương Đề cương năm."]
    assert "Đề cương năm" in words(at_dungs_desk.get(LIST), "//td[@class='name']")
    assert [change.get_kind_display() for change in history_of(outline)] == ["Khôi phục", "Xóa"]


def test_a_clock_that_is_put_back_deletes_nothing_again(dung, outline):
    delete_set(outline, by=dung)
    restore_set(outline, by=dung)
    history_of(outline).filter(kind=ChangeKind.RESTORED).update(changed_at="2000-01-01T00:00:00Z")
    assert outline in Outline.objects.templates_of(dung.organisation)


def test_who_types_while_a_colleague_deletes_loses_nothing(at_dungs_desk, dung, outline):
    address, first = page_of(outline), outline.sections.first()
    mine = fields_of(at_dungs_desk.get(address)) | {f"{first.pk}-heading": "Kết quả của Dung"}
    delete_set(outline, by=make_user(dung.organisation, Role.JUSTICE_OFFICER, full_name="Hà Lê"))
    response = at_dungs_desk.post(address, mine)
    assert response.status_code == 409
    assert "Hà Lê đã xóa" in words(response, "//section[contains(@class, 'two-versions')]/p")[0]
    assert words(response, NOTICE) == ["Đề cương này đã bị xóa. Lưu ở đây thì khôi phục lại."]
    assert at_dungs_desk.post(address, fields_of(response)).status_code == 302
    assert list(Outline.objects.templates_of(dung.organisation).filter(pk=outline.pk)) == [outline]
    assert headings_of(outline)[0] == (1, "Kết quả của Dung")


def test_a_periods_copy_outlives_its_template(dung, outline):
    copy = copy_to_change(outline, by=dung)
    period = make_period(dung.organisation, outline=copy)
    delete_set(outline, by=dung)
    restore_set(outline, by=dung)
    restore_set(outline, by=dung)
    assert headings_of(period.outline) == [(1, "Kết quả"), (1, "Nhận xét"), (1, "Kiến nghị")]
    assert history_of(outline).count() == 2


def test_the_verbs_refuse_strangers_and_old_versions(dung, binh, outline, ready_made):
    rows = list(outline.sections.all())
    with pytest.raises(PermissionDenied):
        change_set(outline, rows, version=1, by=binh)
    with pytest.raises(Conflict):
        change_set(outline, rows, version=2, by=dung)
    for template in (ready_made, make_outline(make_organisation())):
        with pytest.raises(Outline.DoesNotExist):
            change_set(template, rows, version=1, by=dung)
        with pytest.raises(Outline.DoesNotExist):
            delete_set(template, by=dung)


def test_what_was_typed_outlives_the_session(client, dung, outline):
    client.force_login(dung)
    first = outline.sections.first()
    sent = fields_of(client.get(page_of(outline))) | {f"{first.pk}-guidance": "Nêu số liệu."}
    client.logout()
    login = client.post(page_of(outline), sent)
    hidden = {name: words(login, f"//input[@name='{name}']/@value")[0] for name in ("next", "typed")}
    client.post("/dang-nhap/", {"username": "dung", "password": "Sen hồng nở sớm 2024", **hidden})
    assert fields_of(client.get(page_of(outline)))[f"{first.pk}-guidance"] == ["Nêu số liệu."]


# Who may, at what cost, whatever is typed.


def test_the_ladder_of_outlines(client, an, binh, giang, chi, dung, outline, ready_made):
    stranger = make_user(make_organisation(), Role.JUSTICE_OFFICER)
    asked = [LIST, ADD, page_of(ready_made), page_of(outline)]
    sent = [f"{page_of(outline)}{act}" for act in ("", "sao-chep/", "xoa/", "khoi-phuc/")]
    for person, gets, posts in [
        (stranger, [200, 200, 200, 404], [404] * 4),
        (dung, [200] * 4, [200, 302, 302, 302]),
        *((person, [403] * 4, [403] * 4) for person in (an, binh, giang, chi)),
    ]:
        client.force_login(person)
        assert [client.get(one).status_code for one in asked] == gets
        assert [client.post(one).status_code for one in sent] == posts
    client.logout()
    assert [client.get(one).url.split("?")[0] for one in asked] == ["/dang-nhap/"] * 4


def test_a_page_costs_the_same_with_one_and_thirty_rows(at_dungs_desk, dung):
    costs = []
    for many in (1, 30):
        outline = make_outline(dung.organisation, *(f"Mục {number}" for number in range(many)))
        for number in range(many):
            make_outline(dung.organisation, name=f"Đề cương {number}")
        costs.append(costs_of(at_dungs_desk, page_of(outline)))
    assert costs[0] == costs[1]


def costs_of(client, address):
    """Return how many queries the list, a page, a button and a faulty form take."""
    sent = fields_of(client.get(address))
    asked = [("get", LIST, {}), ("get", address, {}), ("post", address, sent | {"command": "add"})]
    counts = []
    for method, url, data in [*asked, ("post", address, sent | {"name": ""})]:
        with CaptureQueriesContext(connection) as queries:
            getattr(client, method)(url, data)
        counts.append(len(queries))
    return counts


def test_every_string_in_every_text_of_an_outline(at_dungs_desk, outline):
    address, first, lost = page_of(outline), outline.sections.first(), []
    fields = ("heading", "guidance", "starting_text")
    sent = fields_of(at_dungs_desk.get(address))
    names = ["name", *(f"{first.pk}-{field}" for field in fields)]
    for text in BAD_INPUT:
        outline.refresh_from_db()
        response = at_dungs_desk.post(
            address, sent | dict.fromkeys(names, text) | {"version": outline.version}
        )
        if response.status_code == 302:
            outline.refresh_from_db()
            row = OutlineSection.objects.get(pk=first.pk)
            stored = [outline.name, *(getattr(row, field) for field in fields)]
        else:
            again = fields_of(response)
            stored = [again.get(name, [""])[0] for name in names]
        # A page ends at U+0000 for who reads it here; no browser sends one.
        if "\x00" not in text and {letters(one) for one in stored} != {letters(text)}:
            lost.append((text[:40], response.status_code))
    assert lost == []
    page = html.fromstring(at_dungs_desk.get(address).content.decode())
    assert page.xpath("//main//script | //main//img") == []


def test_every_string_in_every_other_field_of_an_outline(at_dungs_desk, outline):
    address, first = page_of(outline), outline.sections.first()
    others = ("from_year", "numbering", "version", "row", f"{first.pk}-depth", f"{first.pk}-is_required")
    sent, lost = fields_of(at_dungs_desk.get(address)), []
    for text in (text[:3000] for text in BAD_INPUT):
        answers = [
            at_dungs_desk.post(address, sent | typed).status_code
            for typed in (dict.fromkeys(others, text), {"command": text, "version": text})
        ]
        if answers != [200, 200]:
            lost.append((text[:40], answers))
    assert lost == []
