"""The pages on which a Justice Department reminds departments that have not submitted, or gives them more time."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.views.generic import View

from accounts.models import Role, User
from accounts.once import carry_out_once
from accounts.rows import parse_pk
from accounts.views.verb_form import VerbForm
from reports.periods.extensions import extend_deadlines, undo_extensions
from reports.periods.lifecycle import period_address
from reports.periods.reminding import mail_reminders, mails_reminders, remind
from reports.review.board import BoardFilters, board
from reports.review.forms.asking import ExtendForm, RemindForm
from reports.views import ReceiversOnlyMixin

MESSAGE = "Đề nghị đơn vị hoàn thành và nộp báo cáo đúng hạn. Cần trao đổi, xin liên hệ {}, {}."
NOBODY = "Mọi đơn vị đã nộp báo cáo này, nên không có đơn vị nào để {}."


class AwaitedPeriodMixin:
    """Reaches the board of the period in the address; 404 where the period was not opened."""

    @cached_property
    def board(self):
        found = board(self.request.user.organisation, self.kwargs["period"], BoardFilters())
        if found.period is None:
            raise Http404
        return found

    def board_address(self):
        return reverse("board", args=[self.kwargs["period"]])


class AskingMixin(ReceiversOnlyMixin, AwaitedPeriodMixin, VerbForm):
    """A form about the departments in ?chon=, by default all that have not submitted."""

    http_method_names = ("get", "head", "post")
    action = ""  # in words

    def get(self, request, *args, **kwargs):
        if not self.board.awaited:
            messages.warning(request, NOBODY.format(self.action))
            return HttpResponseRedirect(self.board_address())
        return super().get(request, *args, **kwargs)

    def get_initial(self):
        asked = {parse_pk(text) for text in self.request.GET.getlist("chon")} - {None}
        awaited = [row.pk for row in self.board.awaited]
        return {"departments": [pk for pk in awaited if not asked or pk in asked]}

    def carry_out(self, form):
        sent = dict(form.cleaned_data)
        key = sent.pop("sent_key")
        sent["departments"] = list(sent["departments"])

        def work():
            self.done(key=key, **sent)
            return self.board_address()

        address = carry_out_once(work, key=key, by=self.request.user)
        self.after()
        return address

    def after(self):
        """Do what follows when everything is saved, which may take seconds."""

    def left_out(self, arrived):
        """Warn of the departments that have submitted meanwhile."""
        if arrived:
            names = ", ".join(str(one) for one in arrived)
            messages.warning(self.request, f"Không {self.action} {names}: đã nộp báo cáo.")

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        form = context["form"]
        chosen = {str(one) for one in form["departments"].value() or ()}
        return context | {
            "board": self.board,
            "fields": [field for field in form.visible_fields() if field.name != "departments"],
            "choices": self.choices(chosen),
        }

    def choices(self, chosen):
        """Return the departments that have not submitted, each with whom to ask, and whether it is chosen."""
        rows = self.board.awaited
        users = User.objects.filter(organisation__in=[row.pk for row in rows], is_active=True)
        officers = {}
        for pk, name in users.filter(role=Role.LEGAL_OFFICER).values_list("organisation", "full_name"):
            officers.setdefault(pk, []).append(name)
        departments = self.request.user.organisation.active_departments
        emails = dict(departments.values_list("pk", "contact_email"))
        return [
            {
                "row": row,
                "is_chosen": str(row.pk) in chosen,
                "officers": ", ".join(officers.get(row.pk, ())),
                "email": emails.get(row.pk, ""),
            }
            for row in rows
        ]


class BoardRemind(AskingMixin):
    template_name = "reports/review/remind.html"
    form_class = RemindForm
    action = "nhắc"
    sent = ()  # the reminders that this request has saved

    def get_initial(self):
        user = self.request.user
        return super().get_initial() | {"message": MESSAGE.format(user.full_name, user.organisation)}

    def done(self, *, key, departments, message):
        reminded = remind(self.board.period, departments=departments, message=message, by=self.request.user)
        if reminded.sent:
            messages.success(self.request, f"Đã nhắc {len(reminded.sent)} đơn vị.")
        self.left_out(reminded.arrived)
        self.sent = reminded.sent

    def after(self):
        """Send the e-mails, and name the departments to which none could be sent."""
        if not mails_reminders():
            return
        address = self.request.build_absolute_uri(period_address(self.board.period))
        if failed := mail_reminders(self.sent, address=address):
            names = ", ".join(str(one) for one in failed)
            messages.warning(
                self.request, f"Không gửi được thư điện tử đến: {names}. Thông báo trên trang vẫn đã gửi."
            )

    def get_context_data(self, **context):
        return super().get_context_data(**context, mails_reminders=mails_reminders())


class BoardExtend(AskingMixin):
    template_name = "reports/review/extend.html"
    form_class = ExtendForm
    action = "gia hạn"

    def done(self, *, key, departments, due_on, reason):
        extended = extend_deadlines(
            self.board.period,
            departments=departments,
            due_on=due_on,
            reason=reason,
            batch=key,
            by=self.request.user,
        )
        if extended.given:
            undo = reverse("board_extend_undo", args=[self.kwargs["period"], key])
            done = f"Đã gia hạn cho {len(extended.given)} đơn vị đến {date_format(due_on)}."
            messages.success(self.request, done, extra_tags=undo)
        self.left_out(extended.arrived)


class BoardExtendUndo(ReceiversOnlyMixin, AwaitedPeriodMixin, View):
    http_method_names = ("post",)

    def post(self, request, batch, **kwargs):
        try:
            count = undo_extensions(self.board.period, batch=batch, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, refusal.messages[0])
        else:
            messages.success(request, f"Đã bỏ gia hạn của {count} đơn vị.")
        return HttpResponseRedirect(self.board_address())
