"""Template filters for the dates of events: dd/mm/yyyy on screen, unlike on paper."""

from django import template
from django.utils.formats import date_format

from events.held import quarter_text
from events.kinds import DatePrecision

register = template.Library()


@register.filter
def held_on(event):
    """Return when an event was held: "05/03/2024", "30/07/2024 – 31/07/2024", "Tháng 03/2024", "Quý III/2024", or
    an empty text."""
    days = [day for day in (event.held_from, event.held_to) if day]
    match DatePrecision(event.date_precision):
        case DatePrecision.NONE:
            return ""
        case DatePrecision.MONTH:
            return "Tháng " + _range(f"{day:%m/%Y}" for day in days)
        case DatePrecision.QUARTER:
            return "Quý " + _range(map(quarter_text, days))
        case DatePrecision.DAY:
            return _range(map(date_format, days))


def _range(written):
    """Return the first and the last joined by a dash, or one if they are the same."""
    return " – ".join(dict.fromkeys(written))
