"""The pages of the departments that report to an administrator's organisation."""

from django.db.models import Count, Q
from django.utils.functional import cached_property
from django.views.generic import ListView

from accounts.views.administrators import ReceiversAdministratorMixin
from accounts.views.paging import PagedMixin
from pbgdpl.lib.vietnamese import clean_line, fold

LONGEST_SEARCH = 200


class Departments(ReceiversAdministratorMixin, PagedMixin, ListView):
    """The departments in the order of their names, filtered by ?tim=."""

    template_name = "accounts/departments.html"

    @cached_property
    def every_department(self):
        people = Count("users", filter=Q(users__is_active=True))
        return list(self.request.user.organisation.departments.annotate(people=people))

    @property
    def words(self):
        return clean_line(self.request.GET.get("tim", "")[:LONGEST_SEARCH])

    def get_queryset(self):
        wanted = fold(self.words).split()
        return [one for one in self.every_department if all(word in _searched(one) for word in wanted)]


def _searched(department):
    return fold(f"{department.name} {department.code} {department.symbol} {department.contact}")
