"""An HTML page taken apart: its elements with their classes and texts, and what a reader copies from it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: tuple[tuple[str, str | None], ...]
    text: str

    def __getitem__(self, name: str) -> str | None:
        return dict(self.attributes).get(name)


class PageParts(HTMLParser):
    """`elements` in the order in which they begin, `text` as it is copied."""

    VOID = frozenset(("meta", "link", "col", "br", "img"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.text = ""
        self.open: list[tuple[int, str]] = []
        self.feed(page)
        self.close()
        assert self.open == [], "the page leaves elements open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, tuple(attrs), ""))
        if tag not in self.VOID:
            self.open.append((len(self.elements) - 1, tag))

    def handle_endtag(self, tag: str) -> None:
        _, opened = self.open.pop()
        assert opened == tag, f"<{opened}> ends with </{tag}>"

    def handle_data(self, data: str) -> None:
        tags = [tag for _, tag in self.open]
        if "body" in tags:
            self.text += data
        for position, _ in self.open:
            element = self.elements[position]
            self.elements[position] = Element(element.tag, element.attributes, element.text + data)

    def all(self, tag: str, css_class: str | None = None) -> list[Element]:
        return [
            element
            for element in self.elements
            if element.tag == tag and (css_class is None or element["class"] == css_class)
        ]

    def texts(self, tag: str, css_class: str | None = None) -> list[str]:
        return [" ".join(element.text.split()) for element in self.all(tag, css_class)]
