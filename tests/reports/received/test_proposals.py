"""The same proposal of several bodies is printed once with their names, however each of them words it."""

from time import process_time

import pytest

from reports.received.proposals import Proposal, proposals, says_nothing, sentences_of
from tests.reports.received.accepted import accepted

TRAINING = "Tổ chức tập huấn nghiệp vụ phổ biến, giáo dục pháp luật cho báo cáo viên pháp luật"
MONEY = "Bố trí kinh phí cho công tác phổ biến, giáo dục pháp luật"


def asks(body, *lines, heading="V. KIẾN NGHỊ, ĐỀ XUẤT"):
    return accepted(body, ("I. KẾT QUẢ", "Đề nghị khen thưởng."), (heading, "\n".join(lines)))


def said(*reports):
    return [(one.text, one.bodies) for one in proposals(reports, "Sen")]


@pytest.mark.parametrize(
    "worded",
    [
        f"1. {TRAINING};",
        f"a) {TRAINING.upper()} ./.",
        f"- Đề nghị Sở Tư pháp {TRAINING.lower()}.",
        f"+ Kính đề nghị Sở Tư pháp tỉnh Sen tiếp tục quan tâm {TRAINING.lower()}",
        f"Sở Y tế kiến nghị, đề xuất với UBND tỉnh Sen: {TRAINING};;",
        f"(2) Đề nghị UBND tỉnh và Sở Tư pháp thường xuyên {TRAINING.lower()} trong thời gian tới.",
        "Tổ chức các lớp tập huấn nghiệp vụ PBGDPL cho báo cáo viên pháp luật",
        "to chuc tap huan nghiep vu pho bien giao duc phap luat cho bao cao vien phap luat",
        f"Trân trọng đề nghị Hội đồng phối hợp PBGDPL tỉnh\u00a0{TRAINING.lower()}",
        f"Đề nghị Ủy ban nhân dân tỉnh {TRAINING[0].lower()}{TRAINING[1:]} hằng năm",
    ],
)
def test_the_same_in_other_words_is_one_proposal(worded):
    ((_, bodies),) = said(asks("Sở Xây dựng", f"- {TRAINING}"), asks("Sở Y tế", worded))
    assert bodies == ("Sở Xây dựng", "Sở Y tế")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{TRAINING} cấp tỉnh", f"{TRAINING} cấp xã"),
        (TRAINING, TRAINING.replace("báo cáo viên pháp luật", "hòa giải viên")),
        (TRAINING, MONEY),
        (f"{MONEY} năm 2025", f"{MONEY} năm 2026"),
        ("Tăng kinh phí hòa giải ở cơ sở", "Không tăng kinh phí hòa giải ở cơ sở"),
        ("Tăng mức chi cho hòa giải viên ở cơ sở", "Giảm mức chi cho hòa giải viên ở cơ sở"),
        ("Biên soạn tài liệu về Luật Đất đai", "Biên soạn tài liệu về Luật Nhà ở"),
        ("Sửa Thông tư số 56/2023/TT-BTC", "Sửa Thông tư số 17/2025/TT-BTP"),
        ("Bổ sung biên chế", "Bổ sung biên chế làm công tác pháp chế tại các sở, ban, ngành"),
        ("Nâng cấp trang thông tin điện tử", "Nâng cấp phần mềm báo cáo"),
    ],
)
def test_what_is_only_near_stays_apart(one, other):
    assert [bodies for _, bodies in said(asks("Sở Y tế", one), asks("Sở Xây dựng", other))] == [
        ("Sở Y tế",),
        ("Sở Xây dựng",),
    ]


def test_the_best_wording_is_printed_and_what_most_ask_for_comes_first():
    shouting, own = TRAINING.upper(), f"Sở Y tế đề nghị {TRAINING.lower()} của sở"
    assert said(
        asks("Sở Y tế", "- Xây dựng phần mềm báo cáo;", f"- {own};"),
        asks("Sở Xây dựng", f"1) {shouting}"),
        asks("UBND xã A", f"- Đề nghị {TRAINING.lower()}", f"- đề nghị {TRAINING.lower()}."),
    ) == [
        (f"Đề nghị {TRAINING.lower()}", ("Sở Y tế", "Sở Xây dựng", "UBND xã A")),
        ("Xây dựng phần mềm báo cáo", ("Sở Y tế",)),
    ]


