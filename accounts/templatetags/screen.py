"""Template tags for icons and decimal numbers."""

from django import template

from pbgdpl.lib.vietnamese import decimal_number

register = template.Library()
register.filter(decimal_number)


@register.inclusion_tag("_includes/icon.html")
def icon(name):
    """Draw an icon of static/icons/sprite.svg; the words beside it say what it means."""
    return {"name": name}
