"""The pages of uploaded papers: choosing one or many, and reviewing many as a list."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import FormView, View

from accounts.attaching.arriving import UploadLimit
from accounts.attaching.keeping import keep_waiting
from accounts.costly import READS
from accounts.long_work import start
from accounts.models import LongWork
from accounts.once import carry_out_once
from accounts.rows.views.owned import EditorsOnlyMixin
from pbgdpl.lib import ocr
from reports.reading.papers.forms import MOST_PAPERS, PapersForm
from reports.reading.papers.work import GONE, read_paper, read_papers, waiting_papers
from reports.reading.pasted.forms.review import Review
from reports.reading.pasted.views.showing import show_review


class PapersUpload(EditorsOnlyMixin, FormView):
    """Stores uploaded papers: one leads to the form that is filled from it, many to a list under review."""

    pages = None  # RowPages
    template_name = "reports/reading/papers.html"
    form_class = PapersForm
    upload_limit = UploadLimit(most_files=MOST_PAPERS)
    quota = READS

    def form_valid(self, form):
        papers, refusals = form.cleaned_data["paper"]
        keep = self.one(papers[0]) if len(papers) == 1 and not refusals else self.many(papers, refusals)
        try:
            address = carry_out_once(keep, key=form.cleaned_data["sent_key"], by=self.request.user)
        except ValidationError as refusal:
            form.add_error("paper", refusal)
            return self.form_invalid(form)
        return HttpResponseRedirect(address)

    def one(self, paper):
        """Return the function that keeps one paper: it is read at once, or in the background if it is a scan."""
        by, year, kind = self.request.user, self.kwargs["year"], self.pages.name
        recognises = ocr.is_available()
        reading = self.pages.read_file(paper.data, paper.ending, by, reads_scans=not recognises)

        def keep():
            waiting = keep_waiting(paper, by=by, reading=reading)
            if not (reading.is_scan and recognises):
                return f"{self.pages.url('add', year)}?tep={waiting.pk}"
            return self.started(read_paper, 1, kind=kind, pk=waiting.pk)

        return keep

    def many(self, papers, refusals):
        def keep():
            pks = [keep_waiting(paper, by=self.request.user).pk for paper in papers]
            return self.started(read_papers, len(pks), kind=self.pages.name, pks=pks, refusals=refusals)

        return keep

    def started(self, work, total, **arguments):
        year = self.kwargs["year"]
        return start(
            work,
            by=self.request.user,
            year=year,
            title=f"Đọc {total} tệp",
            back=self.pages.url("upload", year),
            total=total,
            **arguments,
        )


class PapersReview(EditorsOnlyMixin, View):
    """Shows the papers that the work with this key has read as a list under review."""

    pages = None  # RowPages
    http_method_names = ("get", "head")

    def get(self, request, year, key):
        work = get_object_or_404(LongWork, started_by=request.user, year=year, key=key)
        if (work.result or {}).get("kind") != self.pages.name:
            raise Http404
        papers = [*waiting_papers(work.result["pks"], by=request.user)]
        if not papers:
            messages.warning(request, GONE)
            return HttpResponseRedirect(self.pages.list_url(year))
        review = Review.of_papers(papers, kind=self.pages.name, by=request.user, year=year)
        not_read = [f"Không nhận {refusal}" for refusal in work.result["refusals"]]
        return show_review(request, self.pages, year, review, not_read=not_read)
