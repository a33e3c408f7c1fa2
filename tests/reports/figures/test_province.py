"""Dung looks at the figures of a whole province: made-up faults of each kind are marked, and little else."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from accounts.models import BodyGroup
from reports.figures.bodies import Body, HeldEvent, Province
from reports.figures.counting import GATHERINGS
from reports.figures.faults import Fault
from reports.figures.peers import FEWEST_PEERS, far_from_peers
from reports.figures.places import is_elsewhere
from reports.figures.province import oddities
from reports.figures.roles import Pair, Publications, Roles, roles_of
from reports.figures.rules import rules_of
from reports.models import Count, Indicator
from tests.reports.figures.made_up import FAULTY, ordinary_figures

DEPARTMENT, FRONT, COMMUNE = (one.value for one in (BodyGroup.DEPARTMENT, BodyGroup.FRONT, BodyGroup.COMMUNE))
ONLINE = {"modes": ["online"]}
MONEY = {"unit": "đồng"}
COLUMNS = [
    Indicator(**{"label": "x", **values})
    for values in (
        {"code": "3"},
        {"code": "4", "part_of": "3"},
        {"code": "5", "count": Count.SESSIONS},
        {"code": "6", "count": Count.PEOPLE},
        {"code": "7", "count": Count.SESSIONS, "part_of": "5"} | ONLINE,
        {"code": "8", "count": Count.PEOPLE, "part_of": "6"} | ONLINE,
        {"code": "9", "count": Count.CONTESTS},
        {"code": "10", "count": Count.ENTRANTS},
        {"code": "11", "count": Count.ORIGINALS},
        {"code": "12", "count": Count.POSTED, "part_of": "11"},
        {"code": "13", "count": Count.COPIES},
        {"code": "16", "count": Count.MUST},
        {"code": "17", "count": Count.DONE, "part_of": "16"},
        {"code": "18", "sum_of": "19, 20", "count": Count.SUM} | MONEY,
        {"code": "19", "part_of": "18"} | MONEY,
        {"code": "20", "part_of": "18"} | MONEY,
        {"code": "22", "is_text": True},
    )
]
ROLES = roles_of(COLUMNS)
RULES = {one.code: rules_of(one) for one in COLUMNS}
RECEIVER = Body(0, "Sở Tư pháp tỉnh Sen", DEPARTMENT, place="Sen", parent_body="UBND tỉnh Sen")


def made_province(seed, departments=180, fronts=20, communes=168):
    random, bodies = Random(seed), []
    for group, count in ((DEPARTMENT, departments), (FRONT, fronts), (COMMUNE, communes)):
        for _ in range(count):
            figures = ordinary_figures(random)
            before = {code: round(figure * random.uniform(0.9, 1.1)) for code, figure in figures.items()}
            before = {code: figure for code, figure in before.items() if figure >= 50}
            pk = len(bodies) + 1
            place = f"Xã {pk}" if group == COMMUNE else "Sen"
            bodies.append(
                Body(
                    pk, f"Cơ quan thứ {pk}", group, figures, before, place=place, parent_body="UBND tỉnh Sen"
                )
            )
    return Province(RECEIVER, bodies, ROLES, RULES)


@pytest.mark.parametrize("seed", range(3))
def test_a_clean_province_is_quiet(seed):
    province = made_province(seed)
    cells = sum(len(body.figures) for body in province.bodies)
    marked = {(one.body, one.code) for one in oddities(province)}
    assert len(marked) <= cells * 0.02
    assert len(province.bodies) == 368


def changed(**values):
    """Return what is marked in an ordinary province whose first body is another."""
    province = made_province(7)
    first, *others = province.bodies
    figures = first.figures | values.pop("figures", {})
    figures = {code: number for code, number in figures.items() if number is not None}
    body = replace(first, **{"before": {}, "figures": figures, **values})
    found = oddities(replace(province, bodies=[body, *others]))
    return {(one.code, one.fault) for one in found if one.body == first.pk}


@pytest.mark.parametrize(("values", "fault"), FAULTY)
def test_each_fault_of_real_filings_is_marked(values, fault):
    assert fault in changed(**values)
    assert fault not in changed()


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"figures": {"6": None}, "dashes": {"6"}, "before": {"6": 1_000}}, ("6", Fault.SWING)),
        ({"figures": {"18": None}, "dashes": {"18"}}, ("18", Fault.SUM)),
        ({"figures": {"11": None}, "dashes": {"11"}}, ("12", Fault.PART)),
        ({"figures": {"5": None}, "dashes": {"5"}}, ("6", Fault.NO_SESSION)),
    ],
)
def test_a_dash_beside_numbers_is_marked_and_what_was_not_submitted_is_not(values, fault):
    assert fault in changed(**values)
    assert fault not in changed(**values | {"dashes": ()})


def test_views_are_not_taken_from_people_who_met_in_person():
    columns = [replace_modes(one) for one in COLUMNS]
    body = Body(1, "Sở Xây dựng", DEPARTMENT, {"5": 2, "6": 12_000, "7": 1, "8": 21_000})
    found = oddities(Province(RECEIVER, [body], roles_of(columns)))
    assert [(one.code, one.fault) for one in found if one.fault in (Fault.VIEWS, Fault.CROWD)] == [
        ("8", Fault.VIEWS),
        ("6", Fault.CROWD),
    ]


def replace_modes(column):
    """Return a column of all sessions as one of those in person."""
    if column.code not in ("5", "6"):
        return column
    return Indicator(code=column.code, label="x", count=column.count, modes=["in_person"])


def test_any_digit_in_a_column_of_names_is_marked_as_on_the_page_of_the_body():
    province, labels = made_province(7), {"22": "Tên cơ quan", "23": "Ghi chú"}
    body = replace(province.bodies[0], words={"22": "Sở 45", "23": "Tăng 3 cuộc"})
    found = oddities(Province(RECEIVER, [body], ROLES, labels=labels))
    assert [one.code for one in found if one.fault is Fault.DIGITS] == ["22"]


def test_an_explained_change_is_not_marked():
    values = {"figures": {"6": 1_201}, "before": {"6": 1_000}}
    assert ("6", Fault.SWING) not in changed(**values, explained={"6"})


def test_the_crowd_of_the_whole_is_not_told_again_beside_views():
    assert ("6", Fault.CROWD) not in changed(figures={"5": 40, "6": 3_002_000, "7": 2, "8": 3_000_000})


def far(*numbers):
    bodies = [Body(pk, str(pk), COMMUNE, {"5": number}) for pk, number in enumerate(numbers)]
    return [one.body for one in far_from_peers(bodies, ["5"])]


def test_nothing_is_said_about_fewer_than_eight_peers():
    assert far(*[10] * (FEWEST_PEERS - 2), 900) == []
    assert far(*[10] * (FEWEST_PEERS - 1), 900) == [FEWEST_PEERS - 1]


def test_bodies_that_are_all_alike_are_judged_and_zeros_are_not():
    assert far(*[4] * 30) == far(*[4] * 30, 5) == far(*[40] * 30, 0) == far(*[0] * 30, 40) == []
    assert far(*[4] * 30, 100) == [30]


def test_one_body_tells_how_far_it_is():
    province = [Body(pk, "x", COMMUNE, {"5": 30}) for pk in range(9)] + [Body(9, "x", COMMUNE, {"5": 90_000})]
    assert [one.sentence for one in far_from_peers(province, ["5"])] == [
        "Ghi 90.000, gấp 3.000 lần số ở giữa của 10 cơ quan cùng nhóm (30). Hỏi lại cơ quan. "
        "Nếu đúng thì giữ nguyên và ghi lý do."
    ]


def test_the_same_event_in_two_reports_is_marked_in_both():
    day, law_day = date(2026, 3, 5), date(2026, 11, 9)
    names = {1: "Sở Xây dựng", 2: "Sở Y tế", 3: "Sở Nội vụ"}
    events = [
        HeldEvent(1, 11, "Hội nghị phổ biến Luật Đường bộ", day),
        HeldEvent(2, 21, "hội nghị  phổ biến luật đường bộ", day),
        HeldEvent(3, 31, "Hội nghị phổ biến Luật Đường bộ", date(2026, 3, 6)),
        *(HeldEvent(pk, 100 + pk, "Lễ hưởng ứng Ngày Pháp luật", law_day) for pk in range(1, 9)),
    ]
    bodies = [Body(pk, names.get(pk, "x"), DEPARTMENT) for pk in range(1, 9)]
    found = oddities(Province(RECEIVER, bodies, ROLES, events=events))
    assert [(one.body, one.code, one.fault, one.events) for one in found] == [
        (1, "5", Fault.SAME_EVENT, (11, 21)),
        (2, "5", Fault.SAME_EVENT, (11, 21)),
    ]
    assert found[1].sentence == (
        "“Hội nghị phổ biến Luật Đường bộ” ngày 05/3/2026 cũng có trong báo cáo của Sở Xây dựng. "
        "Nếu hai nơi cùng tổ chức thì chỉ tính một lần."
    )


@pytest.mark.parametrize(
    ("values", "is_strange"),
    [
        ({"group": COMMUNE, "place": "Sen Hạ", "parent_body": ""}, False),
        ({"group": COMMUNE, "name": "UBND xã Sen, tỉnh Súng"}, True),
        ({"group": COMMUNE, "parent_body": "Ủy ban nhân dân tỉnh Sen"}, False),
        ({"group": COMMUNE, "name": "UBND xã Tịnh Khê", "parent_body": ""}, False),
        ({"group": COMMUNE, "name": "PHƯỜNG TĨNH GIA", "parent_body": ""}, False),
        ({"group": COMMUNE, "parent_body": "UỶ BAN NHÂN DÂN TỈNH SÚNG"}, True),
        ({"group": DEPARTMENT, "place": "Súng"}, True),
        ({"group": DEPARTMENT, "place": "tỉnh Sen"}, False),
        ({"group": DEPARTMENT, "place": ""}, False),
    ],
)
def test_a_body_of_another_province_is_known_by_its_letterhead(values, is_strange):
    body = replace(Body(1, "Cơ quan", DEPARTMENT), **values)
    assert is_elsewhere(body, RECEIVER) is is_strange


@pytest.mark.parametrize(
    ("home", "named", "is_strange"),
    [
        ("UBND Thành phố Hồ Chí Minh", "UBND TP.HCM", False),
        ("UBND TP. HCM", "UBND thành phố Hồ Chí Minh", False),
        ("UBND TP. HCM", "UBND thành phố Hà Nội", True),
    ],
)
def test_a_province_is_known_by_its_initials(home, named, is_strange):
    body = Body(1, "Sở Y tế", DEPARTMENT, parent_body=named)
    assert is_elsewhere(body, replace(RECEIVER, parent_body=home)) is is_strange


def test_the_columns_say_what_they_hold():
    assert roles_of(COLUMNS) == Roles(
        pairs=(
            Pair("5", "6", False, GATHERINGS),
            Pair("7", "8", True, GATHERINGS, frozenset({"online"})),
        ),
        publications=(Publications("11", "12", "13"),),
        counted=("3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "16", "17"),
        money=("18", "19", "20"),
        words=("22",),
    )
