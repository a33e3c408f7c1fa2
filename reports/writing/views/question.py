"""The question how to read a text, as the pages of texts show it."""

from reports.compiling.views.style_sheet import style_sheet_url
from reports.document.section import typed_html


def question_shown(form):
    """Return the question of a form and its ways, each with the paper that it makes; None if nothing is asked."""
    if (question := form.question) is None:
        return None
    ways = [(reading, typed_html(reading.excerpt, style_sheet_url())) for reading in question.readings]
    return {"asks": question, "ways": ways}
