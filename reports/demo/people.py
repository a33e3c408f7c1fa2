"""The departments of the demo that people log in to, and those people."""

from accounts.models import Role

JUSTICE = {
    "code": "STP",
    "name": "Sở Tư pháp",
    "parent_body": "UBND thành phố Hà Nội",
    "place": "Hà Nội",
    "signer_name": "Trần Thu Hà",
}
SCIENCE = {
    "code": "SKHCN",
    "name": "Sở Khoa học và Công nghệ",
    "parent_body": "UBND thành phố Hà Nội",
    "place": "Hà Nội",
    "signer_name": "Nguyễn Minh Đức",
    "recipients": """\
UBND Thành phố (để b/c)
Sở Tư pháp
Hội đồng phối hợp PBGDPL Thành phố
Ban Giám đốc Sở
Các phòng, đơn vị thuộc Sở
Trang thông tin điện tử của Sở
Lưu: VT, VP""",
}
FINANCE = {
    "code": "STC",
    "name": "Sở Tài chính",
    "parent_body": "UBND thành phố Hà Nội",
    "place": "Hà Nội",
    "signer_name": "Lê Quang Huy",
}

# The divisions of the science department by their symbols: name, and the user who enters their rows.
DIVISIONS = {
    "VP": ("Văn phòng", "binh"),
    "TTra": ("Thanh tra Sở", "giang"),
    "QLKH": ("Phòng Quản lý khoa học", "an"),
}
# User name, full name, role, code of the organisation, division.
PEOPLE = (
    ("an", "Phạm Hoài An", Role.STAFF, "SKHCN", "Phòng Quản lý khoa học"),
    ("binh", "Đỗ Thanh Bình", Role.LEGAL_OFFICER, "SKHCN", "Văn phòng"),
    ("giang", "Vũ Hương Giang", Role.ADMINISTRATOR, "SKHCN", "Văn phòng"),
    ("chi", "Ngô Linh Chi", Role.STAFF, "STC", "Văn phòng"),
    ("khanh", "Lê Gia Khánh", Role.LEGAL_OFFICER, "STC", "Văn phòng"),
    ("dung", "Hoàng Mỹ Dung", Role.JUSTICE_OFFICER, "STP", "Phòng Phổ biến, giáo dục pháp luật"),
)
