"""Two versions compared: nothing is lost, and changes are shown by words rather than lines."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.comparing.alignment import common
from reports.comparing.differences import LineDifference, Unchanged, condensed, differences
from reports.comparing.version_parts import version_parts
from reports.comparing.word_changes import Change, Piece
from tests.reports.document.documents import full_document, real_size_document

UNCHANGED, REMOVED, ADDED, CHANGED = Change
MARKS = {UNCHANGED: "{}", REMOVED: "[-{}-]", ADDED: "{{+{}+}}"}

WORDS = (
    "Sở",
    "139/KH-SXD",
    "05/3/2024",
    "98,5%",
    "hội",
    "nghị",
    ",",
    ".",
    "./.",
    "(",
    "a)",
    "-",
    "I.",
    "đã",
    "\t",
)
lines_of_words = st.lists(st.sampled_from((*WORDS, *(f" {word}" for word in WORDS), " ")), max_size=12).map(
    "".join
)
texts = st.lists(lines_of_words, max_size=8).map("\n".join)
headings = st.sampled_from(("I. KẾT QUẢ", "II. KẾT QUẢ", "1. Văn bản", "2. Hội nghị", "Lời mở đầu", ""))
versions = st.lists(st.tuples(headings, texts), max_size=6)


def side(parts, gone):
    """Return a version of the text, made of all pieces except those of one kind."""

    def text(line):
        return "".join(piece.text for piece in line.pieces if piece.kind is not gone)

    return [
        (text(part.title), "\n".join(text(line) for line in part.lines if line.kind is not gone))
        for part in parts
        if part.kind is not gone
    ]


def marked(line):
    return "".join(MARKS[piece.kind].format(piece.text) for piece in line.pieces)


def changes(before, after):
    """Return the changes from the lines of one text to those of another."""
    [part] = differences([("Kết quả", before)], [("Kết quả", after)])
    return [marked(line) for line in part.lines]


@given(versions, versions)
def test_nothing_is_lost(before, after):
    parts = differences(before, after)
    assert (side(parts, ADDED), side(parts, REMOVED)) == (before, after)


@given(versions)
def test_a_version_does_not_differ_from_itself(version):
    assert [part.kind for part in differences(version, version)] == [UNCHANGED] * len(version)


@given(versions, versions)
def test_a_part_is_changed_where_a_piece_of_it_is(before, after):
    for part in differences(before, after):
        kinds = {piece.kind for line in (part.title, *part.lines) for piece in line.pieces}
        expected = {REMOVED: {REMOVED}, ADDED: {ADDED}, UNCHANGED: {UNCHANGED}}.get(part.kind)
        assert kinds == expected if expected else kinds - {UNCHANGED}
        assert part.is_changed == (kinds != {UNCHANGED})


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (
            "Kế hoạch số 139/KH-SXD ngày 05/3/2024 của Sở",
            "Kế hoạch số 140/KH-SXD ngày 06/3/2024 của Sở",
            "Kế hoạch số [-139/KH-SXD-]{+140/KH-SXD+} ngày [-05/3/2024-]{+06/3/2024+} của Sở",
        ),
        ("Đạt 98,5%.", "Đạt 99%.", "Đạt [-98,5%-]{+99%+}."),
        ("- Sở Y tế;", "- Sở Y tế.", "- Sở Y tế[-;-]{+.+}"),
        ("Trên đây là báo cáo./.", "Trên đây là báo cáo.", "Trên đây là báo cáo[-./.-]{+.+}"),
        ("có 200 đại biểu (PBGDPL)", "có hơn 200 đại biểu", "có{+ hơn+} 200 đại biểu[- (PBGDPL)-]"),
        ("Sở Xây dựng", "Sở Xây dựng và UBND", "Sở Xây dựng{+ và UBND+}"),
        ("Sở Xây dựng", "- Sở Xây dựng", "{+- +}Sở Xây dựng"),
        ("một  hai", "một hai", "một[-  -]{+ +}hai"),
        (
            "Sở tổ chức tập huấn và hội nghị",
            "Sở đã phát hành tài liệu và hỏi đáp pháp luật",
            None,
        ),
        (
            "Trong năm, Sở đã mở hai lớp tập huấn và ba hội nghị lớn tại huyện Sen",
            "Trong năm, Sở đã in mười nghìn tờ rơi và hai cuốn sách nhỏ tại huyện Sen",
            "Trong năm, Sở đã [-mở hai lớp tập huấn và ba hội nghị lớn-]"
            "{+in mười nghìn tờ rơi và hai cuốn sách nhỏ+} tại huyện Sen",
        ),
    ],
)
def test_a_changed_line_is_shown_in_whole_words(before, after, line):
    assert changes(before, after) == ([line] if line else [f"[-{before}-]", f"{{+{after}+}}"])


def test_a_line_put_in_between_does_not_move_the_changes_below_it():
    before = "Sở có 5 kế hoạch;\nSở có 6 hội nghị;\nHết."
    after = "Mới tinh.\nSở có 7 kế hoạch;\nSở có 8 hội nghị;\nHết."
    assert changes(before, after) == [
        "{+Mới tinh.+}",
        "Sở có [-5-]{+7+} kế hoạch;",
        "Sở có [-6-]{+8+} hội nghị;",
        "Hết.",
    ]


def test_an_empty_line_that_came_is_a_line():
    [part] = differences([("Kết quả", "a\nb")], [("Kết quả", "a\n\nb")])
    assert [line.pieces for line in part.lines] == [
        (Piece("a", UNCHANGED),),
        (Piece("", ADDED),),
        (Piece("b", UNCHANGED),),
    ]


def kinds(before, after):
    return [(part.heading, part.kind) for part in differences(before, after)]


def test_a_section_put_before_others_renumbers_them_and_no_more():
    before = [("I. Kết quả", ""), ("1. Văn bản", "Một."), ("2. Hội nghị", "Hai.")]
    after = [("I. Kết quả", ""), ("1. Mở đầu", "Không."), ("2. Văn bản", "Một."), ("3. Hội nghị", "Hai.")]
    parts = differences(before, after)
    assert kinds(before, after) == [
        ("I. Kết quả", UNCHANGED),
        ("1. Mở đầu", ADDED),
        ("2. Văn bản", CHANGED),
        ("3. Hội nghị", CHANGED),
    ]
    assert marked(parts[2].title) == "[-1-]{+2+}. Văn bản"
    assert [line.kind for line in parts[2].lines] == [UNCHANGED]


def test_a_section_of_another_heading_is_known_by_its_words():
    words = "Sở đã phổ biến văn bản mới đến công chức, viên chức và doanh nghiệp."
    before = [("1. Khó khăn", "Thiếu kinh phí."), ("2. Kết quả", words)]
    after = [("1. Kết quả đạt được", f"{words}\nTốt.")]
    assert kinds(before, after) == [("1. Khó khăn", REMOVED), ("1. Kết quả đạt được", CHANGED)]


def test_sections_that_share_a_heading_stay_apart():
    before = [("I. Một", ""), ("1. Kết quả", "a"), ("II. Hai", ""), ("1. Kết quả", "b")]
    assert kinds(before, before[:2]) == [
        ("I. Một", UNCHANGED),
        ("1. Kết quả", UNCHANGED),
        ("II. Hai", REMOVED),
        ("1. Kết quả", REMOVED),
    ]


def test_two_papers_differ_where_they_were_changed():
    before = full_document()
    after = full_document(closing="Trên đây là báo cáo của Sở./.")
    changed = [part for part in differences(version_parts(before), version_parts(after)) if part.is_changed]
    assert [part.heading for part in changed] == ["Cuối văn bản"]


def numbered(*changed, count=20):
    before = "\n".join(f"Dòng thứ {number}" for number in range(count))
    after = "\n".join(f"Dòng thứ {number}{' mới' if number in changed else ''}" for number in range(count))
    [part] = differences([("Kết quả", before)], [("Kết quả", after)])
    return part.lines


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ((), ["… 20 dòng không đổi"]),
        ((10,), ["… 8 dòng không đổi", 8, 9, 10, 11, 12, "… 7 dòng không đổi"]),
        ((0, 19), [0, 1, 2, "… 14 dòng không đổi", 17, 18, 19]),
        ((4, 11), [*range(14), "… 6 dòng không đổi"]),
        ((4, 12), [*range(7), "… 3 dòng không đổi", *range(10, 15), "… 5 dòng không đổi"]),
    ],
)
def test_long_runs_of_equal_lines_are_shown_as_their_count(changed, shown):
    lines = numbered(*changed)
    assert [
        str(line) if isinstance(line, Unchanged) else lines.index(line) for line in condensed(lines)
    ] == shown


@given(st.lists(st.booleans(), max_size=30), st.integers(0, 3))
def test_a_run_that_is_left_out_is_still_there(changed, context):
    lines = [
        LineDifference((Piece(str(number), ADDED if is_new else UNCHANGED),))
        for number, is_new in enumerate(changed)
    ]
    found = [
        line
        for one in condensed(lines, context)
        for line in (one.lines if isinstance(one, Unchanged) else (one,))
    ]
    assert found == lines


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_what_two_sequences_have_in_common_is_as_long_as_can_be(before, after):
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, old in enumerate(before, start=1):
        for j, new in enumerate(after, start=1):
            longest[i][j] = (
                longest[i - 1][j - 1] + 1 if old == new else max(longest[i - 1][j], longest[i][j - 1])
            )
    pairs = common(before, after)
    assert [before[i] for i, _ in pairs] == [after[j] for _, j in pairs]
    assert pairs == sorted(set(pairs))
    assert len(pairs) == longest[-1][-1]


def long_texts():
    """Yield texts of 300,000 characters, each with one where every line is another."""
    sentence = "Sở đã ban hành Kế hoạch số {0}/KH-SXD ngày 05/3/2024 về {1} phổ biến pháp luật;"
    plans = [sentence.format(number, f"việc thứ {number * 7 % 911}") for number in range(3600)]
    yield "plans", plans, [line.replace("05/3", "06/4") for line in plans]
    yield "one more", plans, ["Mở đầu.", *(line.replace("05/3", "06/4") for line in plans)]
    paragraphs = [" ".join(plans[start : start + 25]) for start in range(0, 3600, 25)]
    yield "paragraphs", paragraphs, [line.replace("ban hành", "gửi") for line in paragraphs]
    yield "one paragraph", [" ".join(plans)], [" ".join(plans).replace("ban hành", "gửi")]
    short = [f"{number * number % 9973} a" for number in range(50_000)]
    yield "short lines", short, [line if number % 2 else f"{line} b" for number, line in enumerate(short)]
    alike = ["a" if number * number % 7 < 3 else "b" for number in range(150_000)]
    yield "two lines over and over", alike, alike[::-1]
    words = [" ".join(alike[start : start + 200]) for start in range(0, 150_000, 200)]
    yield "two words over and over", words, [line[::-1] for line in words[::-1]]


@pytest.mark.parametrize(("before", "after"), [pytest.param(*rest, id=name) for name, *rest in long_texts()])
def test_a_report_of_the_greatest_length_is_compared_in_a_moment(before, after):
    versions = [("Kết quả", "\n".join(before))], [("Kết quả", "\n".join(after))]
    start = time.process_time()
    parts = differences(*versions)
    assert time.process_time() - start < 20  # under 2 s on an idle machine, minutes if it were quadratic
    assert (side(parts, ADDED), side(parts, REMOVED)) == versions


def test_every_word_is_compared_in_a_report_of_real_size_and_in_a_long_list():
    _, before, after = next(long_texts())
    parts = differences([("Kết quả", "\n".join(before))], [("Kết quả", "\n".join(after))])
    assert {
        tuple(piece.text for piece in line.pieces if piece.kind is not UNCHANGED) for line in parts[0].lines
    } == {("05/3/2024", "06/4/2024")}
    paper = version_parts(real_size_document())
    changed = [(heading, text.replace("năm 2025", "năm 2026")) for heading, text in paper]
    pieces = {
        piece.text
        for part in differences(paper, changed)
        for line in part.lines
        for piece in line.pieces
        if piece.kind in (REMOVED, ADDED)
    }
    assert pieces == {"2025", "2026"}
