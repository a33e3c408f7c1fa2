"""How pages are drawn: icons."""

from django import template

register = template.Library()


@register.inclusion_tag("_includes/icon.html")
def icon(name):
    """Draw an icon of static/icons/sprite.svg; the words beside it say what it means."""
    return {"name": name}