@pytest.mark.parametrize(
    "nothing",
    [
        "Không.",
        "Không có",
        "Không có kiến nghị, đề xuất gì.",
        "Sở Y tế không có kiến nghị, đề xuất.",
        "Đến thời điểm báo cáo, đơn vị chưa phát sinh kiến nghị nào khác;",
        "- Hiện nay cơ quan không có khó khăn, vướng mắc gì",
        "Trong năm 2024 không có nội dung kiến nghị",
        "Về đề xuất, kiến nghị: Không",
        "Trong năm, Sở không có khó khăn, vướng mắc và không có kiến nghị, đề xuất gì",
        "Không có kiến nghị, đề xuất với UBND tỉnh Sen và Bộ Tư pháp",
        "Nhìn chung không gặp khó khăn; chưa có kiến nghị với cơ quan có thẩm quyền",
    ],
)
def test_who_proposes_nothing_is_left_out(nothing):
    assert said(asks("Sở Y tế", nothing)) == []


@pytest.mark.parametrize(
    "something",
    [
        "Đề nghị không cắt giảm kinh phí",
        "Không bố trí người kiêm nhiệm làm công tác pháp chế",
        "Bổ sung biên chế do hiện không có",
        "Ban hành định mức chi mà tỉnh chưa có",
    ],
)
def test_a_proposal_may_say_not(something):
    assert not says_nothing(something, "Sở Y tế")
    assert said(asks("Sở Y tế", something)) == [(something, ("Sở Y tế",))]


def test_lines_that_only_lead_to_others_and_those_of_another_section_are_no_proposals():
    assert said(
        asks(
            "Sở Y tế",
            "Sở Y tế kính đề nghị Sở Tư pháp một số nội dung sau:",
            "1. Đối với UBND tỉnh:",
            f"- {MONEY}",
            "Đối với Sở Tư pháp",
            "Trân trọng cảm ơn.",
        )
    ) == [(MONEY, ("Sở Y tế",))]


def test_of_a_section_on_difficulties_too_only_what_asks_for_something_counts():
    mixed = asks(
        "Sở Y tế",
        "Kinh phí còn hạn hẹp. Người làm còn kiêm nhiệm.",
        "Đề nghị UBND tỉnh bổ sung kinh phí.",
        "Từ đó, Sở Y tế kiến nghị:",
        "- Thêm người",
        heading="V. KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ",
    )
    assert [text for text, _ in said(mixed)] == ["Đề nghị UBND tỉnh bổ sung kinh phí", "Thêm người"]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("Tăng chi; mở lớp.", ["Tăng chi", "mở lớp"]),
        ("Hỗ trợ TP. Sen. Mở lớp tại P. Bắc.", ["Hỗ trợ TP. Sen", "Mở lớp tại P. Bắc"]),
        ("In tài liệu (tờ gấp; sổ tay). Phát về xã", ["In tài liệu (tờ gấp; sổ tay)", "Phát về xã"]),
        ("Sửa khoản 1. 2 và 3", ["Sửa khoản 1. 2 và 3"]),
        ("1\tTăng chi\tUBND tỉnh", ["1 – Tăng chi – UBND tỉnh"]),
        ("- a) 1.2. Tăng chi (chưa đóng ngoặc; mở lớp", ["Tăng chi (chưa đóng ngoặc; mở lớp"]),
        (" ;.– ", []),
        ("", []),
    ],
)
def test_a_line_is_read_in_sentences(line, sentences):
    assert list(sentences_of(line)) == sentences


def test_marks_of_ours_in_a_proposal_stay_what_they_are():
    assert proposals([asks("Sở Y tế", "- [[hoạt động]] | x |")], "") == (
        Proposal("[[hoạt động]] | x |", ("Sở Y tế",)),
    )


def test_a_whole_province_with_much_the_same_to_say():
    """Let 368 bodies make five proposals each, of which every one is like another only up to its subject."""
    subjects = [f"{word} {number}" for word in ("đất đai", "nhà ở", "hộ tịch") for number in range(1, 51)]
    reports = [
        asks(
            f"UBND xã {body}",
            *(
                f"{at}. Đề nghị biên soạn tài liệu về {subjects[(body * 7 + at * 31) % 150]};"
                for at in range(5)
            ),
        )
        for body in range(368)
    ]
    found = proposals(reports, "Sen")
    assert len(found) == 150
    assert sum(len(one.bodies) for one in found) == 5 * 368


def test_a_bracket_that_is_never_closed_costs_no_more_than_its_line():
    line = "(" + "mở lớp; " * 30_000
    started = process_time()
    (sentence,) = sentences_of(line)
    assert sentence == line.rstrip(" ;")
    assert process_time() - started < 1  # 4 seconds where every part is counted with all before it
