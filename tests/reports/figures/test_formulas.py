"""Formulas over the columns of a form are read once, evaluated exactly, and refused with the place of the mistake."""

from contextlib import suppress
from fractions import Fraction

import pytest

from reports.figures.evaluating import Values, holds
from reports.figures.formulas import (
    Change,
    Column,
    Formula,
    Negative,
    Number,
    Operation,
    Operator,
    Relation,
    parse,
)
from reports.figures.tokens import LONGEST, FormulaError
from tests.bad_input import BAD_INPUT

FIGURES = Values({"5": 120, "7": 30, "11": 0, "18": 60, "19": 50, "20": 10, "21": 0, "22": None}, {"5": 100})
ONLY = " Công thức chỉ gồm mã cột như #18, số, + - * / ( ) và dấu so sánh."


def result(text):
    return holds(parse(text), FIGURES)


def refusal(text):
    with pytest.raises(FormulaError) as refused:
        parse(text)
    return str(refused.value)


def test_a_formula_is_a_frozen_tree_with_its_text_and_its_columns():
    text = "#18 = #19 + #20 * (1 - 20 %) / -2 "
    rest = Operation(Operator.MINUS, Number(Fraction(1)), Number(Fraction(1, 5)))
    product = Operation(Operator.TIMES, Column("20"), rest)
    ratio = Operation(Operator.OVER, product, Negative(Number(Fraction(2))))
    assert parse(text) == Formula(
        text.strip(), Column("18"), Relation.EQUAL, Operation(Operator.PLUS, Column("19"), ratio)
    )
    assert parse(text).codes == ("18", "19", "20")
    assert parse("Thay đổi(#5) < 0,2").left == parse("thay_doi(#5) < 0.2").left == Change("5", False)
    assert parse("biến động (#1.2) <= 20%").left == Change("1.2", True)


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("#18 = #19 + #20 + #21", True),
        ("#18 == #19 + #20 - 1", False),
        ("#7 <= #5", True),
        ("#7 ≥ #5", False),
        ("#11 != #21", False),
        ("#7 / #5 = 25 %", True),
        ("0.1 + 0,2 = 0.3", True),
        ("1 / 3 * 3 = 1", True),
        ("2 + 3 × 4 = 14", True),
        ("10 − 4 – 3 = 3", True),
        ("-#7 < 0", True),
        ("thay đổi(#5) = 20 %", True),
        ("biến động(#5) < 20 %", False),
        # Not applicable: nobody entered a number, zero divides, no year before.
        ("#22 = 0", None),
        ("#99 = 0", None),
        ("#5 / #11 > 1", None),
        ("#5 / (#7 - 30) > 1", None),
        ("thay đổi(#7) < 20 %", None),
        ("-#22 = 0", None),
    ],
)
def test_it_holds_or_not_or_does_not_apply(text, is_right):
    assert result(text) is is_right


def test_a_change_from_nothing_has_no_ratio():
    assert holds(parse("thay đổi(#5) < 20 %"), Values({"5": 4}, {"5": 0})) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Ký tự thứ 1: cần một mã cột như #18 hoặc một số, gặp chỗ kết thúc."),
        ("#5", "Ký tự thứ 3: cần một dấu so sánh (= != < <= > >=), gặp chỗ kết thúc."),
        ("#5 = ", "Ký tự thứ 6: cần một mã cột như #18 hoặc một số, gặp chỗ kết thúc."),
        ("#5 < #6 < #7", "Ký tự thứ 9: mỗi quy tắc chỉ so sánh một lần. Tách thành hai quy tắc."),
        ("#5 = #6 #7", "Ký tự thứ 9: thừa “7”."),
        ("# = 1", "Ký tự thứ 1: sau dấu # phải là mã cột, như #18."),
        ("#5 = (#6 + 1", "Ký tự thứ 13: cần dấu “)” cho dấu “(” ở ký tự thứ 6, gặp chỗ kết thúc."),
        ("#5 / 0,0 > 1", "Ký tự thứ 6: không chia được cho 0. Sửa số chia."),
        ("#5 = --1", "Ký tự thứ 7: cần một mã cột như #18 hoặc một số, gặp “-”."),
        ("#5 = 2 ** 9", "Ký tự thứ 9: cần một mã cột như #18 hoặc một số, gặp “*”."),
        (
            "__import__('os')",
            "Ký tự thứ 12: không hiểu “'”." + ONLY,
        ),
        (
            "__import__(#5) = 1",
            "Ký tự thứ 1: không hiểu “__import__”. Chỉ có thay đổi(#5) và biến động(#5) để so với năm trước.",
        ),
        ("thay đổi #5 = 1", "Ký tự thứ 10: sau “thay đổi” cần mã cột trong ngoặc, như thay đổi(#5)."),
        ("thay đổi(5) = 1", "Ký tự thứ 10: trong ngoặc của “thay đổi” chỉ có một mã cột, như thay đổi(#5)."),
        ("thay đổi(", "Ký tự thứ 10: trong ngoặc của “thay đổi” chỉ có một mã cột, như thay đổi(#5)."),
        (
            "#5 = 1.000",
            "Ký tự thứ 6: “1.000” là 1000 hay là số có phần thập phân? Số nghìn viết liền “1000”, "
            "phần thập phân viết sau dấu phẩy.",
        ),
        (
            "#5 = 1.000.000",
            "Ký tự thứ 6: “1.000.000” là 1000000 hay là số có phần thập phân? Số nghìn viết liền “1000000”, "
            "phần thập phân viết sau dấu phẩy.",
        ),
        ("#5 = 1,2,3", "Ký tự thứ 6: số “1,2,3” viết chưa đúng. Viết như 1000 hoặc 0,25."),
        (f"#5 = {'9' * 16}", "Ký tự thứ 6: số dài quá 15 chữ số. Dùng số ngắn hơn."),
        ("#5\n= 1", "Ký tự thứ 3: công thức viết trên một dòng."),
        (
            "#5\0= 1",
            "Ký tự thứ 3: không hiểu ký tự ẩn U+0000." + ONLY,
        ),
        (
            "#5 = ٣",
            "Ký tự thứ 6: không hiểu “٣”." + ONLY,
        ),
        ("(" * 21 + "1" + ")" * 21 + " = 1", "Ký tự thứ 21: ngoặc lồng nhau quá 20 lần. Viết gọn lại."),
        ("1+" * 60 + "1 = 1", "Ký tự thứ 121: quá 60 số và mã cột. Tách thành nhiều quy tắc."),
        ("1" * (LONGEST + 1), "Ký tự thứ 501: công thức dài quá 500 ký tự. Tách thành nhiều quy tắc."),
    ],
)
def test_what_is_no_formula_is_refused_at_its_place(text, sentence):
    assert refusal(text) == sentence


def test_whatever_is_typed_gets_a_formula_or_a_sentence():
    for text in (*BAD_INPUT, *(f"#5 = {one}" for one in BAD_INPUT), "²", "#²=1", "(" * 500, "-" * 500):
        with suppress(FormulaError):
            assert holds(parse(text), FIGURES) in (True, False, None)


def test_the_largest_formula_is_evaluated_at_once():
    largest = Values({"5": 2**63 - 1, "7": 3**39})
    assert holds(parse("*".join(["#5"] * 59) + " > 1"), largest)
    assert holds(parse("/".join(["#5", "#7"] * 29) + " < 1"), largest)
