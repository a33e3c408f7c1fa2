"""Texts made of a pattern's own pieces, repeated: what makes a pattern slow is always one of its own repetitions."""

from collections.abc import Iterator
from itertools import chain, islice, product
from re import _constants as codes
from re import _parser as parser

# Stands for a class: those of these characters that it takes, and one that none of ours takes, to end a match badly.
LETTERS = "aAđĐệ0 1\t\n,.;:/-–()[]“”\"'<>=&|_#%*+ivxIVX"
ENDS = ("", "\0", "!", "\n")
MOST_SAMPLES = 6
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
MANY = 30  # a repetition that may go on for longer is attacked


def attacks(pattern) -> Iterator[tuple[str, str, str]]:
    """Yield beginnings, pieces and endings; the piece is to be repeated."""
    tree = parser.parse(
        pattern.pattern, pattern.flags & ~32 if isinstance(pattern.pattern, bytes) else pattern.flags
    )
    pieces = set()
    for before, body in repetitions(tree):
        for piece in samples(body):
            if piece:
                pieces.add(piece)
                yield from ((begin, piece, end) for begin in ("", before) for end in ENDS)
    wholes = [*samples(tree)] if pieces else []
    for piece in chain(wholes, map("".join, islice(product(sorted(pieces), repeat=2), 40))):
        yield from (("", piece, end) for end in ENDS if piece)


def repetitions(tree, before="") -> Iterator[tuple[str, list]]:
    """Yield each long repetition of a pattern with a text that leads up to it."""
    for operation, value in tree:
        match operation:
            case one if one in REPEATS:
                _, most, body = value
                if most >= MANY:
                    yield before, body
                yield from repetitions(body, before)
            case codes.SUBPATTERN:
                yield from repetitions(value[-1], before)
            case codes.ATOMIC_GROUP:
                yield from repetitions(value, before)
            case codes.BRANCH:
                for branch in value[1]:
                    yield from repetitions(branch, before)
            case codes.ASSERT | codes.ASSERT_NOT:
                yield from repetitions(value[1], before)
        before += next(samples([(operation, value)]), "")


def samples(tree) -> Iterator[str]:
    """Yield a few texts that match, each repetition as short as it may be, but once at least."""
    texts = [""]
    for operation, value in tree:
        texts = [text + more for text, more in product(texts, [*_of_one(operation, value)] or [""])][
            :MOST_SAMPLES
        ]
    yield from dict.fromkeys(texts)


def _of_one(operation, value) -> Iterator[str]:
    match operation:
        case codes.LITERAL:
            yield chr(value)
        case codes.NOT_LITERAL:
            yield from islice((one for one in LETTERS if ord(one) != value), MOST_SAMPLES)
        case codes.ANY:
            yield "a"
        case codes.IN:
            yield from islice(_of_class(value), MOST_SAMPLES)
        case codes.BRANCH:
            yield from islice(chain.from_iterable(map(samples, value[1])), MOST_SAMPLES)
        case codes.SUBPATTERN:
            yield from samples(value[-1])
        case codes.ATOMIC_GROUP:
            yield from samples(value)
        case one if one in REPEATS:
            least, _, body = value
            for text in samples(body):
                yield text * max(least, 1)
            if not least:
                yield ""
        case _:  # places and references
            yield ""


def _of_class(members) -> Iterator[str]:
    is_negated = members[0][0] is codes.NEGATE
    for one in LETTERS:
        if any(_is_in(ord(one), *member) for member in members[is_negated:]) != is_negated:
            yield one
    if not is_negated:
        yield from (chr(value) for kind, value in members if kind is codes.LITERAL)
        yield from (chr(value[0]) for kind, value in members if kind is codes.RANGE)


def _is_in(code, kind, value) -> bool:
    character = chr(code)
    match kind, value:
        case codes.LITERAL, _:
            return code == value
        case codes.RANGE, (first, last):
            return first <= code <= last
        case codes.CATEGORY, codes.CATEGORY_DIGIT:
            return character.isdecimal()
        case codes.CATEGORY, codes.CATEGORY_NOT_DIGIT:
            return not character.isdecimal()
        case codes.CATEGORY, codes.CATEGORY_SPACE:
            return character.isspace()
        case codes.CATEGORY, codes.CATEGORY_NOT_SPACE:
            return not character.isspace()
        case codes.CATEGORY, codes.CATEGORY_WORD:
            return character.isalnum() or character == "_"
        case codes.CATEGORY, codes.CATEGORY_NOT_WORD:
            return not (character.isalnum() or character == "_")
    return False
