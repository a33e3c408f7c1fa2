"""Words about events become their values: the inverse of an event's summary, and the reading of any sentence."""

from events.held import held_text
from events.reading.handouts import Handout, handouts_text, read_handouts
from events.reading.line import EventReading, asks_for, is_planned, planned_words, read_event
from events.reading.modes import mode_in
from events.reading.sentences import read_events
from events.reading.values import SentenceEvent

__all__ = [
    "EventReading",
    "Handout",
    "SentenceEvent",
    "asks_for",
    "handouts_text",
    "held_text",
    "is_planned",
    "mode_in",
    "planned_words",
    "read_event",
    "read_events",
    "read_handouts",
]
