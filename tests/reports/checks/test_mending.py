"""What the findings of a rule are mended by: the place is right, nothing else changes, and nothing is found again."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.models import Plan
from reports.checks import RULES, check, doubled, load, numbers, spacing, spelling, whole
from reports.checks.groups import groups
from reports.checks.mending import MENDS, choice, proposals
from reports.checks.mending.sources import Sources
from reports.checks.stored import StoredText, printed_lines
from reports.models import Annex, Criterion, Report, Section
from tests.factories import make_event, make_organisation, make_plan, make_report
from tests.reports.checks.found import TODAY, report_saying

# Pieces of sentences, right and wrong, of which random lines are made.
PIECES = (
    *(
        "Sở đã tổ chức hội nghị",
        "phổ biến Luật Đường bộ",
        "cho công chức",
        "(sửa đổi)",
        "“Ngày Pháp luật”",
        "v.v.",
    ),
    *(
        "của của",
        "và và và",
        "Sở Sở",
        "đối với đối với",
        "số số 15/KH-UBND",
        "tồn tại tại",
        "thực hiện hiện đại hóa",
    ),
    *("kip", "phápluật", "Kip", "KỊPTHỜI", "tạiĐiều", "bêtông", "nghành"),
    *(
        ",",
        " ,",
        ", ,",
        ";;",
        "..",
        ".,",
        "( sửa",
        "đổi )",
        "bộ(PBGDPL)",
        "chức,viên",
        "quả.Các",
        "sau:Phổ",
        "./.",
    ),
    *("năm 2023", "năm 2024", "so với năm 2023", "cuối năm 2023", "https://so.gov.vn/a,b", "1.245 lượt"),
)
LINES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)


def repaired(line, repairs, typed=""):
    """Return the line with all repairs made, `typed` where a person must type."""
    pieces, done = [], 0
    for one in sorted(repairs, key=lambda one: one.start):
        if one.start >= done:
            pieces += [line[done : one.start], typed if one.after is None else one.after]
            done = one.end
    return "".join((*pieces, line[done:]))


def test_each_rule_has_a_mend_or_none():
    assert list(MENDS) == list(RULES)
    assert [rule.code for rule, mend in MENDS.items() if mend] == [
        *("own-symbol", "two-symbols", "typed-figure", "no-closing"),
        *("number-without-zero", "small-symbol", "small-place", "small-subject", "subject-with-stop"),
        *("base-without-semicolon", "last-base-without-stop", "date-without-zero"),
        *("signer-authority", "title-before-signer"),
        *("doubled-word", "impossible-syllable", "misplaced-mark", "doubled-space"),
    ]


@given(LINES)
@settings(max_examples=400)
def test_what_was_mended_is_not_found_again(line):
    mended = repaired(line, tuple(doubled.undoubled(line)))
    assert (list(doubled.doubled_words(mended)), set(mended.split())) == ([], set(line.split()))
    respelt = repaired(line, tuple(spelling.respelt(line)), typed="đúng")
    assert list(spelling.impossible_syllables(respelt)) == []


@given(LINES)
@settings(max_examples=400)
def test_marks_are_put_in_place_one_after_the_other(line):
    """Each repair leaves fewer faults, until only those at different marks side by side are left; no letter changes."""
    mended, faults = line, len(list(spacing.misplaced_marks(line)))
    while repairs := tuple(spacing.put_in_place(mended)):
        mended = repaired(mended, repairs[:1])
        left = len(list(spacing.misplaced_marks(mended)))
        assert left < faults
        faults = left
    assert not faults or re.search(r"[.,;:] *[.,;:]", mended)
    assert letters(mended) == letters(line)


def letters(text):
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("repairs", [doubled.undoubled, spelling.respelt, spacing.put_in_place])
def test_a_long_text_of_faults_is_read_in_linear_time(repairs):
    assert len(list(repairs("của của ,kip( a)và;; " * 2_000))) >= 2_000


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Một  hai\nba\n\n- bốn ", ["Một hai ba", "", "- bốn"]),
        ("| a  b | c |", ["a b", "c"]),
        ("\\- x", ["\\- x"]),
    ],
)
def test_the_lines_of_a_stored_text_are_those_of_the_paper(text, lines):
    stored = StoredText("section", 1, "body", text, "", "")
    found = list(printed_lines(stored))
    assert [line.text for line in found] == lines
    for line in found:
        places = [line.stored(place, place + 1) for place in range(len(line.text))]
        assert [text[start:end].split() for start, end in places] == [list(one.split()) for one in line.text]


# In a report


def group_of(report, rule, typed=""):
    sources = read(report)
    group = next(one for key, one in groups(sources, check(sources.draft)).items() if key[0] is rule)
    return group, proposals(sources, group.findings, typed)


def read(report):
    return Sources(load(report, TODAY))


def pieces(report, rule, typed=""):
    return [(one.before, one.after) for one in group_of(report, rule, typed)[1]]


@pytest.fixture
def science(db):
    return make_organisation(code="KHCN", name="Sở Khoa học và Công nghệ", symbol="SKHCN")


@pytest.fixture
def three_ways(science):
    """Return a report whose body writes its symbol in three ways, in rows, in a text and in the report's number."""
    for number, symbol in ((1, "SKHCN"), (2, "SKHHCN"), (3, "SKHCCN"), (4, "SKHHCN")):
        make_plan(science, number=f"{number}/KH-{symbol}", issued_on=None)
    text = "Theo Kế hoạch số 9/KH-SKHCCN và Kế hoạch số 9/KH-SKHHCN của UBND tỉnh.\n\n[[văn bản đã ban hành]]"
    return report_saying(science, text, number="5/BC-SKHCN")


