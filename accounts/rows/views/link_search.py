"""The search of a form's fields for links where there is no JavaScript: the form comes again with the rows found."""

from accounts.rows.link_choices import FINDING, SEARCH

ENTER = "enter"  # the name of the form's first button, which Enter presses


class LinkSearchMixin:
    """Lets a form's page look for rows to link; everything typed so far is shown again, and nothing is saved."""

    @property
    def is_finding(self):
        """Return whether a search was sent: by its button, or by Enter with words in it."""
        sent = self.request.POST
        return FINDING in sent or (
            ENTER in sent and any(sent[name] for name in sent if name.startswith(SEARCH))
        )

    def as_typed(self, form):
        """Return a form with the values typed into another one, without error messages."""
        values = {name: form[name].value() for name in form.fields}
        typed = {
            name: "" if value is None else value for name, value in values.items()
        }  # None: it was not sent
        shown = form.__class__(**self.get_form_kwargs() | {"data": None, "files": None, "initial": typed})
        shown.searches = self.request.POST
        return shown
