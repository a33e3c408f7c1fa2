"""The listings of what the bodies of a province reported, which only the report of the province prints."""

from enum import StrEnum


class Collected(StrEnum):
    """A listing over accepted reports; its value is typed in the brackets."""

    DOCUMENTS = "văn bản của các đơn vị"
    EXAMPLES = "mô hình của các đơn vị"
    CRITERIA = "kết quả tiêu chí các đơn vị"
    PROPOSALS = "kiến nghị của các đơn vị"
    REPORTED = "đơn vị đã báo cáo"
    UNREPORTED = "đơn vị chưa báo cáo"


COLLECTED = frozenset(Collected)
