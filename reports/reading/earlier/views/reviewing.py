"""The page of an uploaded report beside its source, with the buttons that correct, save and take back."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView

from accounts.forms.sent_key import SentKeyField
from accounts.once import carried_out, carry_out_once
from accounts.typed import restore_typed
from reports.reading.earlier.correcting import correct
from reports.reading.earlier.corrections import SentChoice
from reports.reading.earlier.forms.upload import YearForm
from reports.reading.earlier.parts import BY_SLUG, PARTS, counts_of, page_of
from reports.reading.earlier.results import LABELS
from reports.reading.earlier.review import review_of
from reports.reading.earlier.saving import save_earlier
from reports.reading.earlier.undoing import take_back
from reports.reading.earlier.uploads import move_to_year
from reports.reading.earlier.views.uploading import WritersFilesMixin
from reports.reading.report.store import AlreadyReported, refuse_second_report

MOST_NAMED = 5
NOT_SAVED = "Chưa lưu được gì."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the report was not, or cannot be, saved."""

    title: str
    sentences: tuple[str, ...]


class EarlierReportPage(WritersFilesMixin, TemplateView):
    """The lines of a file beside what they became; of a file that is not read yet, the offer to read it."""

    template_name = "reports/reading/earlier/review.html"
    refusal = None  # why it was not saved

    def get_context_data(self, **context):
        context |= {"earlier": self.earlier, "year_form": YearForm(year=self.kwargs["year"])}
        if self.earlier.is_read:
            review = review_of(self.earlier)
            context |= {"review": review, **self.lines_context(review)}
        return super().get_context_data(**context, refusal=self.refusal or self.refusal_of_year())

    def refusal_of_year(self):
        """Return why nothing can be saved into the year, before anyone tries."""
        if self.earlier.is_saved or not self.earlier.is_read:
            return None
        try:
            refuse_second_report(self.earlier.organisation, self.earlier.reporting_year)
        except AlreadyReported as problem:
            return already_reported(problem)
        return None

    def lines_context(self, review):
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        part = BY_SLUG.get(asked.get("phan", ""), PARTS[0])
        names = {"choose_url": "choose", "correct_url": "correct", "save_url": "save"}
        return {
            "page": page_of(review, part, number=asked.get("trang"), line=asked.get("dong")),
            "part": part,
            "parts": counts_of(review),
            "models": LABELS.items(),
            "sent_key": uuid4(),
            **{name: reverse(f"earlier_report_{verb}", kwargs=self.kwargs) for name, verb in names.items()},
        }


class EarlierReportVerb(EarlierReportPage):
    """Does something with what the page sent; a refusal is shown on the page."""

    http_method_names = ("post",)

    def post(self, request, year, pk):
        try:
            return HttpResponseRedirect(self.carry_out())
        except ValidationError as problem:
            messages.warning(request, " ".join(problem.messages))
            return HttpResponseRedirect(self.place())

    @property
    def sent(self):
        return self.request.POST

    def place(self, anchor="", **changed):
        """Return the address of the page that was sent, with some of its parameters changed."""
        data = self.sent
        asked = {name: data.get(name, "") for name in ("phan", "trang")} | changed
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.earlier.get_absolute_url()}{'?' if query else ''}{query}{anchor and f'#{anchor}'}"


class ChoosingVerb(EarlierReportVerb):
    """Keeps the choices of the page that sent it, also where the session had ended meanwhile."""

    http_method_names = ("get", "post")
    keeps_typed = True

    def get(self, request, year, pk):
        """Keep the choices that were sent before the login, and lead to the page where they stand."""
        self.typed = restore_typed(request)
        try:
            if self.typed is not None:
                self.choose()
        except ValidationError as problem:
            messages.warning(request, " ".join(problem.messages))
        return HttpResponseRedirect(self.place())

    @property
    def sent(self):
        return getattr(self, "typed", None) or self.request.POST

    def choose(self, fix=""):
        """Keep the choices of the rows and the fix of a line, and return the position of that line."""
        data = self.sent
        keys = data.getlist("row")
        sent = {
            key: SentChoice(f"keep-{key}" in data, data.get(f"as-{key}", ""), f"known-{key}" in data)
            for key in keys
        }
        return correct(self.earlier, sent, fix=fix, by=self.request.user)


class EarlierReportChoose(ChoosingVerb):
    """Keeps the choices, and leads to another page or part if one was asked for."""

    def carry_out(self):
        data = self.request.POST
        self.choose()
        if "xem" in data:
            return self.place("doc", phan=data["xem"], trang="")
        if "sang" in data:
            return self.place("doc", trang=data["sang"])
        messages.success(
            self.request, "Đã ghi lựa chọn. Báo cáo chưa lưu vào năm; mở lại trang này lúc nào cũng được."
        )
        return self.place()


class EarlierReportCorrect(ChoosingVerb):
    def carry_out(self):
        position = self.choose(fix=self.sent.get("fix", ""))
        return self.place() if position is None else self.place(f"dong-{position}", trang="", dong=position)


class EarlierReportYear(EarlierReportVerb):
    def carry_out(self):
        form = YearForm(self.request.POST, year=self.kwargs["year"])
        if not form.is_valid():
            raise ValidationError("Chọn một năm trong danh sách.")
        year = form.cleaned_data["year"]
        return move_to_year(self.earlier, year, by=self.request.user).get_absolute_url()


class EarlierReportSave(ChoosingVerb):
    """Saves everything, or nothing and shows why; what was chosen on the page is kept either way."""

    def post(self, request, year, pk):
        key = SentKeyField().clean(request.POST.get("sent_key"))
        if url := carried_out(key=key, by=request.user):
            return HttpResponseRedirect(url)
        try:
            self.choose()
            return HttpResponseRedirect(carry_out_once(self.save, key=key, by=request.user))
        except AlreadyReported as problem:
            self.refusal = already_reported(problem)
        except ValidationError as problem:
            if url := carried_out(key=key, by=request.user):
                return HttpResponseRedirect(url)
            self.refusal = Refusal(NOT_SAVED, tuple(problem.messages))
        self.earlier.refresh_from_db(fields=["corrections"])
        return self.render_to_response(self.get_context_data())

    def save(self):
        imported, review = save_earlier(self.earlier, by=self.request.user)
        undo = reverse("earlier_report_undo", args=[self.kwargs["year"], self.kwargs["pk"]])
        words = f"Đã lưu {imported.report}: {review.counted}. {imported.not_taken}"
        messages.success(self.request, words.strip(), extra_tags=undo)
        return imported.report.get_absolute_url()


class EarlierReportUndo(EarlierReportVerb):
    def carry_out(self):
        taken = take_back(self.earlier, by=self.request.user)
        year = self.kwargs["year"]
        rows = f" và {taken.count} hàng" if taken.count else ""
        messages.success(self.request, f"Đã hoàn tác: xóa báo cáo năm {year}{rows}. Tệp vẫn ở đây.")
        if taken.changed:
            named = [row.short_name for row in taken.changed[:MOST_NAMED]]
            more = ["…"] if len(taken.changed) > MOST_NAMED else []
            messages.warning(
                self.request,
                f"Giữ lại {len(taken.changed)} hàng vì đã có người sửa sau khi lưu: {'; '.join([*named, *more])}.",
            )
        return self.earlier.get_absolute_url()


def already_reported(problem):
    way_out = "Nếu tệp này là báo cáo của năm khác, đổi năm ở dưới; nếu không, xóa tệp."
    return Refusal("Chưa lưu được vào năm này.", (str(problem), way_out))
