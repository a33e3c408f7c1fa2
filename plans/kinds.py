"""The types of official document, as Decree 30/2020 (Appendix III) and the law on legal acts name them."""

from django.db.models import TextChoices


class DocumentKind(TextChoices):
    """The kind of an official document; the label is its Vietnamese name."""

    PLAN = "plan", "Kế hoạch"
    OFFICIAL_LETTER = "official_letter", "Công văn"
    DECISION = "decision", "Quyết định"
    INSTRUCTION = "instruction", "Chỉ thị"
    RESOLUTION = "resolution", "Nghị quyết"
    PROGRAMME = "programme", "Chương trình"
    GUIDANCE = "guidance", "Hướng dẫn"
    NOTICE = "notice", "Thông báo"
    COMMUNIQUE = "communique", "Thông cáo"
    REPORT = "report", "Báo cáo"
    SUBMISSION = "submission", "Tờ trình"
    REGULATION = "regulation", "Quy định"
    STATUTE = "statute", "Quy chế"
    SCHEME = "scheme", "Đề án"
    OPTION = "option", "Phương án"
    PROJECT = "project", "Dự án"
    MINUTES = "minutes", "Biên bản"
    CONTRACT = "contract", "Hợp đồng"
    TELEGRAM = "telegram", "Công điện"
    MEMORANDUM = "memorandum", "Bản ghi nhớ"
    AGREEMENT = "agreement", "Bản thỏa thuận"
    POWER_OF_ATTORNEY = "power_of_attorney", "Giấy ủy quyền"
    INVITATION = "invitation", "Giấy mời"
    INTRODUCTION = "introduction", "Giấy giới thiệu"
    LEAVE = "leave", "Giấy nghỉ phép"
    DISPATCH_SLIP = "dispatch_slip", "Phiếu gửi"
    TRANSFER_SLIP = "transfer_slip", "Phiếu chuyển"
    NOTICE_SLIP = "notice_slip", "Phiếu báo"
    LETTER = "letter", "Thư công"
    CONTEST_RULES = "contest_rules", "Thể lệ"
    LICENCE = "licence", "Giấy phép"
    CERTIFICATE = "certificate", "Giấy chứng nhận"
    JUDGMENT = "judgment", "Bản án"
    CONCLUSION = "conclusion", "Kết luận"
    PARTY_CIRCULAR = "party_circular", "Thông tri"
    CONSTITUTION = "constitution", "Hiến pháp"
    CODE = "code", "Bộ luật"
    LAW = "law", "Luật"
    ORDINANCE = "ordinance", "Pháp lệnh"
    ORDER = "order", "Lệnh"
    DECREE_LAW = "decree_law", "Sắc lệnh"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    JOINT_CIRCULAR = "joint_circular", "Thông tư liên tịch"
    JOINT_RESOLUTION = "joint_resolution", "Nghị quyết liên tịch"
    CONSOLIDATED_TEXT = "consolidated_text", "Văn bản hợp nhất"


class PolicyKind(TextChoices):
    """What must be communicated while it is being made (Circular 17/2025, forms 04: columns 14-17)."""

    POLICY = "policy", "Chính sách"
    DRAFT = "draft", "Dự thảo văn bản quy phạm pháp luật"

    @property
    def in_short(self) -> str:
        return "Dự thảo" if self is PolicyKind.DRAFT else str(self.label)


# The abbreviations in a symbol (139/KH-SKHCN, 06-CTr/TU) or before a number in text ("QĐ số …").
# The first one is used for writing.
ABBREVIATIONS: dict[DocumentKind, tuple[str, ...]] = {
    DocumentKind.PLAN: ("KH", "KHLT", "KHPH", "KHLN"),
    DocumentKind.OFFICIAL_LETTER: ("CV",),
    DocumentKind.DECISION: ("QĐ", "QD"),
    DocumentKind.INSTRUCTION: ("CT",),
    DocumentKind.RESOLUTION: ("NQ",),
    DocumentKind.PROGRAMME: ("CTr", "CTR", "CTHĐ", "CTrHĐ", "CTPH", "CTrPH"),
    DocumentKind.GUIDANCE: ("HD", "HDLN", "HDLT"),
    DocumentKind.NOTICE: ("TB",),
    DocumentKind.COMMUNIQUE: ("TC",),
    DocumentKind.REPORT: ("BC",),
    DocumentKind.SUBMISSION: ("TTr", "TTR"),
    DocumentKind.REGULATION: ("QyĐ", "QYĐ"),
    DocumentKind.STATUTE: ("QC", "QCPH"),
    DocumentKind.SCHEME: ("ĐA",),
    DocumentKind.OPTION: ("PA",),
    DocumentKind.PROJECT: ("DA",),
    DocumentKind.MINUTES: ("BB",),
    DocumentKind.CONTRACT: ("HĐ",),
    DocumentKind.TELEGRAM: ("CĐ",),
    DocumentKind.MEMORANDUM: ("BGN",),
    DocumentKind.AGREEMENT: ("BTT",),
    DocumentKind.POWER_OF_ATTORNEY: ("GUQ",),
    DocumentKind.INVITATION: ("GM",),
    DocumentKind.INTRODUCTION: ("GGT",),
    DocumentKind.LEAVE: ("GNP",),
    DocumentKind.DISPATCH_SLIP: ("PG",),
    DocumentKind.TRANSFER_SLIP: ("PC",),
    DocumentKind.NOTICE_SLIP: ("PB",),
    DocumentKind.CONTEST_RULES: ("TL",),
    DocumentKind.LICENCE: ("GP",),
    DocumentKind.CERTIFICATE: ("GCN",),
    DocumentKind.CONCLUSION: ("KL",),
    DocumentKind.ORDINANCE: ("PL",),
    DocumentKind.ORDER: ("L",),
    DocumentKind.DECREE_LAW: ("SL",),
    DocumentKind.DECREE: ("NĐ", "ND"),
    DocumentKind.CIRCULAR: ("TT",),
    DocumentKind.JOINT_CIRCULAR: ("TTLT", "TTLB"),
    DocumentKind.JOINT_RESOLUTION: ("NQLT",),
    DocumentKind.CONSOLIDATED_TEXT: ("VBHN",),
}
