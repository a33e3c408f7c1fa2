"""Template tags for icons, dates and decimal numbers."""

from django import template

from pbgdpl.lib.vietnamese import decimal_number, official_date

register = template.Library()
register.filter(decimal_number)
register.filter(official_date)


@register.inclusion_tag("_includes/icon.html")
def icon(name):
    """Render an icon of static/icons/sprite.svg, which screen readers skip."""
    return {"name": name}
