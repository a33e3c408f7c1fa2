"""Template tags for the lists of rows."""

from django import template

register = template.Library()


@register.inclusion_tag("accounts/rows/_head.html", takes_context=True)
def column_head(context, sort, words, css_class=""):
    """Render the head of a column as a link that sorts the list, except while rows are moved by hand."""
    is_sorting = not context["is_ordering"]
    return {
        "head": context["listing"].head(sort) if is_sorting else None,
        "words": words,
        "css_class": css_class,
        "path": context["request"].path,
    }
