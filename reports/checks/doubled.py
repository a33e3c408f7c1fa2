"""The rule about words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pbgdpl.lib.remembering import all_remembered
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity
from reports.checks.passages import Origin
from reports.checks.repairs import Repair

DOUBLED = Rule(
    "doubled-word",
    Severity.WARNING,
    "Từ viết hai lần",
    "Một từ viết lặp liền nhau thường là lỗi khi sửa câu.",
)
# Words that are not doubled for their meaning, as "luôn luôn" and "ngày ngày" are, and that rarely end one compound and
# begin the next, as in "thực hiện hiện đại hóa" and "các biện pháp pháp luật".
WORDS = (
    "của và các những mọi hoặc nhưng mà thì là đã đang sẽ cho với trong về để được trên tại theo khi vì bởi nếu "
    "này nhằm cũng vẫn rất vào đến giữa một bằng do thuộc chưa còn mỗi nhiều gồm rằng dưới cùng"
)
# The first syllables of words that end with such a word: "tồn tại tại đơn vị", "nêu trên trên địa bàn".
ENDS_ANOTHER = {
    "tại": "tồn hiện", "trên": "nêu nói kể bên ở phía cấp", "khi": "đôi", "do": "lý tự", "vào": "đầu", "trong": "bên",
    "theo": "kèm tiếp noi dõi mang đem làm đi chạy nghe cầm đeo", "bằng": "công cân thăng văn đồng", "dưới": "bên ở",
    "thuộc": "trực phụ quen", "về": "trở quay", "cùng": "cuối vô tận sau",
    "còn": "sống", "nhiều": "ít số phần", "số": "chỉ mã",
}  # fmt: skip
# The last syllables of words that begin with such a word: "khen thưởng bằng bằng khen", "giá trị của của cải".
BEGINS_ANOTHER = {
    "của": "cải", "bằng": "khen chứng cấp lái tốt độc đại cử thạc tiến", "để": "dành", "do": "dự", "trong": "sạch sáng",
    "thuộc": "tính", "thì": "thầm", "công tác": "xã dân đảng",
}  # fmt: skip
ABSTRACT = ("hóa", "hoá")  # "công tác kế hoạch kế hoạch hóa gia đình"
# "Được" may end a verb and begin a passive ("người nhặt được được xác lập quyền"), except after these words.
NO_VERB_BEFORE = {"được": "đã đang sẽ sắp cũng không chưa vừa luôn đều phải cần để và mà thì là nên"}
# Nouns and other words of two syllables, but no verbs: "các tổ chức tổ chức hội nghị" is right.
PHRASES = (
    "pháp luật|công chức|viên chức|cán bộ|nhân dân|người dân|doanh nghiệp|thành phố|văn bản|nội dung|nhiệm vụ|"
    "hội nghị|hội thảo|kết quả|hiệu quả|công tác|cơ quan|đơn vị|ủy ban|uỷ ban|nghị định|thông tư|lĩnh vực|hình thức|"
    "đối tượng|thời gian|địa bàn|địa phương|ý thức|kiến thức|chất lượng|chính sách|kinh tế|chương trình|"
    "mục tiêu|tài liệu|công nghệ|khoa học|đồng thời|bên cạnh|tiếp tục|thường xuyên|tăng cường|nâng cao|góp phần|"
    "đối với|trên địa bàn|kế hoạch|đề án|mô hình|nghị quyết|chuyên đề|cá nhân|gia đình|nhà trường|học sinh|sinh viên|"
    "giáo viên|phụ nữ|thanh niên|trẻ em|tội phạm|môi trường|đất đai|trật tự|an toàn|khó khăn|nguyên nhân|giải pháp|"
    "kinh phí|ngân sách|vai trò|trách nhiệm|tinh thần|hệ thống|dữ liệu|thủ tục|hồ sơ|điều kiện|tình hình|chính quyền|"
    "trực tuyến|trực tiếp|kịp thời|hằng năm|hàng năm|bao gồm|chủ yếu|nghiêm túc"
)
# Bodies and their short names, which are doubled only by mistake.
NAMES = "Sở|Chi cục|Trung tâm|[A-ZĐ]{4,}"
# Words before a number: "số số 15/KH-UBND", "ngày ngày 05/3/2024".
COUNTED = r"(?:điều|tháng)(?=\s\w+\s\d)|(?:số|ngày)(?=\s\w+\s\d+[/-])"
PAIR = re.compile(
    rf"(?<![\w/&-])(?:(?P<first>(?i:{'|'.join(WORDS.split())}|{PHRASES}|{COUNTED}))\s(?P<second>(?i:(?P=first)))"
    rf"|(?P<name>{NAMES})\s(?P=name))(?![\w/&-])"
)
AROUND = 12  # characters, in which the word before or after is looked for
LAST_WORD, FIRST_WORD = re.compile(r"(?<!\w)(\w+)\s$"), re.compile(r"\s(\w+)")


def doubled_word(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        if passage.origin is not Origin.NAME:
            for words in dict.fromkeys(doubled_words(passage.text)):
                text = f"“{words}” ({passage.where}): từ viết hai lần. Bỏ một từ."
                same = passage.place.part, passage.place.pks, passage.place.field, words
                yield DOUBLED.finds(text, passage.with_line, *same)


@all_remembered
def doubled_words(text: str) -> Iterator[str]:
    """Yield doubled words like "của của", unless one of the two belongs to another word or a name."""
    return (found[0] for found in doubled(text))


def doubled(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of PAIR that are mistakes."""
    for found in PAIR.finditer(text):
        before = LAST_WORD.search(text[max(0, found.start() - AROUND) : found.start()])
        after = FIRST_WORD.match(text[found.end() : found.end() + AROUND])
        if not _has_reason(found, before[1] if before else "", after[1] if after else ""):
            yield found


def undoubled(text: str) -> Iterator[Repair]:
    """Yield a repair that leaves one word, for words written twice or more often."""
    end = 0
    for found in doubled(text):
        if found.start() < end:
            continue
        word = found["name"] or found["first"]
        more = re.compile(rf"(?:\s(?i:{re.escape(word)})(?![\w/&-]))*").match(text, found.end())
        end = more.end() if more else found.end()
        yield Repair(found[0], found.start(), end, word)


def _has_reason(found: re.Match[str], before: str, after: str) -> bool:
    """Return whether a doubled word is right."""
    if found["name"]:
        return False
    first, second, word = found["first"], found["second"], found["first"].lower()
    if first != second and (second[0].isupper() or before.istitle()):
        return True  # "nói về Về miền Tây", "ông Nguyễn Văn Được được khen"
    if word in NO_VERB_BEFORE:
        return before != "" and before.lower() not in NO_VERB_BEFORE[word].split()
    return (
        before.lower() in ENDS_ANOTHER.get(word, "").split()
        or after in ABSTRACT
        or after in BEGINS_ANOTHER.get(word, "").split()
    )
