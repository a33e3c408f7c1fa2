"""Submissions, which are frozen, with their files and outcomes. The state of a report is read from these rows."""

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.timezone import now

from accounts.models import Attachment, Organisation, User
from pbgdpl.lib.fields import LineField, ProseField
from reports.models.report import Report
from reports.models.signatures import SignatureCheck, remarks_on

FOLDER = "submissions"  # of the files in the storage


class Submission(models.Model):
    """A submitted version of a report, which never changes afterwards."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="submissions")
    version = models.PositiveIntegerField("bản")
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField("nộp lúc", default=now)  # when the button was pressed
    due_on = models.DateField("hạn nộp khi nộp", null=True, blank=True)
    pages = models.PositiveIntegerField("số trang")
    # The text in parts, for comparing versions: [["I. Kết quả", "…"], …].
    parts = models.JSONField(default=list)
    # What the province's report lists of it: {"documents": […], "criteria": […]}; empty of what was submitted before.
    listed = models.JSONField(default=dict)
    # The waived findings: [["sentence of the finding", "reason", "name"], …].
    waived = models.JSONField(default=list)
    # The findings that were neither corrected nor waived: [["cảnh báo", "sentence of the finding"], …].
    outstanding = models.JSONField(default=list)
    # The files that are evidence of the report's assessments.
    attachments = models.ManyToManyField(Attachment, related_name="submissions", blank=True)

    class Meta:
        ordering = ("version",)
        constraints = (
            models.UniqueConstraint(fields=("report", "version"), name="one_submission_of_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.report}, bản {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("report_version", args=[self.report.period, self.version])


class FileKind(models.TextChoices):
    DOCX = "docx", "DOCX"
    PDF = "pdf", "PDF"
    JSON = "json", "JSON"  # the report as data; what was submitted before there was one has none
    SIGNED = "signed", "PDF đã ký"

    @property
    def ending(self) -> str:
        """Return the ending of the file's name."""
        return str(self.value if self is not FileKind.SIGNED else FileKind.PDF.value)


def frozen_name(file: "SubmittedFile", name: str) -> str:
    """Return a random path for storing a file, without its name."""
    return f"{FOLDER}/{secrets.token_hex(2)}/{secrets.token_hex(16)}"


class SubmittedFileQuerySet(models.QuerySet):
    def current(self) -> "SubmittedFileQuerySet":
        return self.filter(replaced_at=None)

    def replaced(self) -> "SubmittedFileQuerySet":
        return self.exclude(replaced_at=None)

    def of(self, organisation: Organisation) -> "SubmittedFileQuerySet":
        return self.filter(submission__report__organisation=organisation)

    def received_by(self, organisation: Organisation) -> "SubmittedFileQuerySet":
        """Filter to what departments submitted to a Justice Department and neither withdrew nor replaced."""
        received = self.current().filter(submission__report__organisation__reports_to=organisation)
        return received.exclude(submission__outcome__kind=OutcomeKind.WITHDRAWN)

    def readable_by(self, user: User) -> "SubmittedFileQuerySet":
        own = self.of(user.organisation)
        return own | self.received_by(user.organisation) if user.reads_received else own


class CurrentFiles(models.Manager.from_queryset(SubmittedFileQuerySet)):  # type: ignore[misc]
    """Returns the files that were not replaced."""

    def get_queryset(self) -> SubmittedFileQuerySet:
        files: SubmittedFileQuerySet = super().get_queryset().current()
        return files


