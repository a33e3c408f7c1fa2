"""The list of a form's faults, shown above its fields."""


class FaultsMixin:
    """Lists what is wrong for templates/accounts/_form_faults.html."""

    @property
    def faults(self):
        """Return what is wrong as [(where, its label, what)], in the order of the page, the form as a whole last."""
        fields = [self[name] for name in self.fields if name in self.errors]
        of_fields = [
            (field.id_for_label or field.auto_id, field.label, error)
            for field in fields
            for error in field.errors
        ]
        return [*of_fields, *(("", "", error) for error in self.non_field_errors())]
