"""The page that checks whether a file was submitted, for everyone who logs in."""

from django.views.generic import FormView

from accounts.attaching.arriving import UploadLimit
from accounts.costly import READS
from reports.review.file_matches import matches_of
from reports.review.forms.file_check import FileCheckForm


class FileCheck(FormView):
    template_name = "reports/review/file_check.html"
    form_class = FileCheckForm
    http_method_names = ("get", "head", "post")
    upload_limit = UploadLimit()
    quota = READS

    def form_valid(self, form):
        name, found = form.cleaned_data["file"]
        context = self.get_context_data(
            form=self.form_class(), name=name, sha256=found, matches=matches_of(found)
        )
        return self.render_to_response(context)
