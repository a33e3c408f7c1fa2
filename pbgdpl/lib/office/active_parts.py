"""The parts of a Word or Excel file that fetch something from elsewhere or run when the file is opened.

Named in ECMA-376: relationships to outside (part 2, 9.3), fields (part 1, 17.16.5), OLE objects (part 1, 11.3.1 and
15.2.11), data connections (part 1, 18.13) and DDE links (part 1, 18.14).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pbgdpl.lib.office.xml import Element, read_events

TEMPLATE, PICTURE = "mẫu văn bản ở nơi khác", "hình lấy từ nơi khác"
OBJECT, CONTROL = "đối tượng nhúng (OLE)", "nút điều khiển (ActiveX)"
PASTED, FRAME = "đoạn nhúng từ tệp khác", "khung hoặc văn bản con ở nơi khác"
DDE, FETCHED = "liên kết động (DDE)", "trường lấy nội dung từ nơi khác"
BOOK, CONNECTION = "liên kết đến bảng tính trên mạng", "kết nối dữ liệu"
FORMULA, LINK = "công thức lấy dữ liệu từ nơi khác", "liên kết gọi chương trình"
OTHER = "liên kết đến tệp ở nơi khác"

# By the kind of the relationship, its last word; those that lead to other parts of the file, or to outside.
WITHIN = {
    "oleObject": OBJECT,
    "control": CONTROL,
    "activeXControlBinary": CONTROL,
    "aFChunk": PASTED,
    "subDocument": FRAME,
    "connections": CONNECTION,
    "queryTable": CONNECTION,
    "ctrlProp": CONTROL,
}
OUTSIDE = WITHIN | {
    "attachedTemplate": TEMPLATE,
    "image": PICTURE,
    "frame": FRAME,
    "externalLinkPath": BOOK,
}
DOCUMENTS = (".docx", ".xlsx")  # that a document may contain, which are looked into
# What may lie on the person's own disk: Word names the template of every document, Excel the books it adds up.
OF_OWN_DISK = {"attachedTemplate", "externalLinkPath"}
# "file:///C:/a" is on a disk, "file://server/a" and "file:////server/a" are not.
SHARE = re.compile(r"(?:file:)?(?:[\\/]{2}|[\\/]{4,9})(?![\\/])", re.IGNORECASE)
WEB = re.compile(r"(?:https?|ftp):", re.IGNORECASE)
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")  # of two letters at least: "C:" is a disk
HARMLESS_SCHEMES = {"http", "https", "mailto", "tel", "ftp", "file"}

# Fields of Word by their first word; other fields show what is in the document.
FIELDS = {"DDE": DDE, "DDEAUTO": DDE} | dict.fromkeys(
    ("LINK", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "DATABASE", "RD"), FETCHED
)
FETCHES = re.compile(r"\b(?:WEBSERVICE|RTD|CALL|REGISTER|EXEC|IMAGE)\s{0,9}\(", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Without any of these a part has neither, and need not be read.
OF_FIELDS = (b"instrText", b"fldSimple")
OF_FORMULAS = (b"ddeLink", b"|", b"&#", b"WEBSERVICE", b"RTD", b"CALL", b"REGISTER", b"EXEC", b"IMAGE")


def is_share(address: str) -> bool:
    """Return whether an address leads to another computer of the network, which learns who asks.

    >>> is_share("file:///C:/a.dotm"), is_share("file://server/a.dotm"), is_share(r"\\\\server\\a")
    (False, True, True)
    """
    return SHARE.match(address) is not None


def active_relations(relations: Element) -> Iterator[str]:
    """Yield the names of the active parts that a part's relationships lead to."""
    for one in relations:
        kind, target = one.get("Type", "").rpartition("/relationships/")[2], one.get("Target", "")
        if one.get("TargetMode") != "External":
            if kind in WITHIN:
                yield WITHIN[kind]
            elif kind == "package" and not target.lower().endswith(DOCUMENTS):
                yield OBJECT
        elif kind == "hyperlink":
            scheme = SCHEME.match(target.strip())
            if scheme and scheme[1].lower() not in HARMLESS_SCHEMES:
                yield LINK
        elif kind not in OF_OWN_DISK or WEB.match(target.strip()) or is_share(target.strip()):
            yield OUTSIDE.get(kind, OTHER)


def active_fields(part: bytes) -> frozenset[str]:
    """Return the names of the active fields in a part of a Word file; raise InvalidXML.

    A field whose first word another field writes is one as well: that is how DDE is hidden.
    """
    return read_events(part, Fields()) if _has_any(OF_FIELDS, part) else frozenset()


def active_formulas(part: bytes) -> frozenset[str]:
    """Return the names of the active formulas and links in a part of an Excel file; raise InvalidXML."""
    return read_events(part, Formulas()) if _has_any(OF_FORMULAS, part) else frozenset()


def _has_any(pieces: Iterable[bytes], part: bytes) -> bool:
    """Return whether a part has one of the pieces, in capitals or not, in UTF-8 or UTF-16."""
    plain = part.replace(b"\0", b"").upper()
    return any(piece.upper() in plain for piece in pieces)


class Fields:
    """Collects the active fields while a parser reads a part."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.open: list[str | None] = []  # instructions of fields that have begun, None once the result has
        self.is_instruction = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag.rpartition("}")[2]:
            case "fldChar":
                self.mark(_named(attributes, "fldCharType"))
            case "fldSimple":
                self.judge(_named(attributes, "instr"))
            case "instrText":
                self.is_instruction = True

    def data(self, words: str) -> None:
        if self.is_instruction and self.open and self.open[-1] is not None:
            self.open[-1] += words

    def end(self, _tag: str) -> None:
        self.is_instruction = False

    def close(self) -> frozenset[str]:
        return frozenset(self.found)

    def mark(self, kind: str) -> None:
        if kind == "begin":
            if self.open and self.open[-1] is not None and not self.open[-1].strip():
                self.found.add(FETCHED)
            self.open.append("")
        elif self.open and kind in ("separate", "end"):
            self.judge(self.open[-1] or "")
            self.open[-1] = None
            if kind == "end":
                self.open.pop()

    def judge(self, instruction: str) -> None:
        words = instruction.split(maxsplit=1)
        if words and (name := FIELDS.get(words[0].upper())):
            self.found.add(name)


class Formulas:
    """Collects the active formulas while a parser reads a part."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.words: list[str] | None = None  # of the formula that is being read

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        match tag.rpartition("}")[2]:
            case "ddeLink":
                self.found.add(DDE)
            case "f" | "definedName":
                self.words = []

    def data(self, words: str) -> None:
        if self.words is not None:
            self.words.append(words)

    def end(self, _tag: str) -> None:
        if self.words is None:
            return
        formula, self.words = QUOTED.sub("", "".join(self.words)), None
        if "|" in formula:  # no operator of Excel: program|topic!item
            self.found.add(DDE)
        if FETCHES.search(formula):
            self.found.add(FORMULA)

    def close(self) -> frozenset[str]:
        return frozenset(self.found)


def _named(attributes: Mapping[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")