def test_the_own_symbol_is_mended_in_rows_and_texts_at_once(three_ways):
    assert pieces(three_ways, numbers.OWN_SYMBOL) == [
        ("2/KH-SKHHCN", "2/KH-SKHCN"),
        ("3/KH-SKHCCN", "3/KH-SKHCN"),
        ("4/KH-SKHHCN", "4/KH-SKHCN"),
        ("9/KH-SKHCCN", "9/KH-SKHCN"),
    ]


def test_a_person_may_choose_another_symbol(three_ways):
    sources = read(three_ways)
    asked = choice(sources, [one for one in check(sources.draft) if one.rule is numbers.OWN_SYMBOL])
    assert (asked.default, asked.options) == ("SKHCN", ("SKHCN", "SKHCCN", "SKHHCN"))
    assert [after for _, after in pieces(three_ways, numbers.OWN_SYMBOL, "SKHHCN")] == [
        *("5/BC-SKHHCN", "1/KH-SKHHCN", "3/KH-SKHHCN", "9/KH-SKHHCN"),
    ]


def test_one_document_gets_one_number(science):
    for number in ("139/KH-SKHCN", "139/KH-SKHHCN"):
        make_plan(science, number=number, issued_on=date(2024, 1, 16))
    report = report_saying(science, "Theo Kế hoạch số 139/KH-SKHHCN, Sở đã làm.\n\n[[văn bản đã ban hành]]")
    assert pieces(report, numbers.TWO_SYMBOLS) == [("139/KH-SKHHCN", "139/KH-SKHCN")] * 2
    assert pieces(report, numbers.TWO_SYMBOLS, "139/KH-SKHHCN") == [("139/KH-SKHCN", "139/KH-SKHHCN")]


def test_a_misspelt_word_is_one_cause_wherever_it_is(department):
    make_plan(department, subject="về trả lời kip thời", wording="")
    make_event(department, name="Tập huấn kip thời", description=": nội dung\nKip và kip")
    report = make_report(
        department,
        (1, "Một", "Đã trả lời\nkip thời.\n\n| kip | Kip thời |\n\n- Trả lời kip thời"),
        (1, "Hai", "[[văn bản đã ban hành]]\n\n[[hoạt động]]"),
        closing="Trân trọng kip./.",
    )
    Annex.objects.create(report=report, position=1, title="Danh sách kip", body="Xong kip.")
    report.assessments.create(criterion=Criterion.objects.first(), text="Đạt kip.")
    group, found = group_of(report, spelling.SPELLING, "kịp")
    assert group.title == "Chữ không có trong tiếng Việt: “kip”"
    assert sorted((one.stored.part.value, one.stored.field, one.before, one.after) for one in found) == [
        ("annex", "body", "kip", "kịp"),
        ("annex", "title", "kip", "kịp"),
        ("criterion", "text", "kip", "kịp"),
        ("event", "description", "kip", "kịp"),
        ("event", "name", "kip", "kịp"),
        ("plan", "subject", "kip", "kịp"),
        ("report", "closing", "kip", "kịp"),
        *[("section", "body", "kip", "kịp")] * 3,
    ]


