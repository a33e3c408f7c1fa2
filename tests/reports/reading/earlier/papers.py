"""A made-up report of An's department on 2023, as a file would hold it."""

REPORT = """\
UBND TỈNH SEN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ XÂY DỰNG\tĐộc lập - Tự do - Hạnh phúc
Số: 412/BC-SXD\tSen, ngày 10 tháng 11 năm 2023
BÁO CÁO
Kết quả công tác phổ biến, giáo dục pháp luật năm 2023
Kính gửi: Sở Tư pháp tỉnh Sen
Thực hiện Công văn số 1180/STP-PBGDPL ngày 02/10/2023 của Sở Tư pháp về việc báo cáo, Sở Xây dựng báo cáo như sau:
I. KẾT QUẢ THỰC HIỆN
1. Công tác chỉ đạo
Lãnh đạo Sở phân công một Phó Giám đốc phụ trách, Thanh tra Sở làm đầu mối. Các văn bản đã ban hành gồm:
- Kế hoạch số 27/KH-SXD ngày 12/01/2023 về phổ biến, giáo dục pháp luật năm 2023;
- Quyết định số 58/QĐ-SXD ngày 20/02/2023 kiện toàn đội ngũ báo cáo viên pháp luật;
- Công văn số 733/SXD-TTra ngày 06/4/2023 về việc tuyên truyền Luật Nhà ở;
- Kế hoạch số 91/KH-SXD về hưởng ứng Ngày Pháp luật.
2. Các hoạt động đã tổ chức
Trong năm, Sở đã tổ chức:
- Hội nghị tập huấn Luật Xây dựng (15/3/2023) với 120 đại biểu;
- Hội nghị phổ biến Luật Nhà ở (22/5/2023) với hơn 200 đại biểu;
- Cuộc thi tìm hiểu pháp luật về kinh doanh bất động sản (tháng 9/2023).
3. Kinh phí
Kinh phí được bố trí trong dự toán của Sở.
Báo cáo viên phần lớn kiêm nhiệm, ít thời gian chuẩn bị.
II. PHƯƠNG HƯỚNG NĂM 2024
Sở tiếp tục phổ biến các luật mới về đất đai, nhà ở.
Trên đây là báo cáo của Sở Xây dựng./.
Nơi nhận:\tGIÁM ĐỐC
- Như trên;
- Lưu: VT, TTra.
(Đã ký)
\tĐỗ Minh Khôi
"""
NAME = "bao-cao-2023.txt"


def line_of(words, text=REPORT):
    """Return the number of the line that begins with these words."""
    lines = [line for line in text.splitlines() if line.strip()]
    return next(number for number, line in enumerate(lines) if line.strip().startswith(words))


def long_report(sections):
    """Return a report with as many sections, each with a document and an event of its own."""
    parts = "\n".join(
        f"{number}. Công việc thứ {number}\n"
        f"Sở đã ban hành và tổ chức các việc sau đây của phần {number}:\n"
        f"- Kế hoạch số {number * 3}/KH-SXD ngày 12/01/2023 về công việc thứ {number};\n"
        f"- Hội nghị phổ biến chuyên đề {number} (15/3/2023) với {100 + number} đại biểu."
        for number in range(1, sections + 1)
    )
    head, rest = REPORT.split("1. Công tác chỉ đạo\n")
    return f"{head}{parts}\nII. {rest.split('II. ')[1]}"
