"""The sample of a report with the letterhead that an administrator types, before it is saved."""

from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import View

from accounts.forms.organisations import MOST_RECIPIENTS, LetterheadForm, recipient
from accounts.models import Organisation
from accounts.organisations import LETTERHEAD
from accounts.views.administrators import AdministratorsOnlyMixin
from pbgdpl.lib.titles import in_lines
from pbgdpl.lib.vietnamese import clean_line, initials
from reports.compiling.views.style_sheet import style_sheet_url
from reports.document.html import to_html
from reports.document.tree import Document, Letterhead, Paragraph, Signature
from reports.models.report import open_number, usual_subject

LONGEST = 500  # characters of a value; the form refuses longer ones
SAMPLE = "Nội dung báo cáo được in ở đây."
CLOSING = "Trên đây là báo cáo kết quả công tác phổ biến, giáo dục pháp luật./."


@method_decorator([never_cache, xframe_options_sameorigin], name="dispatch")
class LetterheadPaper(AdministratorsOnlyMixin, View):
    """Returns the sample with the stored letterhead, or on POST with the one that is typed."""

    def get(self, request, year):
        return paper_of(request.user.organisation, year)

    def post(self, request, year):
        typed = {name: request.POST.get(name, "") for name in LETTERHEAD}
        organisation = Organisation(**typed)
        organisation.set_lines({name: typed[name] for name in LetterheadForm.titles})
        return paper_of(organisation, year)


def paper_of(organisation, year):
    document = sample_document(organisation, year)
    return HttpResponse(to_html(document, style_sheet_url=style_sheet_url()))


def sample_document(organisation: Organisation, year: int) -> Document:
    """Return a short report of a year with the letterhead, the signer and the recipients of an organisation."""
    values = {name: clean_line(getattr(organisation, name)[:LONGEST]) for name in LETTERHEAD}
    parent_body, name = (
        in_lines(values[name], organisation.title_lines.get(name, ())).upper()
        for name in LetterheadForm.titles
    )
    organisation.symbol = values["symbol"] or initials(values["name"])[:30]
    names = map(recipient, organisation.recipients.splitlines()[:MOST_RECIPIENTS])
    return Document(
        letterhead=Letterhead(
            parent_body=parent_body,
            issuing_body=name,
            number=open_number(organisation),
            place=values["place"],
            contact=values["contact"],
        ),
        kind="BÁO CÁO",
        subject=usual_subject(year),
        body=(Paragraph(SAMPLE),),
        closing=CLOSING,
        recipients=tuple(clean_line(name[:LONGEST]) for name in names if name),
        signature=Signature(tuple(filter(None, [values["signer_authority"].upper()])), values["signer_name"]),
        author=values["name"],
    )
