"""Whose rows a page reaches, and who may change them."""

from django.core.exceptions import PermissionDenied


class OwnedRowsMixin:
    """Reaches the rows of the reader's own organisation and of the year in the address, and no others."""

    pages = None  # RowPages

    @property
    def model(self):
        return self.pages.model

    def get_queryset(self):
        rows = self.model.objects.of(self.request.user.organisation)
        return rows.for_year(self.kwargs["year"]).select_related("division", "entered_by")


class EditorsOnlyMixin:
    """Refuses those who only read: the Justice Department's officers enter no rows."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.may_edit:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
