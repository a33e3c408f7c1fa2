"""Reads what each year in a text means: a table of rules, the first of which decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reports.year_mentions.context import Context, Meaning, Mention, Spot, Token
from reports.year_mentions.dates import day_meaning, event_meaning, month_meaning
from reports.year_mentions.documents import (
    basis_meaning,
    document_meaning,
    law_meaning,
    number_meaning,
    quotation_meaning,
)
from reports.year_mentions.phrases import (
    bare_meaning,
    bracket_meaning,
    compared_meaning,
    fact_meaning,
    lasting_meaning,
    relative_meaning,
    usual_meaning,
)
from reports.year_mentions.sentences import YEAR, Sentence, sentences_of
from reports.year_mentions.spans import row_meaning, span_meaning

RULES: tuple[Callable[[Context], Meaning | None], ...] = (
    quotation_meaning,
    day_meaning,
    number_meaning,
    document_meaning,
    law_meaning,
    basis_meaning,
    row_meaning,
    relative_meaning,
    month_meaning,
    span_meaning,
    bracket_meaning,
    compared_meaning,
    lasting_meaning,
    event_meaning,
    bare_meaning,
    fact_meaning,
)


def mentions_in(text: str, *, of: int, to: int, spot: Spot = Spot.ORDINARY) -> Iterator[Mention]:
    """Yield every year that a text of the report on `of` names, with what it becomes in the report on `to`.

    >>> [(one.new_year, one.meaning.value) for one in mentions_in("Năm 2024 hơn năm 2023.", of=2024, to=2025)]
    [(2025, 'năm báo cáo'), (2024, 'năm trước')]
    """
    for sentence in sentences_of(text, by_line=spot is Spot.BASES):
        yield from mentions_of_sentence(sentence, of=of, to=to, spot=spot)


def mentions_of_sentence(sentence: Sentence, *, of: int, to: int, spot: Spot) -> Iterator[Mention]:
    tokens = tuple(Token(one.start(), one.end(), int(one[0])) for one in YEAR.finditer(sentence.low))
    for index, token in enumerate(tokens):
        meaning = meaning_of(Context(sentence, tokens, index, of, spot))
        new_year = token.year if meaning is Meaning.FIXED else token.year + to - of
        start = sentence.start + token.start
        yield Mention(start, start + 4, token.year, new_year, meaning, sentence, index)


def meaning_of(context: Context) -> Meaning:
    """Return the meaning by the first rule that decides; a year far from the report's is fixed."""
    if not context.is_near:
        return Meaning.FIXED
    found = (rule(context) for rule in RULES)
    return next((meaning for meaning in found if meaning is not None), None) or usual_meaning(context)
