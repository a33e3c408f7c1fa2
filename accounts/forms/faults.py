"""The list of a form's faults, shown above its fields."""


class FaultsMixin:
    """Adds `faults`, which templates/accounts/_form_faults.html lists."""

    @property
    def faults(self):
        """Return [(id of the field, its label, message)] in the order of the page; faults of the form come last."""
        fields = [self[name] for name in self.fields if name in self.errors]
        of_fields = [
            (field.id_for_label or field.auto_id, field.label, error)
            for field in fields
            for error in field.errors
        ]
        return [*of_fields, *(("", "", error) for error in self.non_field_errors())]
