"""A file that opens but is no report is refused with a sentence; what a report lacks is said before it is saved."""

import pytest

from pbgdpl.lib.vietnamese import fold
from reports.reading.report import UnreadableReport, reading_of

HEAD = "UBND TỈNH SEN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ    Độc lập - Tự do - Hạnh phúc\nSố: {}\n"
BODY = "Trong kỳ, Sở mở nhiều hội nghị cho cán bộ, công chức và người dân trên địa bàn tỉnh.\n" * 5
FOREIGN = "tệp không phải là báo cáo bằng tiếng Việt có dấu, hãy kiểm tra lại tệp đã chọn."
EMPTY = (
    "tệp chỉ có phần đầu và phần cuối của văn bản, không có nội dung báo cáo, hãy kiểm tra lại tệp đã chọn."
)
OTHER = (
    "tệp này là {}, không phải báo cáo, hãy chọn đúng tệp báo cáo; kế hoạch và văn bản chỉ đạo nhập ở trang danh sách "
    "của chúng."
)
REFUSED = {
    "without marks": ("\n".join(map(fold, BODY.splitlines())), FOREIGN),
    "a few words of English": ("The department held conferences about the Land Law for its staff.", FOREIGN),
    "Chinese": ("部门今年举办了五次会议，向工作人员介绍土地法。", FOREIGN),
    "a plan": (f"{HEAD.format('12/KH-SYT')}KẾ HOẠCH\nTập huấn Luật Dược\n{BODY}", OTHER.format("Kế hoạch")),
    "a plan on reports": (
        f"{HEAD.format('12/KH-SYT')}KẾ HOẠCH\nBáo cáo năm\n{BODY}",
        OTHER.format("Kế hoạch"),
    ),
    "minutes": (f"{HEAD.format('5/BB-SYT')}BIÊN BẢN\nHọp giao ban\n{BODY}", OTHER.format("Biên bản")),
    "a law": (f"QUỐC HỘI\nLUẬT\nĐẤT ĐAI\nĐiều 1. Phạm vi\n{BODY}", OTHER.format("Luật")),
    "a shell": (f"{HEAD.format('45/BC-SYT')}BÁO CÁO\nKết quả năm 2024\nNơi nhận:\n- Lưu: VT.", EMPTY),
    "dots alone": (f"{HEAD.format('45/BC-SYT')}BÁO CÁO\nKết quả năm 2024\n{'.' * 40}\n{'…' * 20}", EMPTY),
    "a form": (
        f"{HEAD.format('/BC-SYT')}BÁO CÁO\n"
        + "".join(f"- Nội dung {at}: {'.' * 30}\n" for at in range(1, 8)),
        "tệp là mẫu chưa điền: 7 dòng chỉ có dấu chấm để trống, hãy chọn bản báo cáo đã điền.",
    ),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_as_a_report_is_refused(text, reason):
    with pytest.raises(UnreadableReport) as refusal:
        reading_of(text.encode(), "a.txt")
    assert str(refusal.value) == f"Không đọc được a.txt: {reason}"


DOUBTS = {
    "a report": (f"BÁO CÁO\nKết quả năm 2024\nI. KẾT QUẢ\n{BODY}", ()),
    "a report without a title": (f"I. KẾT QUẢ\n{BODY}II. HẠN CHẾ\n{BODY}", ()),
    "a report that names decisions": (f"I. XÂY DỰNG KẾ HOẠCH\n{BODY}II. QUYẾT ĐỊNH\n{BODY}", ()),
    "prose": (
        BODY,
        ("Không thấy tên “BÁO CÁO” và đề mục nào trong tệp: kiểm tra lại xem đây có đúng là báo cáo không.",),
    ),
    "a long report without headings": (
        f"BÁO CÁO\nKết quả năm 2024\n{BODY * 4}",
        ("Không nhận ra đề mục nào: cả báo cáo nằm ở phần mở đầu, hãy đánh dấu các đề mục trước khi lưu.",),
    ),
    "a table": (
        "".join(f"{at}\tTập huấn Luật Dược\tTháng {at}\n" for at in range(1, 9)),
        (
            "Tệp chỉ có bảng, không có lời văn và đề mục: danh sách thì nhập ở trang danh sách bằng bảng tính.",
        ),
    ),
    "blanks": (
        f"BÁO CÁO\nKết quả năm 2024\nI. KẾT QUẢ\n{BODY}Tổng số …… cuộc.\n",
        ("Có 1 chỗ còn để trống bằng dấu chấm: xem lại trước khi lưu.",),
    ),
}


@pytest.mark.parametrize(("text", "notices"), DOUBTS.values(), ids=DOUBTS)
def test_what_a_report_lacks_is_said(text, notices):
    assert reading_of(text.encode(), "a.txt").notices == notices
