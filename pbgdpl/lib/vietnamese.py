"""Vietnamese text and dates: cleaning input, folding for search, formatting by the decree."""

import re
import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain, groupby, islice

TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
UNSPOKEN = {"và", "của"}
PLACE = re.compile(r"(?<=\w)[\s,-]+(?:thành phố|tỉnh|tp\.?)(?:\s.*)?$", re.IGNORECASE)
# The most marks on one letter that cleaning leaves: the time for normalising grows with the square of their number.
MOST_MARKS = 256
LINE_BREAKS = {"\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"}


class Cleaning(dict[int, str | None]):
    """A translation table, filled when needed: each character becomes itself, a space, a line break or nothing."""

    def __missing__(self, code: int) -> str | None:
        self[code] = _cleaned(code)
        return self[code]


def _cleaned(code: int) -> str | None:
    character = chr(code)
    if character in LINE_BREAKS:
        return "\n"
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    # Cc control, Cf zero-width, soft hyphen and bidi, Cs lone surrogate, noncharacters: XML refuses them.
    if category in {"Cc", "Cf", "Cs"} or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return None
    return character


CLEANING = Cleaning()


class Unmarking(dict[int, str | None]):
    """A translation table, filled when needed: each character becomes itself, a mark nothing."""

    def __missing__(self, code: int) -> str | None:
        self[code] = None if unicodedata.category(chr(code)) == "Mn" else chr(code)
        return self[code]


UNMARKING = Unmarking()


def clean(text: str) -> str:
    """Return the text in NFC, without invisible characters, with plain spaces and "\\n" for every line break.

    Word's soft break (U+000B) is a line break too: removing it would join two words.
    """
    # Every printable character stays; the only space among them is the plain one.
    visible = text if text.isprintable() else text.replace("\r\n", "\n").translate(CLEANING)
    return unicodedata.normalize("NFC", _unstacked(visible))


def clean_raw(text: str) -> str:
    """Return the text as `clean` does, but with its tabs, which separate columns."""
    return "\t".join(clean(piece) for piece in text.split("\t"))


def _unstacked(text: str) -> str:
    """Return the text without the marks of a stack that are too many."""
    # A stack of more marks covers at least one of these places.
    if not any(map(unicodedata.combining, text[::MOST_MARKS])):
        return text
    stacks = groupby(text, key=lambda character: unicodedata.combining(character) > 0)
    return "".join(
        chain.from_iterable(islice(run, MOST_MARKS if is_stack else None) for is_stack, run in stacks)
    )


def lower_first(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def clean_line(text: str) -> str:
    """Return the cleaned text on one line, stripped, with single spaces."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """Return the text for searching and comparing: no marks, no capitals, đ as d, single spaces.

    >>> fold("  Đường BỘ ")
    'duong bo'
    """
    letters = unicodedata.normalize("NFD", clean_line(text).casefold())
    return " ".join(letters.translate(UNMARKING).replace("đ", "d").split())


def official_date(day: date) -> str:
    """Return a date for running text: "05/3/2024", "16/02/2024", "12/11/2024".

    Days below 10 and months 1 and 2 take a leading zero (Decree 30/2020, Appendix I, II.4b).
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year:04}"


def first_words(text: str, longest: int = 80) -> str:
    """Return a text on one line; a longer one is cut between words and ends with "…".

    >>> first_words("Hội nghị phổ biến Luật Đường bộ", 20), first_words("Hội nghị", 20)
    ('Hội nghị phổ biến…', 'Hội nghị')
    """
    line = clean_line(text)
    if len(line) <= longest:
        return line
    return (line[:longest].rpartition(" ")[0].rstrip(" ,;:–-") or line[: longest - 1]) + "…"


def thousands(number: int) -> str:
    """Return a whole number with dots between the thousands: "1.245"."""
    return f"{number:,}".replace(",", ".")


def number_or_empty(number: int | None) -> str:
    """Return "1.245", or "" where there is no number."""
    return "" if number is None else thousands(number)


def decimal_number(number: Decimal) -> str:
    """Return a number with a comma and no zeros at its end.

    >>> decimal_number(Decimal("8.50")), decimal_number(Decimal("10.00")), decimal_number(Decimal("0.25"))
    ('8,5', '10', '0,25')
    """
    return f"{number.normalize():f}".replace(".", ",")


def percentage(part: int, whole: int) -> str:
    """Return the share of a whole that is not 0, or of a year before, to a tenth and without their signs.

    >>> percentage(1, 8), percentage(-1, 5), percentage(1, 3), percentage(41, 2)
    ('12,5%', '20%', '33,3%', '2.050%')
    """
    share = (Decimal(100 * abs(part)) / abs(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    units, _, tenth = decimal_number(share).partition(",")
    return f"{thousands(int(units))}{f',{tenth}' if tenth else ''}%"


def without_province(name: str) -> str:
    """Return a body's name as it is called within its province.

    >>> without_province("Sở Y tế tỉnh Sen"), without_province("UBND xã Sen")
    ('Sở Y tế', 'UBND xã Sen')
    """
    return PLACE.sub("", clean_line(name))


def initials(name: str) -> str:
    """Return the initials of a body's name for its symbols, without the province.

    >>> initials("Sở Khoa học và Công nghệ thành phố Hà Nội"), initials("SỞ Y TẾ"), initials("UBND xã")
    ('SKHCN', 'SYT', 'UBNDX')
    """
    words = re.findall(r"[^\W_]+", without_province(name))
    if len(words) > 1 and name.isupper():  # written in capitals, not made of abbreviations
        words = [word.lower() for word in words]
    return "".join(_initial(word) for word in words if word not in UNSPOKEN)


def _initial(word: str) -> str:
    """Return an abbreviation unchanged, else the first letter without its tone (Ủ → U, Đ and Ư stay)."""
    if word.isupper():
        return word
    letters = unicodedata.normalize("NFD", word[0].upper())
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES))