def test_glued_words_of_any_kind_are_one_cause(department):
    report = report_saying(department, "Sở phổ biến phápluật, tuyêntruyền.")
    assert pieces(report, spelling.SPELLING) == [("phápluật", "pháp luật"), ("tuyêntruyền", "tuyên truyền")]


def test_only_the_given_findings_are_mended_each_wherever_it_is(department):
    report = report_saying(department, "Sở của của dân.\n\nViệc của của dân và và nước.")
    sources = read(report)
    first, second = (one for one in check(sources.draft) if one.rule is doubled.DOUBLED)
    assert [one.before for one in proposals(sources, [first])] == ["của của", "của của"]
    assert [one.before for one in proposals(sources, [second])] == ["và và"]
    assert proposals(sources, []) == ()


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("Một  hai.\n\n-  ba   bốn\n\n| a  | b |", spacing.DOUBLED_SPACE, [("  ", " "), ("   ", " ")]),
        ("công chức ,viên chức  ; hội nghị", spacing.MISPLACED, [(" ,", ", "), ("  ;", ";")]),
        ("Việc của\ncủa dân", doubled.DOUBLED, [("của\ncủa", "của")]),
    ],
)
def test_the_place_in_the_stored_text_is_found(department, text, rule, found):
    assert pieces(report_saying(department, text), rule) == found


@pytest.mark.parametrize(
    ("closing", "after"),
    [("Trân trọng.", "Trân trọng./."), ("Trân trọng;  ", "Trân trọng./."), ("Hết", "Hết./.")],
)
def test_a_closing_gets_its_end(department, closing, after):
    report = report_saying(department, "Đạt.", closing=closing)
    [one] = group_of(report, whole.CLOSING)[1]
    assert one.stored.text[: one.start] + one.after + one.stored.text[one.end :] == after


def test_a_report_without_a_closing_needs_a_writer(department):
    assert group_of(report_saying(department, "Đạt.", closing=""), whole.CLOSING)[1] == ()


def test_a_fault_across_two_fields_of_a_row_is_not_proposed(department):
    make_plan(department, issuing_body="Sở của", subject="của dân", number="1/KH-SXD")
    report = report_saying(department, "[[văn bản đã ban hành]]")
    found = [one for one in check(load(report, TODAY)) if one.rule is doubled.DOUBLED]
    assert [proposals(read(report), [one]) for one in found] in ([], [()])


def test_hostile_text_is_mended_as_text(department):
    report = report_saying(department, "<script>kip</script> \x00kip và <b>kip</b> “kip” &kip; kip{{ kip }}")
    found = group_of(report, spelling.SPELLING, "<i>kịp</i>")[1]
    assert {one.after for one in found} == {"<i>kịp</i>"}


def test_all_proposals_of_a_report_together_leave_nothing_of_their_rules(three_ways):
    section = three_ways.sections.get()
    section.body = f"Sở của của dân  kip ,phápluật trong năm.\n\n{section.body}"
    section.save()
    while mendable := mendable_groups(three_ways):
        carry_out(proposals(read(three_ways), mendable[0].findings, TYPED.get(mendable[0].rule, "")))
        three_ways.refresh_from_db()
    assert [one.rule.code for one in check(load(three_ways, TODAY)) if MENDS[one.rule]] == []
    assert Section.objects.get().body.startswith("Sở của dân kịp, pháp luật trong năm.\n\nTheo")


TYPED = {spelling.SPELLING: "kịp"}


def mendable_groups(report):
    sources = read(report)
    return [group for group in groups(sources, check(sources.draft)).values() if group.mended]


def carry_out(found):
    """Store the proposals as plainly as possible, from the end of each text."""
    for one in sorted(found, key=lambda one: -one.start):
        model = {"section": Section, "plan": Plan, "report": Report}[one.stored.part.value]
        row = model.objects.get(pk=one.stored.pk)
        text = getattr(row, one.stored.field)
        setattr(row, one.stored.field, text[: one.start] + one.after + text[one.end :])
        row.save()
