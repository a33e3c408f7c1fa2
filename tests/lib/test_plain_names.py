"""Names of files that every system can keep."""

import re

from pbgdpl.lib.plain_names import LONGEST, Taken, plain_file_name, plain_name
from tests.bad_input import BAD_INPUT

PLAIN = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?(?:\.[0-9a-z]{1,8})?\Z")


def test_whatever_it_is_called_the_name_is_plain():
    texts = [*BAD_INPUT, *(f"{text}.pdf" for text in BAD_INPUT)]
    names = [name for text in texts for name in (plain_name(text), plain_file_name(text))]
    assert [
        name for name in names if not PLAIN.match(name) or len(name) > LONGEST + len("tep-.12345678")
    ] == []


def test_devices_of_windows_are_no_names():
    assert [plain_file_name(name) for name in ("CON.pdf", "com1.docx", "lpt9", "comma.pdf")] == [
        "tep-CON.pdf",
        "tep-com1.docx",
        "tep-lpt9",
        "comma.pdf",
    ]


def test_of_the_same_letters_each_gets_a_number():
    taken = Taken()
    names = ["a.pdf", "A.pdf", "a-2.pdf", "a.pdf", "muc", "Muc"]
    assert [taken.free(name) for name in names] == [
        "a.pdf",
        "A-2.pdf",
        "a-2-2.pdf",
        "a-3.pdf",
        "muc",
        "Muc-2",
    ]
