"""The lines of an indicator's rules are read and checked against the form; its parts and sums are rules too."""

from reports.figures.rules import LONGEST_WORDS, MOST_RULES, Origin, check_rules, read_rules, rules_of
from reports.models import Indicator

TEXT = "#7 <= #5 | chặn | Trực tuyến là một phần.\n\n #11 != #13|Nhắc|Gốc bằng bản in | kiểm tra lại.\n"


def test_a_line_is_a_formula_its_severity_and_the_words():
    read = read_rules(TEXT)
    assert [(one.formula.text, one.is_blocking, one.words, one.line) for one in read.rules] == [
        ("#7 <= #5", True, "Trực tuyến là một phần.", 1),
        ("#11 != #13", False, "Gốc bằng bản in | kiểm tra lại.", 3),
    ]
    assert read.faults == ()
    assert check_rules(TEXT, {"5", "7", "11", "13"}) == []


def test_each_fault_is_named_by_its_line():
    text = "\n".join(
        (
            "#7 <= #5",
            "#7 <= #5 | cấm | Lời.",
            "#7 <= #5 | chặn |",
            f"#7 <= #5 | chặn | {'x' * (LONGEST_WORDS + 1)}",
            "#7 <= | chặn | Lời.",
            "#7 <= #5 + #98 + #99 | nhắc | Lời.",
            "1 = 2 | chặn | Lời.",
        )
    )
    assert check_rules(text, {"5", "7"}) == [
        "Dòng 1: cần ba phần cách nhau bằng dấu |: công thức | chặn hoặc nhắc | lời.",
        "Dòng 2: phần thứ hai là “chặn” hoặc “nhắc”, không phải “cấm”.",
        "Dòng 3: chưa ghi lời ở phần thứ ba: người nhập số đọc lời này khi quy tắc không đúng.",
        "Dòng 4: lời dài quá 500 ký tự. Viết ngắn lại.",
        "Dòng 5: công thức “#7 <=”: Ký tự thứ 6: cần một mã cột như #18 hoặc một số, gặp chỗ kết thúc.",
        "Dòng 7: công thức “1 = 2” không nói về cột nào. Ghi mã cột, như #18.",
        "Dòng 6: biểu không có cột #98, #99. Sửa mã cột, hoặc thêm cột vào biểu.",
    ]


def test_rules_beyond_the_bound_are_not_read():
    read = read_rules("#1 = #1 | nhắc | Lời.\n" * 500)
    assert len(read.rules) == MOST_RULES
    assert read.faults == ("Dòng 51: mỗi chỉ tiêu nhiều nhất 50 quy tắc. Bỏ bớt.",)


def test_parts_and_sums_are_rules_that_block():
    part = Indicator(code="7", part_of="5", rules="#7 < 9 | nhắc | Nhiều.")
    assert [(one.formula.text, one.is_blocking, one.origin) for one in rules_of(part)] == [
        ("#7 <= #5", True, Origin.PART),
        ("#7 < 9", False, Origin.STATED),
    ]
    total = Indicator(code="18", sum_of="19, 20, 21")
    assert [(one.formula.text, one.words) for one in rules_of(total, without={"20"})] == [
        ("#18 = #19 + #21", "Cột (18) phải bằng tổng (19) + (21).")
    ]
    assert rules_of(total, without={"19", "20", "21"}) == ()
