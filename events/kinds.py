"""The kinds of event, how people take part, and the precision of dates."""

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


# Kinds that nobody attends.
WITHOUT_PEOPLE = frozenset({EventKind.PUBLICATION, EventKind.BROADCAST})


class EventMode(TextChoices):
    """How people take part; empty in a row that does not state it."""

    IN_PERSON = "in_person", "Trực tiếp"
    ONLINE = "online", "Trực tuyến"
    HYBRID = "hybrid", "Kết hợp trực tiếp và trực tuyến"


class DatePrecision(TextChoices):
    """How much of an event's date is known."""

    DAY = "day", "Ngày"
    MONTH = "month", "Tháng"
    QUARTER = "quarter", "Quý"
    NONE = "none", "Không ghi"
