"""Template tags for icons and decimal numbers."""

from django import template

from pbgdpl.lib.vietnamese import decimal_number

register = template.Library()
register.filter(decimal_number)


@register.inclusion_tag("_includes/icon.html")
def icon(name):
    """Render an icon of static/icons/sprite.svg, which screen readers skip."""
    return {"name": name}
