"""Describes what a Word file has besides text: pictures, charts, objects, comments, equations, tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pbgdpl.lib.office.package import Package, PackageRefused, Relation
from pbgdpl.lib.office.unprinted import DELETED, HIDDEN, HIDDEN_ROW, MOVED, TINY, WHITE, text_in
from pbgdpl.lib.office.xml import Element, attribute, local
from reports.reading.report.source import LeftOut

COMMENT = "nhận xét của {author}, không in ra giấy"
NO_AUTHOR = "người không rõ tên"
IN_DRAWINGS = {"diagramData": "chữ trong sơ đồ (SmartArt)", "chart": "chữ trong biểu đồ"}
WORD_ART = "chữ nghệ thuật (WordArt)"
PICTURES = "Có {count} hình ảnh không nhập được: chèn lại hoặc đính kèm nếu cần."
# Of each kind of element the sentence that says how many are not read.
UNREAD = {
    "blip": PICTURES,
    "imagedata": PICTURES,
    "chart": "Có {count} biểu đồ, sơ đồ không nhập được: chữ trong đó nằm ở danh sách bỏ ra.",
    "relIds": "Có {count} biểu đồ, sơ đồ không nhập được: chữ trong đó nằm ở danh sách bỏ ra.",
    "OLEObject": "Có {count} đối tượng nhúng (bảng tính, hình vẽ …) không nhập được: chép nội dung vào nếu cần.",
    "control": "Có {count} ô điền (ActiveX) không nhập được: xem lại nội dung ở chỗ đó.",
    "checkBox": "Có {count} ô đánh dấu không nhập được: xem lại nội dung ở chỗ đó.",
    "oMath": "Có {count} công thức được đọc thành chữ trên một dòng: xem lại.",
}
CHANGES = "Tệp còn lưu vết sửa đổi ({count} chỗ): đã đọc như khi chấp nhận mọi sửa đổi."
COMMENTS = "Có {count} nhận xét của {people} người không in ra giấy: đã bỏ ra."
UNSEEN = "Có {count} chỗ chữ không in ra giấy (chữ ẩn, chữ trắng, chữ quá nhỏ): đã bỏ ra."


def comments_left_out(comments: Element | None) -> list[LeftOut]:
    """Return the text of each comment, with who made it as the reason."""
    found = (one for one in (comments if comments is not None else ()) if local(one) == "comment")
    return [
        LeftOut(text, COMMENT.format(author=" ".join(attribute(one, "author").split()) or NO_AUTHOR))
        for one in found
        if (text := text_in(one))
    ]


def drawings_left_out(package: Package, relations: Sequence[Relation]) -> Iterator[LeftOut]:
    """Yield the text of charts and SmartArt, each part as one; parts that cannot be read have none."""
    for one in relations:
        if one.kind in IN_DRAWINGS:
            try:
                part = package.xml(one.path)
            except PackageRefused:
                continue
            texts = part.iter("{*}t", "{*}v") if part is not None else ()
            shown = dict.fromkeys(" ".join((text.text or "").split()) for text in texts)
            if words := "; ".join(filter(None, shown)):
                yield LeftOut(words, IN_DRAWINGS[one.kind])


def word_art(roots: Sequence[Element]) -> list[LeftOut]:
    paths = (path for root in roots for path in root.iter("{*}textpath"))
    texts = dict.fromkeys(" ".join(attribute(path, "string").split()) for path in paths)
    return [LeftOut(text, WORD_ART) for text in texts if text]


def notices_of(roots: Sequence[Element], comments: Element | None, left_out: Sequence[LeftOut]) -> list[str]:
    """Return a sentence for each kind of content that is not read, or not as it stands."""
    counts = Counter(
        local(found) for root in roots for found in root.iter(*(f"{{*}}{name}" for name in UNREAD))
    )
    sentences = Counter[str]()
    for name, count in counts.items():
        sentences[UNREAD[name]] += count
    why = Counter(one.why for one in left_out)
    inserted = sum(1 for root in roots for _ in root.iter("{*}ins", "{*}moveTo"))
    sentences[CHANGES] = inserted + why[DELETED] + why[MOVED]
    sentences[UNSEEN] = sum(why[reason] for reason in (HIDDEN, HIDDEN_ROW, WHITE, TINY))
    made = [one for one in (comments if comments is not None else ()) if local(one) == "comment"]
    people = {attribute(one, "author") for one in made}
    return [
        *(sentence.format(count=count) for sentence, count in sentences.items() if count),
        *([COMMENTS.format(count=len(made), people=len(people))] if made else []),
    ]
