"""Mixins that limit a view to rows of the user's organisation, and to users who may edit."""

from django.core.exceptions import PermissionDenied


class OwnedRowsMixin:
    """Limits the queryset to the rows of the user's organisation and of the year in the address."""

    pages = None  # RowPages

    @property
    def model(self):
        return self.pages.model

    def get_queryset(self):
        rows = self.model.objects.of(self.request.user.organisation)
        return rows.for_year(self.kwargs["year"]).select_related("division", "entered_by")


class EditorsOnlyMixin:
    """Refuses users who only read, such as the Justice Department's officers."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.may_edit:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
