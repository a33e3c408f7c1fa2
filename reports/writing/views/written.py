"""The automatic saving of a text and the page of its earlier texts, for sections and annexes alike."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import time_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.views.generic import ListView, View

from accounts.conflict import Conflict
from accounts.rows import parse_pk
from accounts.views.paging import PagedMixin
from reports.views import WritersOnlyMixin
from reports.writing.differences import section_difference


class TextAutosave(WritersOnlyMixin, View):
    """Saves the text that the page sends while somebody types; answers with the message that the page shows.

    `form` returns the form of what was sent; `save` is the verb; `more` returns further values of the answer.
    """

    http_method_names = ("post",)
    noun = ""

    def post(self, request, *args, **kwargs):
        form = self.form()
        if not form.is_valid():
            return self.refused(
                422, *(f"{form[name].label}: {error[0]}" for name, error in form.errors.items())
            )
        try:
            stored = self.save(**form.cleaned_data, automatic=True, by=request.user)
        except Conflict:
            return self.refused(409, f"{self.noun} vừa được lưu ở nơi khác. Bấm Lưu để xem cả hai bản.")
        except ValidationError as refusal:
            return self.refused(422, *refusal.messages)
        message = f"Đã lưu {time_format(localtime())}"
        return JsonResponse({"version": stored.version, "message": message, **self.more(stored)})

    def refused(self, status, *sentences):
        return JsonResponse({"refusal": " ".join(sentences)}, status=status)

    def more(self, stored):
        return {}


class EarlierTexts(WritersOnlyMixin, PagedMixin, ListView):
    """The earlier texts of a section or annex, with their differences from the present text; restores one.

    `texts` names the report's sections or annexes; `heading` returns the name of one, `words` the whole of
    one of its texts; `save` is the verb.
    """

    template_name = "reports/writing/earlier_texts.html"
    paginate_by = 10
    texts = ""
    noun = ""
    page_name = ""

    @cached_property
    def text(self):
        texts = getattr(self.report, self.texts).select_related("saved_by")
        return get_object_or_404(texts, pk=self.kwargs["pk"])

    @property
    def page_of_text(self):
        return reverse(self.page_name, args=[self.period, self.text.pk])

    def get_queryset(self):
        return self.text.earlier_texts.select_related("saved_by")

    def page_rows(self, page):
        texts = list(page)
        for text in texts:
            text.lines = section_difference(self.words(text), self.words(self.text))
        return texts

    def get_context_data(self, **context):
        return super().get_context_data(**context) | {
            "period": self.period,
            "text": self.text,
            "heading": self.heading,
            "noun": self.noun,
            "page_of_text": self.page_of_text,
            "can_write": self.status.is_open,
        }

    def post(self, request, *args, **kwargs):
        earlier = get_object_or_404(
            self.text.earlier_texts, pk=parse_pk(request.POST.get("restore", "")) or 0
        )
        version = parse_pk(request.POST.get("version", "")) or 0
        try:
            self.save(earlier, version=version, by=request.user, keeps_present=True)
        except Conflict:
            again = "Xem lại bản hiện nay rồi dùng lại bản trước."
            messages.warning(request, f"{self.noun.capitalize()} này vừa được lưu ở nơi khác. {again}")
            return HttpResponseRedirect(request.path)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return HttpResponseRedirect(request.path)
        replaced = f"Bản vừa thay nằm trong các bản trước của {self.noun}."
        messages.success(request, f"Đã dùng lại bản trước. {replaced}")
        return HttpResponseRedirect(self.page_of_text)