class SubmittedFile(models.Model):
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="files")
    kind = models.CharField("loại tệp", max_length=10, choices=FileKind)
    name = LineField("tên tệp", max_length=200)
    file = models.FileField("tệp", upload_to=frozen_name, max_length=100)
    size = models.PositiveIntegerField("dung lượng")
    sha256 = models.CharField("mã băm", max_length=64, db_index=True)
    # Of a file added as the signed one: the result of the check of its signatures when it was added.
    signature_check = models.CharField("chữ ký số", max_length=10, choices=SignatureCheck, blank=True)
    signature_pages = models.JSONField(default=list)  # the pages that show a signature: [1, 9]
    # The names and times that the signatures state: [["Trần Thị Ký", "2024-11-14T09:30:00+07:00"]].
    signers = models.JSONField(default=list)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("lúc", auto_now_add=True)
    # Of a signed file that was replaced by another one: it remains in the record of the department that added it.
    replaced_at = models.DateTimeField("thay lúc", null=True, blank=True)

    objects = CurrentFiles()
    ever = SubmittedFileQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("submission", "kind"),
                condition=models.Q(replaced_at=None),
                name="one_file_of_a_kind",
                violation_error_message="Bản nộp này đã có tệp loại đó.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("submitted_file", args=[self.pk])

    @property
    def ending(self) -> str:
        """Return the ending of the file's name, "pdf" of a signed one."""
        return FileKind(self.kind).ending

    @property
    def is_signed(self) -> bool:
        return self.signature_check == SignatureCheck.SIGNED

    @property
    def label(self) -> str:
        """Return the name of the kind of file; one added as signed is called so only if it is signed."""
        is_other = self.kind == FileKind.SIGNED and not self.is_signed
        return "PDF thêm sau" if is_other else FileKind(self.kind).label

    @property
    def signature_remarks(self) -> tuple[str, ...]:
        """Return the sentences on the signatures of a file added as the signed one, the result first."""
        if self.kind != FileKind.SIGNED:
            return ()
        check, wording = SignatureCheck(self.signature_check), self.submission.report.wording
        return tuple(remarks_on(check, self.signers, self.signature_pages, wording))


class OutcomeKind(models.TextChoices):
    ACCEPTED = "accepted", "Tiếp nhận"
    RETURNED = "returned", "Trả lại"
    REOPENED = "reopened", "Mở lại"
    WITHDRAWN = "withdrawn", "Rút"


class Outcome(models.Model):
    """The outcome of a submission: the Justice Department accepted, returned or reopened it, or it was withdrawn."""

    submission = models.OneToOneField(Submission, models.PROTECT, related_name="outcome")
    kind = models.CharField("kết quả", max_length=10, choices=OutcomeKind)
    reason = ProseField("lý do", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind=OutcomeKind.ACCEPTED) | ~models.Q(reason=""),
                name="who_gives_a_report_back_says_why",
                violation_error_message="Ghi lý do.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.submission}"


class ReviewNote(models.Model):
    """A remark of the Justice Department on a part, which the department sees with the outcome."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="notes")
    heading = LineField("mục", max_length=2000, blank=True)  # as in `Submission.parts`; empty: the whole
    # The line of the part's text that the note is about, counted from 0, and its text; None for the whole part.
    line = models.PositiveIntegerField("dòng", null=True, blank=True)
    quote = ProseField("câu được nhận xét", blank=True)
    text = ProseField("nhận xét")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    written_at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        ordering = ("written_at", "pk")

    def __str__(self) -> str:
        return self.text


class ReplyKind(models.TextChoices):
    CORRECTED = "corrected", "Đã sửa"
    LEFT = "left", "Không sửa"


class NoteReply(models.Model):
    """The reply of the department to a note, which the Justice Department sees beside the next version."""

    note = models.OneToOneField(ReviewNote, models.CASCADE, related_name="reply")
    kind = models.CharField("trả lời", max_length=10, choices=ReplyKind)
    reason = ProseField("lý do", blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    written_at = models.DateTimeField("lúc", auto_now=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind=ReplyKind.CORRECTED) | ~models.Q(reason=""),
                name="a_note_that_is_not_followed_has_a_reason",
                violation_error_message="Ghi lý do không sửa.",
            ),
        )

    def __str__(self) -> str:
        kind = self.get_kind_display()
        return f"{kind}: {self.reason}" if self.reason else kind
