"""Elements and attributes of Office files are found by their names, whatever their namespaces."""

import pytest

from pbgdpl.lib.office.xml import attribute, child, child_text, local, parse, whole_number
from tests.growth import growth

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine
BOOK = parse('<a:x xmlns:a="a" a:val="12" n="b"><y><a:z>Đường</a:z><z>hai</z></y><e/></a:x>'.encode())


def test_names_are_without_their_namespaces():
    assert (local(BOOK), attribute(BOOK, "val"), attribute(BOOK, "n"), attribute(BOOK, "c")) == (
        "x",
        "12",
        "b",
        "",
    )


def test_what_is_missing_has_no_value():
    assert (attribute(None, "val"), child(BOOK, "q", "z"), child_text(BOOK, "e"), child_text(BOOK, "q")) == (
        "",
        None,
        "",
        "",
    )


def test_a_child_is_found_at_the_end_of_its_path():
    assert (child_text(BOOK, "y", "z"), child(BOOK, "y")) == ("Đường", BOOK[0])


@pytest.mark.parametrize(
    ("value", "number"), [("7", 7), ("0", 0), ("-1", None), ("1.0", None), ("9" * 10, None), ("", None)]
)
def test_a_whole_number_is_of_a_size_that_office_writes(value, number):
    assert whole_number(parse(f'<x val="{value}"/>'.encode())) == number


def test_an_attribute_is_found_among_many_in_linear_time():
    def of_attributes(count):
        attributes = "".join(f' a{number}="1"' for number in range(count))
        return parse(f"<x{attributes}/>".encode())

    assert growth(lambda element: attribute(element, "b"), of_attributes, 3_000) < LINEAR
