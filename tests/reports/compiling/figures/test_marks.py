"""The marks of figures: what officers may type between the brackets, and what is no mark."""

import pytest

from reports.compiling.figures.marks import (
    FigureMark,
    expanded,
    marks_in,
    read_mark,
    unread_listings,
    unread_marks,
)
from reports.compiling.figures.names import NAMED, Measure, Share, names, nearest, nearest_option
from reports.compiling.figures.wording import change, money, official_number
from reports.compiling.listings import NAMES
from tests.growth import growth

READ = {
    "số cuộc": FigureMark("số cuộc"),
    "SO CUOC": FigureMark("số cuộc"),
    " số  cuộc ": FigureMark("số cuộc"),
    "số buổi": FigureMark("số cuộc"),
    "số lượt người": FigureMark("số người"),
    "số người tham dự: hội nghị": FigureMark("số người", kinds=("conference",)),
    "số hội nghị": FigureMark("số cuộc", kinds=("conference",)),
    "số lớp tập huấn: quý II": FigureMark("số cuộc", kinds=("training",), quarter=2),
    "số cuộc: hội nghị, tập huấn": FigureMark("số cuộc", kinds=("conference", "training")),
    "số cuộc: tháng 06": FigureMark("số cuộc", month=6),
    "số cuộc: quý 3": FigureMark("số cuộc", quarter=3),
    "số cuộc: trực tuyến, tháng 6": FigureMark("số cuộc trực tuyến", month=6),
    "số cuộc: Phòng Pháp chế": FigureMark("số cuộc", division="phong phap che"),
    "số cuộc: Phòng Tổ chức, cán bộ, tháng 6": FigureMark(
        "số cuộc", month=6, division="phong to chuc, can bo"
    ),
    "số cuộc thi": FigureMark("số cuộc thi"),
    "số hoạt động: phát thanh, truyền hình": FigureMark("số hoạt động", kinds=("broadcast",)),
    "số kế hoạch": FigureMark("số văn bản đã ban hành", kinds=("plan",)),
    "số văn bản chỉ đạo: công văn": FigureMark("số văn bản chỉ đạo", kinds=("official_letter",)),
    "cột 5": FigureMark(code="5"),
    "cot (5)": FigureMark(code="5"),
    "số: cột 5": FigureMark(code="5"),
    "số: hội nghị": FigureMark("số cuộc", kinds=("conference",)),
    "cột 18: ước": FigureMark(code="18", share=Share.ESTIMATE),
    "kinh phí: cả ước": FigureMark("kinh phí", share=Share.TOTAL),
    "so với năm trước: cột 5": FigureMark(code="5", measure=Measure.CHANGE),
    "so với cùng kỳ: số người": FigureMark("số người", measure=Measure.CHANGE),
    "năm trước: cột 5": FigureMark(code="5", measure=Measure.BEFORE),
}
UNREAD = (
    *("", "số", "số:", "cuộc", "hoạt động", "biểu số liệu", "so với năm trước", "số cuộcc", "cột", "cột năm"),
    *("số cuộc: tháng 6, tháng 7", "số cuộc: tháng 6, quý II", "số hội nghị: tập huấn"),
    *("so với năm trước: số cuộc, tháng 6", "so với năm trước: số văn bản", "kinh phí: tháng 6"),
    *("số cuộc: tháng 6, ước", "số văn bản chỉ đạo: cả ước"),
)


@pytest.mark.parametrize("typed", READ)
def test_a_figure_is_read_without_accents_capitals_and_doubled_spaces(typed):
    assert read_mark(typed) == READ[typed]


@pytest.mark.parametrize("typed", UNREAD)
def test_what_names_no_figure_is_no_mark(typed):
    assert read_mark(typed) is None


def test_every_name_of_the_table_is_read_and_none_is_the_name_of_a_listing():
    every = [words for named in NAMED for words in (named.words, *named.also)]
    assert [words for words in every if read_mark(words) is None] == []
    assert names().keys() & NAMES.keys() == set()


def test_only_marks_of_figures_are_replaced():
    text = "[[số cuộc]] cuộc\n[[hoạt động]]\n\\[[số cuộc]]\n[[số\ncuộc]] [số cuộc] [[[[số người]]]]"
    assert expanded(text, lambda mark: f"<{mark.name}>") == (
        "<số cuộc> cuộc\n[[hoạt động]]\n\\[[số cuộc]]\n[[số\ncuộc]] [số cuộc] [[<số người>]]"
    )


def test_each_mark_of_a_text_is_named_once_and_unknown_ones_with_the_like():
    text = "Có [[số cuộc]] và [[số cuộc]], [[số cuộcc]].\n[[hoạt đông]]\n[[hoat dong sai]]"
    assert [words for words, _ in marks_in(text)] == ["số cuộc"]
    assert unread_marks(text) == ("số cuộcc",)
    assert unread_listings(text) == ("hoat dong sai",)
    assert (nearest("số cuộcc"), nearest("sô nguoi: thang 6"), nearest("xyz")) == (
        "số cuộc",
        "số người: tháng 6".replace("tháng", "thang"),
        "",
    )
    assert nearest_option("phong phap ch", "số cuộc", ["Phòng Pháp chế"]) == "Phòng Pháp chế"


def test_numbers_are_written_as_officials_write_them():
    assert list(map(official_number, (0, 7, 10, 1245))) == ["0", "07", "10", "1.245"]
    assert list(map(money, (0, 999_999, 35_500_000, 35_550_000, 2_000_000_000))) == [
        "0 đồng",
        "999.999 đồng",
        "35,5 triệu đồng",
        "35.550.000 đồng",
        "2 tỷ đồng",
    ]
    assert [change(8, 7, "cuộc"), change(200, 201, ""), change(10_000, 10_001, "")] == [
        "giảm 12,5%",
        "tăng 0,5%",
        "tăng dưới 0,1%",
    ]
    assert change(0, 35_500_000, "đồng") == "tăng 35,5 triệu đồng"


@pytest.mark.parametrize(
    "piece", ["[[", "[[a", "[[số cuộc", "]]", "[[[[x]]", "[[số cuộc: a, b, c]]", "[[số cuộc: tháng 6]] "]
)
def test_hostile_marks_take_time_in_proportion(piece):
    def work(text):
        expanded(text, lambda mark: "1")
        list(marks_in.__wrapped__(text))
        list(unread_marks.__wrapped__(text))

    assert growth(work, lambda size: piece * (size // len(piece)), 5_000) < 64
