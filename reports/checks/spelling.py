"""The rule about syllables that cannot exist in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pbgdpl.lib.remembering import all_remembered
from pbgdpl.lib.syllables import Fault, fault_of, is_syllable
from reports.checks.draft import Draft
from reports.checks.findings import Finding, Rule, Severity
from reports.checks.passages import Origin
from reports.checks.repairs import Repair

SPELLING = Rule(
    "impossible-syllable",
    Severity.WARNING,
    "Chữ không có trong tiếng Việt",
    "Chính tả: một âm tiết gồm âm đầu, vần và thanh theo quy tắc; thường là lỗi gõ.",
)
# Loan words with Vietnamese letters or the shape of a syllable.
_LOANS = (
    "top cup net set kit chat bot pop hot hit hip hop rap tip map lap not but out let get that what cat lot dot bit "
    "pit put cut hat met cap gap tap mic vip git quit mac got trap it at up café "
    "đắk lắk đăk lăk kbang xtiêng stiêng khơme ăngten căngtin bancông đăngten tăngxin vắcxin vácxin "
    "ápphích ximăng cácbon míttinh cátsét ăcquy côngtắc jíp niutơn rơnghen"
)
LOANS = frozenset(_LOANS.split())
WORD = re.compile(r"(?<![\w@#&/+'’._-])[^\W\d_]{2,}+(?![\w@#&/+'’_-]|\.\w)")
SHORTEST = 3  # characters of a syllable that is recognised in a longer word
LONGEST = 40  # characters of a word
TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
OWN_LETTER, TONED_LETTER = re.compile(f"[ăâđêôơư{TONED}]"), re.compile(f"[{TONED}]")
OWN_CHARACTERS = re.compile(f"[a-zăâđêôơư{TONED}]+")
VOWELS = re.compile(f"[aeiouyăâêôơư{TONED}]+")
# Spellings that only Vietnamese has, no loan word. Loan words have the sắc tone only before a stop.
UNBORROWED = re.compile(f"kh|ngh|qu|gi[aouâơô]|ư|(?![áắấéếíóốớúứý](?![aeiouyăâêôơ])[ptck])[{TONED}]")
CLUSTER = re.compile("[bcdđfghkpvx][lr]|[sx][ptk]")
FRENCH = re.compile("[a-zéèêâîôûàùç]+")
SMALL_WORD = re.compile(f" [a-zăâđêôơư{TONED}]")
SENTENCE_START = re.compile(r"(?:^|[.:;!?]\s)\W*$")


def impossible_syllable(draft: Draft) -> Iterator[Finding]:
    for passage in draft.passages:
        if passage.origin is not Origin.NAME:
            for word, fault in dict.fromkeys(impossible_syllables(passage.text)):
                text = f"“{word}” ({passage.where}): {_message(word, fault)}"
                same = passage.place.part, passage.place.pks, passage.place.field, word
                cause = "" if is_glued(word, fault) else word.lower()
                yield SPELLING.finds(text, passage.with_line, *same, cause=cause)


def is_glued(word: str, fault: Fault) -> bool:
    return fault is Fault.SHAPE and glued(word) is not None


def _message(word: str, fault: Fault) -> str:
    if fault is Fault.SHAPE and (parted := glued(word)):
        return f"hai chữ viết liền nhau. Thêm dấu cách: “{' '.join(parted)}”."
    return f"{fault.value}. Sửa chữ viết sai."


@all_remembered
def impossible_syllables(text: str) -> Iterator[tuple[str, Fault]]:
    """Yield the words that cannot be Vietnamese, except for names, abbreviations and foreign words."""
    return ((found[0], fault) for found, fault in misspelt(text))


def respelt(text: str) -> Iterator[Repair]:
    """Yield a repair for each misspelt word: two glued words are parted, how to write others must be typed."""
    for found, fault in misspelt(text):
        parted = glued(found[0]) if fault is Fault.SHAPE else None
        yield Repair(found[0], found.start(), found.end(), " ".join(parted) if parted else None)


def misspelt(text: str) -> Iterator[tuple[re.Match[str], Fault]]:
    for found in WORD.finditer(text):
        word = found[0]
        if len(word) > LONGEST or not (fault := fault_of(word)) or not _is_meant_as_vietnamese(word, fault):
            continue
        if word.islower() or _is_in_capitals(word) or _hides_capital(word) or _opens(text, found, fault):
            yield found, fault


def _is_meant_as_vietnamese(word: str, fault: Fault) -> bool:
    """Return whether a word has letters that only Vietnamese has, or is a syllable except for its tone."""
    small = word.lower()
    if small in LOANS or not VOWELS.search(small) or not OWN_CHARACTERS.fullmatch(small):
        return False
    if fault is Fault.SHAPE and _is_borrowed(small) and not glued(small):
        return False
    return OWN_LETTER.search(small) is not None or fault is Fault.STOP_TONE


def _is_borrowed(small: str) -> bool:
    """Return whether a word is spelled like a loan word: "bêtông", "kilôwatt", "blốc", "représentatif"."""
    vowels = VOWELS.findall(small)
    if len(vowels) > 2 and FRENCH.fullmatch(small):
        return True
    if UNBORROWED.search(small) or any(len(run) > 2 for run in vowels):
        return False
    return len(vowels) > 1 or CLUSTER.match(small) is not None


def glued(word: str) -> tuple[str, str] | None:
    """Return the two syllables of at least three letters that are joined in a word, or None.

    >>> glued("phápluật"), glued("bêtông")
    (('pháp', 'luật'), None)
    """
    splits = ((word[:place], word[place:]) for place in range(SHORTEST, len(word) - SHORTEST + 1))
    return next((split for split in splits if all(map(is_syllable, split))), None)


def _is_in_capitals(word: str) -> bool:
    """Return whether a word is in capitals and not an abbreviation, which has no tones."""
    return word.isupper() and TONED_LETTER.search(word.lower()) is not None


def _hides_capital(word: str) -> bool:
    """Return whether two words are joined at a capital, as in "tạiĐiều"."""
    parted = glued(word)
    return parted is not None and parted[0].islower() and parted[1].istitle()


def _opens(text: str, found: re.Match[str], fault: Fault) -> bool:
    """Return whether a word with a capital letter begins a sentence and is probably not a name."""
    word = found[0]
    if not word.istitle() or fault is Fault.SHAPE or not OWN_LETTER.search(word.lower()):
        return False
    begins = SENTENCE_START.search(text[max(0, found.start() - 6) : found.start()]) is not None
    return begins and SMALL_WORD.match(text, found.end()) is not None
