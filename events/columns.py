"""The columns of events in spreadsheets, registers and lists under review."""

from accounts.rows.columns import Column
from events.description import unconnected
from events.kinds import EventKind

COLUMNS = (
    Column(
        "kind",
        "Hình thức",
        20,
        ("loai", "loai hinh", "hinh thuc hoat dong", "hinh thuc to chuc"),
        "Hội nghị",
        offered=tuple(EventKind.labels),
        also_like=r"(?:loai|loai hinh|hinh thuc)(?: to chuc)?(?: hoat dong)?(?: (?:pbgdpl|pho bien.*))?",
    ),
    Column(
        "name",
        "Tên hoạt động",
        60,
        ("ten", "hoat dong", "noi dung hoat dong", "ten hoi nghi", "ten cuoc", "ten su kien"),
        "Hội nghị phổ biến Luật Đường bộ",
        also_like=(
            r"(?:ten|noi dung|ten noi dung) (?:hoat dong|hoi nghi|hoi thao|cuoc|lop|cong viec|su kien|chuong trinh|"
            r"tap huan|tuyen truyen|buoi)(?: .{1,40})?|hoat dong(?: pbgdpl)?|chu de|noi dung(?: cong viec| thuc hien)?"
        ),
    ),
    Column(
        "held",
        "Thời gian",
        18,
        (
            "ngay",
            "ngay to chuc",
            "thoi gian to chuc",
            "ngay thuc hien",
            "thoi gian thuc hien",
            "ngay thang",
            "ngay thang nam",
        ),
        "05/3/2024",
        also_with_place=tuple(
            f"{time}{joined}dia diem{ending}"
            for time in ("thoi gian", "ngay", "ngay thang", "thoi diem")
            for joined in (" ", " va ", " to chuc va ")
            for ending in ("", " to chuc", " thuc hien")
        ),
        also_like=r"(?:ngay|thoi gian|thoi diem)(?: thang)?(?: nam)?(?: (?:to chuc|thuc hien|dien ra|mo lop))?",
        counted=lambda event: event.day,
    ),
    Column("place", "Địa điểm", 30, ("noi to chuc", "dia diem to chuc"), "Hội trường Sở Xây dựng"),
    Column(
        "turnout",
        "Số người tham dự",
        18,
        (
            "so nguoi",
            "so nguoi du",
            "so nguoi tham gia",
            "so luong",
            "so luong nguoi",
            "so luong nguoi tham du",
            "so luong nguoi tham gia",
            "so luot nguoi",
            "so luot nguoi tham du",
            "so luot nguoi tham gia",
            "so luot tham du",
            "so dai bieu",
            "so luong dai bieu",
            "so hoc vien",
            "tong so nguoi tham du",
        ),
        "hơn 200",
        also_like=(
            r"(?:tong )?(?:so|sl)(?: luong| luot)?(?: luot)? (?:nguoi|dai bieu|hoc vien|can bo)"
            r"(?: (?:tham du|tham gia|du))?(?: hoi nghi)?|(?:tong )?(?:so|sl)(?: luong| luot)? (?:tham du|tham gia|du)"
        ),
        counted=lambda event: event.exact_attendance,
    ),
    Column(
        "sessions",
        "Số cuộc",
        10,
        ("so buoi", "so lop", "so dot", "so luong cuoc", "so cuoc to chuc", "so luong buoi", "so luong lop"),
        "1",
        is_minor=True,
    ),
    Column(
        "mode",
        "Cách tổ chức",
        16,
        (
            "truc tiep truc tuyen",
            "hinh thuc truc tiep truc tuyen",
            "cach thuc to chuc",
            "phuong thuc to chuc",
        ),
        "Trực tiếp",
        also_like="(?:hinh thuc )?truc tiep(?: hoac| va)? truc tuyen",
        is_minor=True,
    ),
    Column(
        "partners",
        "Đơn vị phối hợp",
        40,
        ("phoi hop", "co quan phoi hop", "co quan don vi phoi hop"),
        "Sở Tư pháp; Công an tỉnh",
        also_like=r"(?:co quan|don vi|co quan don vi)?(?: )?phoi hop(?: voi)?(?: (?:to chuc|thuc hien))?",
    ),
    Column(
        "description",
        "Nội dung, kết quả",
        60,
        ("noi dung", "ket qua", "ghi chu"),
        "12 xã tham gia, phát 600 tờ gấp",
        typed=lambda event: unconnected(event.description),
        also_like=r"ket qua (?:thuc hien|dat duoc)|noi dung (?:va )?ket qua",
        is_loose=True,
    ),
    Column(
        "handouts",
        "Tài liệu đã phát",
        30,
        ("tai lieu phat", "tai lieu cap phat", "tai lieu da cap phat", "tai lieu phat hanh"),
        "600 tờ gấp; 200 sổ tay",
        also_like="tai lieu (?:da )?(?:phat|cap phat|phat hanh)",
        is_minor=True,
    ),
    Column("originals", "Số tài liệu gốc", 10, ("tai lieu goc",), is_minor=True),
    Column(
        "posted",
        "Số tài liệu đã đăng tải",
        10,
        ("tai lieu dang tai", "so tai lieu dang tai", "tai lieu da dang tai"),
        is_minor=True,
    ),
    Column(
        "copies",
        "Số bản đã in, nhân bản",
        10,
        ("so ban in", "so ban nhan ban", "so tai lieu nhan ban", "so ban phat hanh", "tai lieu nhan ban"),
        is_minor=True,
    ),
    Column("wording", "Lời in riêng", 40),
)
