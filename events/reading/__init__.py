"""Words about events become their values: the inverse of an event's summary, and the reading of any sentence."""

from events.held import held_text
from events.reading.line import EventReading, is_planned, planned_words, read_event

__all__ = ["EventReading", "held_text", "is_planned", "planned_words", "read_event"]
