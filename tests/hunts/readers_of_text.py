"""The functions that read what people wrote, by name, each as a function of one text."""

from accounts.attaching.checking import clean_name
from accounts.enrolling.names import code_of
from accounts.enrolling.values import contacts
from accounts.rows.sheets.headings import bare
from events.kinds import EventKind
from events.models import Event
from events.reading import (
    asks_for,
    is_planned,
    mode_in,
    planned_words,
    read_event,
    read_events,
    read_handouts,
)
from events.turnout import read_attendance, read_count, read_partners, unclear_attendance
from pbgdpl.lib.account_of_characters import invisible_in, left_out
from pbgdpl.lib.legibility import garbled_line, has_marks, is_markup, is_vietnamese
from pbgdpl.lib.plain_names import plain_file_name, plain_name
from pbgdpl.lib.plain_text import decoded
from pbgdpl.lib.titles import typed_title, words_on_lines
from pbgdpl.lib.vietnamese import clean, clean_line, clean_raw, first_words, fold, initials
from pbgdpl.lib.written_dates import read_day
from plans.reading import names_policy, read_citation, read_documents, read_policy
from plans.reading.paper.first_page import read_paper
from reports.checks.annexes import mentioned
from reports.checks.bases import ended_bases
from reports.checks.dates import impossible_dates
from reports.checks.doubled import doubled_words, undoubled
from reports.checks.head import begun_with_a_capital, capitalised, unended, zeroed
from reports.checks.numbers import dated_numbers
from reports.checks.signer import wrong_lines
from reports.checks.spacing import doubled_spaces, misplaced_marks, put_in_place
from reports.checks.spelling import impossible_syllables, respelt
from reports.checks.typed_figures import typed_in
from reports.checks.zeros import with_zeros
from reports.compiling.figures.marks import expanded, marks_in, unread_listings, unread_marks
from reports.compiling.figures.names import nearest
from reports.document.html import to_html
from reports.document.typed import Listing, blocks, joined_lines, listings, table_fault, typed_text
from reports.models import PeriodKey
from reports.reading.line_reader import words
from reports.reading.marks import mark
from reports.reading.pasted.cells import policy_sentence, sentence_of
from reports.reading.pasted.lines import pasted_lines
from reports.reading.pasted.odd_dates import odd_date
from reports.reading.pasted.sheet_values import document_values, event_values, policy_values
from reports.reading.report.reading import read_source
from reports.reading.report.text_source import text_source
from reports.received.likeness import asked_for
from reports.received.proposals import says_nothing, sentences_of
from reports.year_mentions import left_over, moved, year_marks
from tests.reports.document.documents import minimal_document


def without_listings(text):
    """Return the blocks of a typed text as they are printed where no listing is filled in."""
    return tuple(block for block in blocks(text) if not isinstance(block, Listing))


READERS = {
    "clean": clean,
    "clean_line": clean_line,
    "clean_raw": clean_raw,
    "clean_name": clean_name,
    "fold": fold,
    "initials": initials,
    "code_of": code_of,
    "first_words": first_words,
    "contacts": lambda text: contacts({"email": text, "phone": text}),
    "bare": bare,
    "plain_name": plain_name,
    "plain_file_name": plain_file_name,
    "decoded": lambda text: decoded(text.encode()),
    "left_out": lambda text: left_out(text, text[: len(text) // 2]),
    "left_out of other words": lambda text: left_out(text, "Kế hoạch " * (len(text) // 9)),
    "invisible_in": invisible_in,
    "garbled_line": lambda text: garbled_line([text]),
    "is_vietnamese": is_vietnamese,
    "has_marks": has_marks,
    "is_markup": is_markup,
    "typed_title": typed_title,
    "words_on_lines": words_on_lines,
    "read_day": read_day,
    "read_citation": read_citation,
    "read_documents": read_documents,
    "read_policy": read_policy,
    "read_policy of joints": lambda text: read_policy(f"Chính sách {text}, Sở chủ trì, hạn 1/1/2025"),
    "names_policy": names_policy,
    "read_paper": lambda text: read_paper(text.split("\n")),
    "read_event": read_event,
    "read_events": lambda text: read_events(text, year=2025),
    "asks_for": asks_for,
    "is_planned": is_planned,
    "planned_words": planned_words,
    "mode_in": mode_in,
    "read_handouts": read_handouts,
    "read_attendance": lambda text: read_attendance(text, text),
    "unclear_attendance": lambda text: unclear_attendance(text, text),
    "read_count": read_count,
    "read_partners": read_partners,
    "mentioned": mentioned,
    "ended_bases": ended_bases,
    "impossible_dates": impossible_dates,
    "doubled_words": doubled_words,
    "undoubled": undoubled,
    "begun_with_a_capital": begun_with_a_capital,
    "capitalised": capitalised,
    "unended": unended,
    "zeroed": zeroed,
    "dated_numbers": dated_numbers,
    "wrong_lines": lambda text: wrong_lines(text.split("\n")),
    "doubled_spaces": doubled_spaces,
    "misplaced_marks": misplaced_marks,
    "put_in_place": put_in_place,
    "impossible_syllables": impossible_syllables,
    "respelt": respelt,
    "with_zeros": with_zeros,
    "typed_in": lambda text: typed_in(text, PeriodKey(2024)),
    "expanded": lambda text: expanded(text, lambda mark: "36"),
    "marks_in": marks_in,
    "unread_marks": unread_marks,
    "unread_listings": unread_listings,
    "nearest": lambda text: nearest(text[:200]),
    "sentences_of": lambda text: list(sentences_of(text)),
    "says_nothing": says_nothing,
    "asked_for": lambda text: asked_for(text, "sen"),
    "blocks": blocks,
    "typed_text": lambda text: typed_text(blocks(text)),
    "listings": listings,
    "table_fault": table_fault,
    "joined_lines": joined_lines,
    "to_html": lambda text: to_html(minimal_document(body=without_listings(text))),
    "words": words,
    "mark": mark,
    "sentence_of": lambda text: sentence_of(text.split("|")),
    "policy_sentence": lambda text: policy_sentence(text.split("|")),
    "pasted_lines": pasted_lines,
    "odd_date": lambda text: odd_date(text, Event(name=text[:500], kind=EventKind.OTHER)),
    "document_values": lambda text: document_values({"subject_with_kind": text, "number": text, "issued_on": text}),
    "policy_values": lambda text: policy_values({"name": text, "kind": text, "due_on": text}),
    "event_values": lambda text: event_values({"name": text, "kind": text, "held": text, "attendance": text}),
    "read_source": lambda text: read_source(text_source(text)),
    "left_over": lambda text: left_over(text, 2024),
    "year_marks": lambda text: year_marks(text, earlier=text, of=2024, to=2025),
    "moved": lambda text: moved(text, year_marks(text, earlier=text, of=2024, to=2025)),
}  # fmt: skip
