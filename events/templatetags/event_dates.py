"""Template filters for the dates of events."""

from django import template
from django.utils.text import capfirst

from events.held import held_text
from events.kinds import DatePrecision

register = template.Library()


@register.filter
def held_on(event):
    """Return when an event was held, as the report writes it: "05/3/2024", "30-31/7/2024", "Tháng 3/2024"."""
    return capfirst(held_text(event.held_from, event.held_to, DatePrecision(event.date_precision)))
