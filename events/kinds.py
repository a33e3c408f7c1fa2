"""The kinds of event, and the precision of their dates."""

from django.db.models import TextChoices


class EventKind(TextChoices):
    """The kind of an event; the label is its Vietnamese name."""

    CONFERENCE = "conference", "Hội nghị"
    SEMINAR = "seminar", "Hội thảo"
    ROUND_TABLE = "round_table", "Tọa đàm"
    TRAINING = "training", "Tập huấn"
    CONTEST = "contest", "Cuộc thi"
    LAW_DAY = "law_day", "Hưởng ứng Ngày Pháp luật"
    GUIDANCE = "guidance", "Hướng dẫn trực tiếp"
    PUBLICATION = "publication", "Phát hành tài liệu"
    BROADCAST = "broadcast", "Phát thanh, truyền hình"
    OTHER = "other", "Hoạt động khác"


class DatePrecision(TextChoices):
    """How much of an event's date is known."""

    DAY = "day", "Ngày"
    MONTH = "month", "Tháng"
    NONE = "none", "Không ghi"
