"""The outline of the 2024 report and the criteria it uses: a new installation can start a report at once."""

from django.db import migrations

OUTLINE = "Đề cương báo cáo năm (từ 2024)"
# Depth, heading, what to write, the text to start from.
SECTIONS = (
    (1, "KẾT QUẢ CÔNG TÁC PBGDPL", "", ""),
    (
        2,
        "Xây dựng văn bản, kế hoạch triển khai thực hiện công tác PBGDPL",
        "Nêu việc ban hành văn bản trong năm; danh mục lấy từ trang Kế hoạch, văn bản.",
        "[[văn bản đã ban hành]]",
    ),
    (
        2,
        "Kết quả triển khai thực hiện Luật PBGDPL và các chương trình, đề án PBGDPL",
        "Một hai câu chung; nội dung cụ thể viết ở các điểm dưới.",
        "",
    ),
    (3, "Công tác PBGDPL trong thực hiện nhiệm vụ", "Phổ biến pháp luật gắn với nhiệm vụ chuyên môn.", ""),
    (
        3,
        "Triển khai chương trình và các đề án PBGDPL",
        "Các chương trình, đề án đã tham gia; danh mục lấy từ trang Hoạt động.",
        "[[hoạt động]]",
    ),
    (
        3,
        "Triển khai thực hiện các kế hoạch và văn bản của UBND Thành phố và Hội đồng phối hợp PBGDPL Thành phố",
        "Kết quả thực hiện văn bản của cấp trên; danh mục lấy từ trang Văn bản chỉ đạo.",
        "[[văn bản chỉ đạo]]",
    ),
    (2, "Các mô hình, phương thức PBGDPL hiệu quả", "Mỗi mô hình một điểm: a), b), c) …", ""),
    (
        2,
        "Kết quả đánh giá tiêu chí công tác PBGDPL",
        "Căn cứ đánh giá và kết quả từng tiêu chí.",
        "[[tiêu chí]]",
    ),
    (1, "NHẬN XÉT, ĐÁNH GIÁ", "", ""),
    (2, "Đánh giá chung", "Kết quả nổi bật so với kế hoạch và năm trước.", ""),
    (2, "Tồn tại, hạn chế", "Mỗi hạn chế một gạch đầu dòng.", ""),
    (2, "Nguyên nhân", "Nguyên nhân chủ quan và khách quan.", ""),
    (1, "ĐỀ XUẤT, KIẾN NGHỊ", "Nêu rõ kiến nghị với cơ quan nào.", ""),
    (1, "PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM CÔNG TÁC PBGDPL NĂM SAU", "Nhiệm vụ của năm sau.", ""),
)
CRITERIA_SET = "Tự đánh giá công tác PBGDPL của sở, ban, ngành (từ 2024)"
LEGAL_BASIS = "Thông tư số 03/2018/TT-BTP ngày 10/3/2018 của Bộ Tư pháp"
CRITERIA = (
    "Hoàn thành và vượt chỉ tiêu",
    "Lan tỏa kiến thức pháp luật",
    "Tăng cường ý thức chấp hành pháp luật",
    "Ứng dụng công nghệ thông tin",
    "Tác động lâu dài",
)


def add(apps, schema_editor):
    outline = apps.get_model("reports", "Outline").objects.create(name=OUTLINE, from_year=2024)
    outline_section = apps.get_model("reports", "OutlineSection")
    outline_section.objects.bulk_create(
        outline_section(
            outline=outline,
            position=position,
            depth=depth,
            heading=heading,
            guidance=guidance,
            starting_text=text,
        )
        for position, (depth, heading, guidance, text) in enumerate(SECTIONS, start=1)
    )
    criteria_set = apps.get_model("reports", "CriteriaSet").objects.create(
        name=CRITERIA_SET, legal_basis=LEGAL_BASIS, from_year=2024
    )
    criterion = apps.get_model("reports", "Criterion")
    criterion.objects.bulk_create(
        criterion(criteria_set=criteria_set, position=position, name=name)
        for position, name in enumerate(CRITERIA, start=1)
    )


def remove(apps, schema_editor):
    apps.get_model("reports", "Outline").objects.filter(name=OUTLINE).delete()
    apps.get_model("reports", "CriteriaSet").objects.filter(name=CRITERIA_SET).delete()


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_first_tables")]

    operations = [migrations.RunPython(add, remove)]
