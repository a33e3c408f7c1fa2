"""Submitted data in other shapes: as a spreadsheet, and the schema that describes it."""

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import View

from accounts.costly import EXPORTS
from accounts.history import record_download
from accounts.rows.views.export import download
from reports.models import FileKind, SubmittedFile
from reports.submission.data.file import read_data
from reports.submission.data.schema import schema_of
from reports.submission.data.sheets import data_sheets
from reports.submission.stored_files import FileLost, read_frozen
from reports.submission.views.files import lost_page


@method_decorator(never_cache, name="dispatch")
class DataSheets(View):
    """Sends the data of a submission as a spreadsheet, made of the frozen file; records every download."""

    http_method_names = ("get", "head")
    quota = EXPORTS

    def get(self, request, pk):
        files = SubmittedFile.ever.readable_by(request.user).filter(kind=FileKind.JSON)
        file = get_object_or_404(files.select_related("submission__report"), pk=pk)
        try:
            content = read_frozen(file)
        except FileLost as lost:
            return lost_page(request, file, lost)
        name = f"{file.name.removesuffix('.json')}.xlsx"
        sheets = data_sheets(read_data(content))
        if request.method == "GET":
            with transaction.atomic():
                record_download(file.submission.report, name, by=request.user)
        return download(sheets, name)


@require_safe
def data_schema(request, version):
    schema = schema_of(version)
    if schema is None:
        raise Http404
    return HttpResponse(schema, content_type="application/schema+json")
