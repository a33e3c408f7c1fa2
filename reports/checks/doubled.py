"""The rule about words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity
from reports.checks.passages import Origin

DOUBLED = Rule(
    "doubled-word",
    Severity.WARNING,
    "Từ viết hai lần",
    "Một từ viết lặp liền nhau thường là lỗi khi sửa câu.",
)
# Words that are never doubled for their meaning, as "luôn luôn" or "ngày ngày" are, and seldom end one compound
# while they begin the next, as in "thực hiện hiện đại hóa" or "các biện pháp pháp luật".
WORDS = (
    "của và các những mọi hoặc nhưng mà thì là đã đang sẽ cho với trong về để được trên tại theo khi vì bởi nếu "
    "này nhằm cũng vẫn rất vào đến giữa một bằng do thuộc"
)
# What such a word may follow as the end of another one: "tồn tại tại đơn vị", "nêu trên trên địa bàn".
ENDS_ANOTHER = {
    "tại": "tồn hiện", "trên": "nêu nói kể bên ở phía cấp", "theo": "kèm tiếp noi dõi", "khi": "đôi", "do": "lý tự",
    "được": "đạt thu có giành tìm nhận làm biết", "bằng": "công cân thăng văn đồng", "vào": "đầu", "trong": "bên",
    "thuộc": "trực phụ quen", "về": "trở quay",
}  # fmt: skip
# Nouns of two syllables; a verb may be doubled, as in "các tổ chức tổ chức hội nghị".
NOUNS = (
    "pháp luật|công chức|viên chức|cán bộ|nhân dân|người dân|doanh nghiệp|thành phố|văn bản|nội dung|nhiệm vụ|"
    "hội nghị|hội thảo|kết quả|hiệu quả|công tác|cơ quan|đơn vị|ủy ban|uỷ ban|nghị định|thông tư|lĩnh vực|hình thức|"
    "đối tượng|thời gian|địa bàn|địa phương|ý thức|kiến thức|chất lượng|chính sách|kinh tế|chương trình|"
    "mục tiêu|tài liệu|công nghệ|khoa học|đồng thời|bên cạnh|tiếp tục|thường xuyên|tăng cường|nâng cao|góp phần"
)
PAIR = re.compile(rf"(?<![\w/-])({'|'.join(WORDS.split())}|{NOUNS})\s\1(?![\w/-])")
PAIR_AT_START = re.compile(
    rf"(?<![\w/-])({'|'.join(word.capitalize() for word in WORDS.split())})\s(\w+)(?!\w)"
)
LAST_WORD = re.compile(r"(\w+)\s$")


def doubled_word(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        if passage.origin is not Origin.NAME:
            for words in dict.fromkeys(doubled_words(passage.text)):
                text = f"“{words}” ({passage.where}): từ viết hai lần. Bỏ một từ."
                same = passage.place.part, passage.place.pks, passage.place.field, words
                yield DOUBLED.finds(text, passage.with_line, *same)


def doubled_words(text: str) -> Iterator[str]:
    """Yield "của của"; capitals part a name from the word before it ("Sở Tư pháp pháp …" is none)."""
    for found in PAIR.finditer(text):
        before = LAST_WORD.search(text[max(0, found.start() - 12) : found.start()])
        if before is None or before[1].lower() not in ENDS_ANOTHER.get(found[1], "").split():
            yield found[0]
    yield from (found[0] for found in PAIR_AT_START.finditer(text) if found[1].lower() == found[2])
