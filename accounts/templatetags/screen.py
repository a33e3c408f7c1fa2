"""Template tags for icons, dates and decimal numbers."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static

from pbgdpl.lib.vietnamese import decimal_number, official_date

register = template.Library()
register.filter(decimal_number)
register.filter(official_date)


@register.simple_tag
def icon(name: str) -> str:
    """Return an icon of static/icons/sprite.svg, which screen readers skip."""
    return _rendered(name, static("icons/sprite.svg"))


@cache
def _rendered(name: str, sprite: str) -> str:
    """Render an icon once: pages have hundreds."""
    return render_to_string("_includes/icon.html", {"name": name, "sprite": sprite})
