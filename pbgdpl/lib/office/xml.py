"""XML of Office files: parsing without side effects, and access by names without their namespaces.

Namespaces are left out because they differ between the transitional and the strict format.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Protocol, TypeVar, cast

from lxml import etree

Element = etree._Element
InvalidXML = etree.XMLSyntaxError
Found = TypeVar("Found", covariant=True)
LONGEST_NUMBER = 9  # digits of a number or an index that Office writes
# What an element of a Word run stands for that holds no text of its own.
WORD_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class EventCollector(Protocol[Found]):
    """What lxml calls while it reads: a parser's target."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None: ...
    def data(self, words: str) -> None: ...
    def end(self, tag: str) -> None: ...
    def close(self) -> Found: ...


def parse(xml: bytes) -> Element:
    """Return the root element; no entity is resolved, nothing is fetched. Raises InvalidXML.

    Office files are in UTF-8 or UTF-16, whatever they say: another encoding would hide tags from the count.
    """
    root: Element = etree.fromstring(xml, _parser(xml))
    return root


def read_events(xml: bytes, collector: EventCollector[Found]) -> Found:
    """Return what the collector closes with after each tag and text; read like `parse`, but without a tree."""
    return cast("Found", etree.fromstring(xml, _parser(xml, target=collector)))


def _parser(xml: bytes, **options: Any) -> Any:
    return etree.XMLParser(
        encoding="utf-16" if xml.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8",
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        **options,
    )


@lru_cache(maxsize=4096)
def _without_namespace(name: str) -> str:
    return name.rpartition("}")[2]


def local(element: Element) -> str:
    """Return the name of an element."""
    return _without_namespace(str(element.tag))


def attribute(element: Element | None, name: str) -> str:
    """Return the value of an attribute; "" if there is none."""
    if element is None:
        return ""
    # `attrib.items()` searches the element for each value: 80,000 attributes took 27 s.
    return next((element.get(key, "") for key in element.attrib if _without_namespace(str(key)) == name), "")


def whole_number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute that holds a whole number of a size that Office writes; None for any other."""
    value = attribute(element, name)
    return int(value) if value.isdecimal() and len(value) <= LONGEST_NUMBER else None


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element at the end of the path of names."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def child_text(element: Element | None, *path: str) -> str:
    """Return the text of the first element at the end of the path of names; "" if there is none."""
    found = child(element, *path)
    return "" if found is None else found.text or ""
