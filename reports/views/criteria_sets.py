"""The sets of criteria that a Justice Department opens its periods with."""

from reports.forms.criteria_set import CriteriaSetForm, CriterionRows
from reports.models import CriteriaSet
from reports.views.template_sets import (
    SetAdd,
    SetCopy,
    SetDelete,
    SetList,
    SetMixin,
    SetPage,
    SetRestore,
)


class CriteriaSetMixin(SetMixin):
    model = CriteriaSet
    name, list_name, noun = "criteria_set", "criteria_sets", "bộ tiêu chí"
    head_form, rows_form = CriteriaSetForm, CriterionRows


class CriteriaSetList(CriteriaSetMixin, SetList):
    template_name = "reports/criteria_set_list.html"


class CriteriaSetAdd(CriteriaSetMixin, SetAdd):
    pass


class CriteriaSetPage(CriteriaSetMixin, SetPage):
    pass


class CriteriaSetCopy(CriteriaSetMixin, SetCopy):
    pass


class CriteriaSetDelete(CriteriaSetMixin, SetDelete):
    pass


class CriteriaSetRestore(CriteriaSetMixin, SetRestore):
    pass
