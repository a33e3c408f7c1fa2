"""A year of sixty events with everything that makes counting hard, and its figures as a person counts them.

What each event adds to sessions and people (columns 5 and 6) stands behind it: in the whole of 2026, then in its first
half. The sums below were added up by hand.
"""

from datetime import UTC, date, datetime

from events.kinds import DatePrecision, EventKind, EventMode
from tests.factories import make_event

COLUMNS = ("5", "6", "7", "8", "9", "10", "11", "12", "13")
YEAR = dict(zip(COLUMNS, (90, 9749, 10, 1550, 4, 4700, 14, 12, 5700), strict=True))
HALF = dict(zip(COLUMNS, (65, 7747, 3, 550, 2, 1700, 4, 2, 5000), strict=True))
# Up to 31/10: without the ten sessions of 670 people in November and December, the one of quarter IV (66 people), of
# which nobody knows the month, and 700 copies.
CUT_OFF = YEAR | {"5": 79, "6": 9013, "7": 4, "8": 950, "13": 5000}

HARD_NAME = "Tập huấn 36 lớp"


def make_year(department, other_department):
    """Save the events; return them by their names."""
    events = [*gatherings(department), *at_the_edges(department), *not_counted(department, other_department)]
    events += [*contests(department), *publications(department)]
    assert len(events) == 60
    return {one.name: one for one in events}


def gatherings(body):
    """Year: 79 sessions, 9,324 people; first half: 60 and 7,564."""
    for month in range(1, 11):  # 10 / 1000, 6 / 600
        yield event(body, 5, month, kind=EventKind.CONFERENCE, attendance=100, mode=EventMode.IN_PERSON)
    for month in (2, 4, 6, 8):  # 12 / 480, 9 / 360
        yield event(body, 20, month, sessions=3, attendance=120)
    # 36 / 5614 in both
    yield event(body, 15, 3, kind=EventKind.GUIDANCE, name=HARD_NAME, sessions=36, attendance=5614)
    online = {"kind": EventKind.CONFERENCE, "mode": EventMode.ONLINE}
    for month, people in ((1, 300), (7, 400), (11, 500)):  # 3 / 1200, 1 / 300
        yield event(body, 10, month, attendance=people, **online)
    yield event(body, 30, 6, sessions=2, attendance=250, mode=EventMode.ONLINE)  # 2 / 250 in both
    hybrid = {"kind": EventKind.ROUND_TABLE, "mode": EventMode.HYBRID}
    yield event(body, 12, 5, name="Tọa đàm A", attendance=80, **hybrid)  # 1 / 80 in both
    yield event(body, 12, 9, name="Tọa đàm B", attendance=90, sessions=2, **hybrid)  # 2 / 90, -
    seminar = {"kind": EventKind.SEMINAR}
    yield event(
        body, 3, 3, name="Hội thảo A", attendance=200, attendance_is_minimum=True, **seminar
    )  # 1 / 200
    yield event(
        body, 3, 10, name="Hội thảo B", attendance=150, attendance_is_approximate=True, **seminar
    )  # 1 / 150, -
    yield event(body, 9, 11, kind=EventKind.LAW_DAY, name="Ngày Pháp luật", attendance=None)  # 1 / 0, -
    yield event(body, 9, 11, kind=EventKind.LAW_DAY, attendance=0)  # 1 / 0, -
    yield grained(body, DatePrecision.MONTH, 3, sessions=4, attendance=160)  # 4 / 160 in both
    for day in range(1, 6):  # 5 / 100, -
        yield event(body, day, 12, attendance=20, mode=EventMode.ONLINE)


def at_the_edges(body):
    """Year: 11 sessions, 425 people; first half: 5 and 183."""
    yield grained(body, DatePrecision.QUARTER, 4, name="Quý II", attendance=75)  # 1 / 75 in both
    yield grained(body, DatePrecision.QUARTER, 10, name="Quý IV", attendance=66)  # 1 / 66, -
    yield grained(body, DatePrecision.MONTH, 10, attendance=44)  # 1 / 44, -
    # 1 / 50, and in the half not: one of the two months lies outside
    yield grained(body, DatePrecision.MONTH, 6, name="Tháng 6 và 7", held_to=date(2026, 7, 1), attendance=50)
    yield event(body, 30, 6, name="Cuối tháng 6", held_to=date(2026, 7, 2), attendance=70)  # 1 / 70 in both
    yield event(body, 30, 12, name="Cuối năm", held_to=date(2027, 1, 2), attendance=60)  # 1 / 60, -
    yield event(body, 31, 12, attendance=10)  # 1 / 10, -
    yield event(body, 1, 1, attendance=11)  # 1 / 11 in both
    yield event(body, 1, 7, attendance=12)  # 1 / 12, -
    yield event(body, 5, 5, reporting_year=2025, attendance=13)  # 1 / 13 in both: its day counts
    yield event(body, 7, 4, in_report=False, attendance=14)  # 1 / 14 in both: no listing prints it


def not_counted(body, other):
    yield event(body, 30, 12, year=2025, name="Cuối năm trước", held_to=date(2026, 1, 2), attendance=61)
    yield grained(
        body,
        DatePrecision.MONTH,
        12,
        year=2025,
        name="Tháng 12 và 1",
        held_to=date(2026, 1, 1),
        attendance=33,
    )
    yield event(body, 5, 5, year=2025, attendance=999)
    yield undated(body, name="Không ghi ngày", attendance=500)
    yield undated(body, reporting_year=2025, attendance=500)
    yield event(body, 6, 6, attendance=777, deleted_at=datetime(2026, 6, 7, tzinfo=UTC))
    yield event(other, 6, 6, attendance=555)
    yield event(body, 6, 6, kind=EventKind.OTHER, attendance=321)
    yield event(body, 6, 6, kind=EventKind.BROADCAST, attendance=None, sessions=20)


def contests(body):
    contest = {"kind": EventKind.CONTEST}
    yield event(body, 26, 3, attendance=1200, **contest)
    yield event(body, 10, 10, sessions=2, attendance=3000, attendance_is_minimum=True, **contest)
    yield event(body, 1, 6, attendance=500, mode=EventMode.ONLINE, **contest)
    yield undated(body, attendance=90, **contest)


def publications(body):
    paper = {"kind": EventKind.PUBLICATION, "attendance": None}
    yield event(body, 15, 1, originals=3, posted=2, copies=5000, **paper)
    yield event(body, 15, 5, name="Sổ tay", originals=1, **paper)
    yield grained(body, DatePrecision.MONTH, 8, originals=10, posted=10, copies=0, **paper)
    yield event(body, 20, 12, copies=700, **paper)
    yield undated(body, originals=50, **paper)


def event(body, day, month, *, year=2026, **values):
    return make_event(body, **{"reporting_year": 2026, "held_from": date(year, month, day)} | values)


def grained(body, precision, month, *, year=2026, **values):
    return event(body, 1, month, year=year, date_precision=precision, **values)


def undated(body, **values):
    return make_event(
        body, **{"reporting_year": 2026, "held_from": None, "date_precision": DatePrecision.NONE} | values
    )
