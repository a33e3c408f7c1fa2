"""The words for handing a report in: a body submits its report to its receiver, or issues that of the province."""

from dataclasses import dataclass

from accounts.models import ChangeKind, Organisation


@dataclass(frozen=True, slots=True)
class Wording:
    """The two verbs, and the sentences that say who has the report then and what can still be done."""

    submit: str
    withdraw: str
    submission: ChangeKind  # in the history and the log, as the next one
    withdrawal: ChangeKind
    taken_back: str  # how it can be written on again
    warning: str  # before it is submitted
    received: str  # once it is submitted, "" where nobody receives it
    waiting: str  # on the home page while it is submitted
    locked: str  # why it cannot be changed while it is submitted, and the way out
    outcome: str  # what is stored with each version
    replacing: str  # until when a wrong signed file can be replaced
    withdrawn: str  # what becomes of a version that is withdrawn
    reason: str  # who reads why it is withdrawn


SUBMITTING = Wording(
    submit="nộp",
    withdraw="rút",
    submission=ChangeKind.SUBMITTED,
    withdrawal=ChangeKind.WITHDRAWN,
    taken_back="rút hoặc bị trả lại",
    warning="Nộp xong, báo cáo không sửa được nữa. Bản nộp rút lại được khi Sở Tư pháp chưa tiếp nhận hoặc trả lại.",
    received=" Sở Tư pháp đã nhận được.",
    waiting="Sở Tư pháp đang xem. Nội dung khóa đến khi có kết quả.",
    locked="Báo cáo đã nộp, đang chờ Sở Tư pháp xem. Rút bản đã nộp nếu cần sửa.",
    outcome="kèm ngày giờ, người nộp và kết quả của Sở Tư pháp",
    replacing="Thêm nhầm thì thay được đến khi Sở Tư pháp tiếp nhận hoặc trả lại.",
    withdrawn="Sở Tư pháp không mở được nữa",
    reason="Sở Tư pháp đọc được lý do này.",
)
ISSUING = Wording(
    submit="phát hành",
    withdraw="thu hồi",
    submission=ChangeKind.ISSUED,
    withdrawal=ChangeKind.RECALLED,
    taken_back="thu hồi",
    warning="Phát hành xong, báo cáo không sửa được nữa. Còn sai thì thu hồi bản đã phát hành, kèm lý do.",
    received="",
    waiting="Nội dung đã khóa. Còn sai thì thu hồi bản đã phát hành.",
    locked="Báo cáo đã phát hành. Thu hồi bản đã phát hành nếu cần sửa.",
    outcome="kèm ngày giờ và người phát hành",
    replacing="Thêm nhầm thì thay được đến khi bản này được thu hồi.",
    withdrawn="vẫn được giữ ở trang các bản đã phát hành",
    reason="Lý do được giữ cùng bản đã thu hồi.",
)


def wording_of(organisation: Organisation) -> Wording:
    return ISSUING if organisation.reports_for_province else SUBMITTING
