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
    ),
    Column(
        "name",
        "Tên hoạt động",
        60,
        ("ten", "hoat dong", "noi dung hoat dong", "ten hoi nghi", "ten cuoc", "ten su kien"),
        "Hội nghị phổ biến Luật Đường bộ",
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
    ),
    Column(
        "partners",
        "Đơn vị phối hợp",
        40,
        ("phoi hop", "co quan phoi hop", "co quan don vi phoi hop"),
        "Sở Tư pháp; Công an tỉnh",
    ),
    Column(
        "description",
        "Nội dung, kết quả",
        60,
        ("noi dung", "ket qua", "ghi chu"),
        "12 xã tham gia, phát 600 tờ gấp",
        typed=lambda event: unconnected(event.description),
    ),
    Column("wording", "Lời in riêng", 40),
)
