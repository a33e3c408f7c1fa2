"""A ZIP that is written while it is sent."""

import tracemalloc
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from pbgdpl.lib.zip_stream import MOST_BYTES, MOST_MEMBERS, Member, zip_length, zip_pieces

NOON = datetime(2024, 11, 14, 12, 30, 8, tzinfo=UTC)


def member(name, *pieces, modified=NOON):
    return Member(name, sum(map(len, pieces)), modified, lambda: pieces)


def zeros(name, millions):
    return Member(name, millions * 2**20, NOON, lambda: (bytes(2**20) for _ in range(millions)))


MEMBERS = [
    member("SXD/bao-cao.pdf", b"%PDF", b"-1.7"),
    member("rong.txt"),
    member("SXD/dinh-kem/a.png", b"\x89PNG"),
]


def test_what_comes_out_is_what_went_in():
    archive = ZipFile(BytesIO(b"".join(zip_pieces(MEMBERS))))
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == {
        "SXD/bao-cao.pdf": b"%PDF-1.7",
        "rong.txt": b"",
        "SXD/dinh-kem/a.png": b"\x89PNG",
    }
    assert {entry.date_time for entry in archive.infolist()} == {(2024, 11, 14, 12, 30, 8)}


@pytest.mark.parametrize(
    "members", [[], MEMBERS[:1], MEMBERS, [member(f"{n:05}", b"x" * n) for n in range(300)]]
)
def test_the_length_is_known_beforehand(members):
    assert zip_length(members) == len(b"".join(zip_pieces(members)))


def test_a_length_beyond_the_plain_format_is_not_known():
    assert zip_length([zeros("a", MOST_BYTES // 2**20 + 1)]) is None
    assert zip_length([member("a")] * MOST_MEMBERS) is None


def test_the_same_members_make_the_same_bytes():
    assert b"".join(zip_pieces(MEMBERS)) == b"".join(zip_pieces(MEMBERS))


def test_a_day_before_1980_is_written_as_the_first_of_1980():
    archive = ZipFile(BytesIO(b"".join(zip_pieces([member("a", modified=datetime(1970, 1, 1, tzinfo=UTC))]))))
    assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_no_more_than_a_piece_is_in_memory():
    tracemalloc.start()
    sizes = [len(piece) for piece in zip_pieces([zeros("a", 40), zeros("b", 40)])]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (sum(sizes) > 80 * 2**20, most < 8 * 2**20) == (True, True)


def test_who_stops_reading_leaves_no_member_open():
    opened, closed = [], []

    def pieces():
        opened.append(True)
        try:
            yield from (b"a" * 1000 for _ in range(100))
        finally:
            closed.append(True)

    reading = zip_pieces([Member("a", 100_000, NOON, pieces)])
    next(reading)
    reading.close()
    assert (opened, closed) == ([True], [True])
