"""The outlines that a Justice Department opens its periods with."""

from reports.forms.outline import OutlineForm, SectionRows, scheme_of
from reports.models import Outline
from reports.views.template_sets import (
    SetAdd,
    SetCopy,
    SetDelete,
    SetList,
    SetMixin,
    SetPage,
    SetRestore,
)


class OutlineMixin(SetMixin):
    model = Outline
    name, list_name, noun = "outline", "outlines", "đề cương"
    head_form, rows_form = OutlineForm, SectionRows

    def prepare(self, head, rows):
        rows.numbering = scheme_of(head)


class OutlineList(OutlineMixin, SetList):
    template_name = "reports/outline_list.html"


class OutlineAdd(OutlineMixin, SetAdd):
    pass


class OutlinePage(OutlineMixin, SetPage):
    pass


class OutlineCopy(OutlineMixin, SetCopy):
    pass


class OutlineDelete(OutlineMixin, SetDelete):
    pass


class OutlineRestore(OutlineMixin, SetRestore):
    pass
