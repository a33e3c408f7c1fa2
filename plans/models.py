"""The models of documents: directives of higher bodies, plans that the organisation issued, policies to communicate."""

from django.db import models

from accounts.rows import YearRow, year_row_indexes
from accounts.rows.duplicates import year_of
from pbgdpl.lib.fields import LineField, SearchTextField
from pbgdpl.lib.vietnamese import first_words, fold
from plans.kinds import DocumentKind, PolicyKind
from plans.reading.citation.sentence import citation_sentence
from plans.symbols import folded_number


class OfficialDocument(YearRow):
    """A document as the report cites it. Field lengths are not below those of Decree 30/2020, Appendix VI."""

    dated_by = "issued_on"
    known_by = "number"
    read_as_one = {"kind_text": ("loại văn bản", "kind", "kind_as_written")}

    kind = models.CharField("loại văn bản", max_length=30, choices=DocumentKind, default=DocumentKind.PLAN)
    # The writer's own name of the kind: "Văn bản" for an official letter, "Chương trình hành động" for a programme.
    kind_as_written = LineField("tên loại như được viết", max_length=100, blank=True)
    number = LineField("số, ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuing_body = LineField("cơ quan ban hành", max_length=200, blank=True)
    subject = LineField("trích yếu", max_length=1000, blank=True)
    # Why nothing has to carry it out, stated by somebody; see `reports.needs`.
    unneeded_because = LineField("không cần triển khai vì", max_length=300, blank=True, editable=False)
    search_text = SearchTextField(of=("kind_as_written", "number", "issuing_body", "subject", "wording"))

    class Meta(YearRow.Meta):
        abstract = True
        indexes = year_row_indexes("issued_on")
        constraints = (
            *YearRow.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(number="", subject="", wording=""),
                name="%(class)s_says_what_it_is",
                violation_error_message="Văn bản phải có số, ký hiệu hoặc trích yếu.",
            ),
        )

    def __str__(self) -> str:
        return self.citation()

    @property
    def kind_text(self) -> str:
        return self.kind_as_written or DocumentKind(self.kind).label

    @property
    def short_name(self) -> str:
        """Return "Kế hoạch số 139/KH-SXD", or the first words of the citation if there is no number."""
        return f"{self.kind_text} số {self.number}" if self.number else first_words(self.citation())

    def identity(self) -> tuple[object, ...]:
        """Return (number, year, issuing body), or (subject, date, issuing body) if there is no number.

        The body is empty for the organisation's own documents.
        """
        body = fold(self.issuing_body)
        body = "" if body == fold(self.organisation.name) else body
        if number := folded_number(self.number):
            return number, year_of(self), body
        words = fold(self.subject or self.wording)
        return (words, self.issued_on or self.reporting_year, body) if words else ()

    def citation(self) -> str:
        """Return the words the report prints for this row, without a full stop.

        Kind, number, date, issuing body, subject (Decree 30/2020, Appendix I, II.6b): the inverse of
        `plans.reading.read_citation`, except where `wording` is set.
        """
        if self.wording:
            return self.wording
        return citation_sentence(
            kind=DocumentKind(self.kind),
            kind_as_written=self.kind_as_written,
            number=self.number or None,
            issued_on=self.issued_on,
            issuing_body=self.issuing_body or None,
            subject=self.subject or None,
        )


class Directive(OfficialDocument):
    """A document of a higher body that this body must carry out (văn bản chỉ đạo)."""

    list_name = "directives"
    link_labels = {"plans": "kế hoạch, văn bản triển khai"}

    class Meta(OfficialDocument.Meta):
        verbose_name = "văn bản chỉ đạo"


class Plan(OfficialDocument):
    """A plan, decision or letter that this body issued (văn bản đã ban hành)."""

    list_name = "plans"
    link_labels = {"directives": "văn bản chỉ đạo được thực hiện", "events": "hoạt động đã tổ chức"}

    directives = models.ManyToManyField(Directive, related_name="plans", blank=True)

    class Meta(OfficialDocument.Meta):
        verbose_name = "kế hoạch, văn bản"


class Policy(YearRow):
    """A policy or a draft of a legal act that must be communicated (chính sách, dự thảo phải được truyền thông)."""

    dated_by = "due_on"
    known_by = "name"
    list_name = "policies"
    link_labels = {"events": "hoạt động đã truyền thông"}
    counts = {"event_count": models.Count("events", filter=models.Q(events__deleted_at=None))}
    event_count = 0  # where it was not counted

    kind = models.CharField("loại", max_length=20, choices=PolicyKind, default=PolicyKind.DRAFT)
    name = LineField("tên chính sách, dự thảo", max_length=1000, blank=True)
    lead_body = LineField("cơ quan chủ trì", max_length=200, blank=True)
    due_on = models.DateField("truyền thông trước ngày", null=True, blank=True)
    search_text = SearchTextField(of=("name", "lead_body", "wording"))

    class Meta(YearRow.Meta):
        verbose_name = "chính sách, dự thảo"
        indexes = year_row_indexes("due_on")
        constraints = (
            *YearRow.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(name="", wording=""),
                name="policy_has_a_name",
                violation_error_message="Chính sách, dự thảo phải có tên.",
            ),
        )

    def __str__(self) -> str:
        return self.summary()

    @property
    def short_name(self) -> str:
        return first_words(self.name or self.wording)

    def summary(self) -> str:
        """Return the name and the lead body, or the writer's own words: the inverse of `plans.reading.read_policy`."""
        if self.wording:
            return self.wording
        return f"{self.name} ({self.lead_body} chủ trì)" if self.lead_body else self.name

    def printed(self) -> str:
        """Return the summary and through how many events it was communicated: "…, đã truyền thông qua 02 hoạt động"."""
        if self.wording or not self.event_count:
            return self.summary()
        return f"{self.summary()}, đã truyền thông qua {self.event_count:02} hoạt động"

    def identity(self) -> tuple[object, ...]:
        """Return the name and the lead body, which is empty for the organisation's own."""
        body = fold(self.lead_body)
        words = fold(self.name or self.wording)
        return (words, "" if body == fold(self.organisation.name) else body) if words else ()
