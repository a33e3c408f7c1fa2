"""Organisations, their divisions and their users."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property

from pbgdpl.lib.fields import LineField, ProseField
from pbgdpl.lib.titles import TitledModel
from pbgdpl.lib.vietnamese import initials

# The code becomes part of file names.
CODE = RegexValidator(r"^[0-9A-Za-zĐđ.\-]+\Z", "Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm và gạch nối.")


class BodyGroup(models.TextChoices):
    """The groups of bodies in the province's form, in its order (Circular 17/2025, form 04c)."""

    DEPARTMENT = "department", "Cơ quan chuyên môn thuộc UBND cấp tỉnh"
    FRONT = "front", "Cơ quan UBMTTQ Việt Nam và tổ chức chính trị - xã hội"
    ENTERPRISE = "enterprise", "Doanh nghiệp nhà nước do UBND cấp tỉnh quản lý"
    COMMUNE = "commune", "Xã, phường, đặc khu"


class Organisation(TitledModel):
    """A department that reports, or the Justice Department that it reports to.

    Lengths are those of the national metadata standard (Decree 30/2020, Appendix VI).
    """

    code = LineField("mã", max_length=13, unique=True, validators=[CODE])
    name = LineField("tên cơ quan", max_length=200)
    # A department's new name, until its receiver confirms it (`accounts.names`).
    pending_name = LineField("tên mới chờ xác nhận", max_length=200, blank=True, editable=False)
    parent_body = LineField("cơ quan chủ quản", max_length=200, blank=True)
    place = LineField("địa danh", max_length=100)
    symbol = LineField("chữ viết tắt trong ký hiệu", max_length=30, blank=True)
    contact = LineField("địa chỉ, điện thoại, thư điện tử", max_length=300, blank=True)
    # Whom the Justice Department asks about a report; not printed.
    contact_person = LineField("người liên hệ về báo cáo", max_length=100, blank=True)
    contact_phone = LineField("điện thoại liên hệ", max_length=50, blank=True)
    contact_email = models.EmailField("thư điện tử nhận nhắc nộp", blank=True)
    signer_authority = LineField("chức vụ người ký", max_length=100, default="GIÁM ĐỐC")
    signer_name = LineField("họ tên người ký", max_length=50, blank=True)
    recipients = ProseField(
        "nơi nhận thường dùng", blank=True, help_text="Mỗi dòng một nơi, không cần gạch đầu dòng."
    )
    reports_to = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="departments",
        verbose_name="báo cáo về",
    )
    group = models.CharField("nhóm cơ quan", max_length=20, choices=BodyGroup, default=BodyGroup.DEPARTMENT)
    place_in_group = models.PositiveIntegerField("thứ tự trong nhóm", default=0)  # then by name
    # A stopped organisation: its people cannot log in; what they entered remains.
    is_active = models.BooleanField("đang hoạt động", default=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.symbol = self.symbol or initials(self.name)[:30]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def receives_reports(self) -> bool:
        """Whether other organisations report to it, or may do so because it reports to nobody itself."""
        return self.reports_to_id is None or self.departments.exists()

    @cached_property
    def reports_for_province(self) -> bool:
        """Whether its report is that of the province: it reports to nobody, and others report to it.

        An instance asks once: who adds or moves departments and asks afterwards loads it again.
        """
        return self.reports_to_id is None and self.departments.exists()

    @property
    def active_departments(self) -> models.QuerySet[Organisation]:
        return self.departments.filter(is_active=True)

    @property
    def writers(self) -> models.QuerySet[User]:
        """The people who write its report."""
        return self.users.filter(role__in=WRITERS, is_active=True)


class Division(models.Model):
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="divisions")
    name = LineField("tên phòng, đơn vị", max_length=200)
    symbol = LineField("chữ viết tắt", max_length=30, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "name"),
                name="one_division_of_a_name",
                violation_error_message="Cơ quan đã có phòng, đơn vị tên này.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    STAFF = "staff", "Chuyên viên"
    LEGAL_OFFICER = "legal_officer", "Cán bộ pháp chế"
    JUSTICE_OFFICER = "justice_officer", "Cán bộ Sở Tư pháp"
    ADMINISTRATOR = "administrator", "Quản trị"


# The roles that may enter rows; officers of the Justice Department only read the rows of departments.
EDITORS = frozenset({Role.STAFF, Role.LEGAL_OFFICER, Role.ADMINISTRATOR})
# The roles that write the report of their own body; officers of the Justice Department write that of the province.
WRITERS = frozenset({Role.LEGAL_OFFICER, Role.JUSTICE_OFFICER})


class User(AbstractUser):
    first_name = None
    last_name = None
    full_name = LineField("họ và tên", max_length=50)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="users", verbose_name="cơ quan"
    )
    division = models.ForeignKey(
        Division, models.PROTECT, null=True, blank=True, related_name="users", verbose_name="phòng, đơn vị"
    )
    role = models.CharField("vai trò", max_length=20, choices=Role, default=Role.STAFF)
    job_title = LineField("chức vụ", max_length=100, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    phone = LineField("điện thoại", max_length=50, blank=True)

    must_change_password = models.BooleanField("phải đổi mật khẩu", default=False)
    # Notices made before this moment have been seen.
    notices_seen_at = models.DateTimeField(null=True, blank=True, editable=False)

    REQUIRED_FIELDS = ("full_name",)

    objects = UserManager()

    class Meta:
        ordering = ("full_name",)

    def __str__(self) -> str:
        return self.full_name

    @property
    def may_edit(self) -> bool:
        return self.role in EDITORS

    @property
    def writes_reports(self) -> bool:
        return self.role in WRITERS

    @property
    def enters_reports(self) -> bool:
        """Return whether a person uploads reports of earlier years; of that of a province no rows are saved."""
        return self.writes_reports and (self.may_edit or self.organisation.reports_for_province)

    @property
    def receives_reports(self) -> bool:
        return self.role == Role.JUSTICE_OFFICER

    @cached_property
    def reads_received(self) -> bool:
        """Return whether a person reads what departments submit: officers, and their colleagues without deciding.

        Before the first department is there, the administrator reads the pages that wait for it.
        """
        body = self.organisation
        if self.receives_reports or body.reports_to_id is not None:
            return self.receives_reports
        return self.administers or body.departments.exists()

    @property
    def administers(self) -> bool:
        return self.role == Role.ADMINISTRATOR

    @property
    def operates_site(self) -> bool:
        """Return whether an administrator reads the log of all bodies: `make_operator` decides that."""
        return self.administers and self.is_superuser

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name
