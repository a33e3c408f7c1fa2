"""The outline of the report that a Justice Department makes of the reports it accepted, so that it can begin at once."""

from django.db import migrations

OUTLINE = "Đề cương báo cáo của tỉnh (từ 2024)"
FIGURES = (
    "Trên địa bàn đã tổ chức [[số cuộc]] cuộc PBGDPL trực tiếp, trực tuyến với "
    "[[số lượt người]] lượt người tham dự, trong đó trực tuyến [[số cuộc trực tuyến]] cuộc, "
    "[[số người trực tuyến]] lượt người; tổ chức [[số cuộc thi]] cuộc thi tìm hiểu pháp luật với "
    "[[số người dự thi]] lượt người dự thi; phát hành, đăng tải [[số tài liệu]] tài liệu, in [[số bản in]] bản. "
    "Số liệu của từng đơn vị ở Phụ lục I kèm theo.\n\n"
    "Thay đổi so với cùng kỳ năm trước:\n\n[[so với năm trước]]"
)
ELSEWHERE = (
    "Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội đã tổ chức "
    "[[số cuộc: mặt trận, đoàn thể]] cuộc với [[số lượt người: mặt trận, đoàn thể]] lượt người tham dự; "
    "doanh nghiệp nhà nước đã tổ chức "
    "[[số cuộc: doanh nghiệp nhà nước]] cuộc với [[số lượt người: doanh nghiệp nhà nước]] lượt người tham dự."
)
BEFORE_ADOPTION = (
    "Đã truyền thông [[số chính sách đã truyền thông]] trong tổng số [[số chính sách phải truyền thông]] chính sách, "
    "[[số dự thảo đã truyền thông]] trong tổng số [[số dự thảo phải truyền thông]] dự thảo văn bản quy phạm pháp luật "
    "phải truyền thông."
)
SPEAKERS = (
    "Có [[cột 3]] báo cáo viên pháp luật cấp tỉnh, trong đó [[cột 4]] người thực hiện phổ biến pháp luật "
    "trong kỳ; có [[cột 1]] tuyên truyền viên pháp luật cấp xã, trong đó [[cột 2]] người thực hiện phổ biến pháp luật "
    "trong kỳ."
)
FUNDS = (
    "Kinh phí dành cho công tác PBGDPL là [[kinh phí]], gồm ngân sách nhà nước phân bổ thường xuyên [[cột 19]], "
    "ngân sách nhà nước cấp theo chương trình, đề án [[cột 20]] và nguồn hỗ trợ khác [[cột 21]]."
)
# Depth, heading, what to write, the text to start from, words of the headings of the bodies' sections to collect from.
SECTIONS = (
    (1, "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "", "", ()),
    (
        2,
        "Văn bản chỉ đạo, hướng dẫn",
        "Văn bản của tỉnh và của Sở Tư pháp viết trước; danh mục lấy từ các báo cáo đã tiếp nhận.",
        "Các cơ quan, đơn vị đã ban hành các văn bản sau để triển khai công tác PBGDPL:\n\n"
        "[[văn bản của các đơn vị]]",
        ("xây dựng văn bản", "ban hành văn bản", "văn bản chỉ đạo", "chỉ đạo, điều hành"),
    ),
    (
        2,
        "Hoạt động của Hội đồng phối hợp PBGDPL",
        "Kiện toàn Hội đồng, các phiên họp, phân công thành viên, việc kiểm tra và kết quả.",
        "",
        ("hội đồng phối hợp",),
    ),
    (
        2,
        "Kế hoạch và việc báo cáo của các cơ quan, đơn vị",
        "Bao nhiêu đơn vị có kế hoạch, đã báo cáo, chưa báo cáo và vì sao; danh sách ở Phụ lục II, Phụ lục III.",
        "Các đơn vị đã báo cáo nêu ở Phụ lục II, các đơn vị chưa báo cáo nêu ở Phụ lục III kèm theo.",
        ("xây dựng kế hoạch", "ban hành kế hoạch"),
    ),
    (1, "KẾT QUẢ CÔNG TÁC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT", "", "", ()),
    (
        2,
        "Số liệu chung, so với cùng kỳ năm trước",
        "Các số lấy từ biểu cộng của những báo cáo đã tiếp nhận. Nêu lý do của những thay đổi lớn.",
        FIGURES,
        ("kết quả chung", "số liệu chung"),
    ),
    (
        2,
        "Tại cơ quan chuyên môn thuộc UBND cấp tỉnh",
        "Kết quả nổi bật, chọn từ lời của các sở, ban, ngành.",
        "Các cơ quan chuyên môn đã tổ chức [[số cuộc: cơ quan chuyên môn]] cuộc với "
        "[[số lượt người: cơ quan chuyên môn]] lượt người tham dự.",
        (
            "kết quả triển khai thực hiện",
            "thực hiện nhiệm vụ",
            "triển khai chương trình",
            "nhiệm vụ chuyên môn",
        ),
    ),
    (
        2,
        "Tại Ủy ban Mặt trận Tổ quốc Việt Nam, tổ chức chính trị - xã hội và doanh nghiệp nhà nước",
        "Phổ biến cho đoàn viên, hội viên, người lao động; bỏ phần không phát sinh.",
        ELSEWHERE,
        ("đoàn viên", "hội viên", "người lao động"),
    ),
    (
        2,
        "Tại xã, phường, đặc khu",
        "Hình thức phổ biến đến người dân, những nơi làm tốt, những nơi còn ít hoạt động.",
        "Các xã, phường, đặc khu đã tổ chức [[số cuộc: xã, phường, đặc khu]] cuộc với "
        "[[số lượt người: xã, phường, đặc khu]] lượt người tham dự.",
        ("trên địa bàn xã", "trên địa bàn phường", "thôn, tổ dân phố"),
    ),
    (
        2,
        "Truyền thông chính sách, dự thảo văn bản quy phạm pháp luật",
        "Những chính sách, dự thảo được người dân quan tâm; nội dung chưa truyền thông và vì sao.",
        BEFORE_ADOPTION,
        ("truyền thông chính sách", "truyền thông dự thảo", "dự thảo văn bản"),
    ),
    (
        2,
        "Ngày Pháp luật, đối tượng đặc thù, chuyển đổi số",
        "Hưởng ứng Ngày Pháp luật; phổ biến cho đối tượng đặc thù; cổng thông tin, mạng xã hội, dữ liệu dùng chung.",
        "Có [[số tài liệu đã đăng tải]] tài liệu PBGDPL được đăng tải trên cổng, trang thông tin điện tử.",
        ("ngày pháp luật", "đặc thù", "chuyển đổi số", "công nghệ thông tin"),
    ),
    (
        2,
        "Báo cáo viên, tuyên truyền viên pháp luật",
        "Kiện toàn đội ngũ, bồi dưỡng. Kỳ 6 tháng biểu không có những số này: viết bằng lời.",
        SPEAKERS,
        ("báo cáo viên", "tuyên truyền viên"),
    ),
    (2, "Kinh phí", "Mức bảo đảm so với nhu cầu, nguồn xã hội hóa.", FUNDS, ("kinh phí",)),
    (
        2,
        "Mô hình, cách làm hiệu quả",
        "Chọn những mô hình nên nhân rộng; danh mục lấy từ các báo cáo đã tiếp nhận.",
        "Các đơn vị nêu những mô hình, cách làm sau:\n\n[[mô hình của các đơn vị]]",
        ("mô hình", "cách làm"),
    ),
    (
        2,
        "Hòa giải ở cơ sở",
        "Số tổ, số hòa giải viên, số vụ việc tiếp nhận và hòa giải thành theo báo cáo riêng của ngành.",
        "",
        ("hòa giải",),
    ),
    (
        2,
        "Xây dựng xã, phường, đặc khu đạt chuẩn tiếp cận pháp luật",
        "Số xã, phường, đặc khu đạt, chưa đạt và lý do; quyết định công nhận.",
        "",
        ("chuẩn tiếp cận pháp luật",),
    ),
    (
        2,
        "Kết quả đánh giá công tác PBGDPL của các cơ quan, đơn vị",
        "Bảng lấy từ phần tự đánh giá trong các báo cáo đã tiếp nhận; nêu nhận xét của Sở Tư pháp.",
        "[[kết quả tiêu chí các đơn vị]]",
        ("tiêu chí",),
    ),
    (1, "NHẬN XÉT, ĐÁNH GIÁ", "", "", ()),
    (
        2,
        "Kết quả đạt được",
        "Nhận xét theo từng nhóm đơn vị, so với kế hoạch và cùng kỳ.",
        "",
        ("đánh giá chung", "kết quả đạt được", "kết quả nổi bật", "ưu điểm"),
    ),
    (
        2,
        "Tồn tại, hạn chế",
        "Gộp các hạn chế giống nhau, nêu ở những đơn vị nào.",
        "",
        ("tồn tại", "hạn chế"),
    ),
    (2, "Nguyên nhân", "Nguyên nhân chủ quan và khách quan.", "", ("nguyên nhân",)),
    (
        1,
        "NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI",
        "Báo cáo năm nêu nhiệm vụ của năm sau; báo cáo 6 tháng nêu nhiệm vụ của 6 tháng cuối năm.",
        "",
        ("phương hướng", "nhiệm vụ trọng tâm", "nhiệm vụ năm"),
    ),
    (
        1,
        "ĐỀ XUẤT, KIẾN NGHỊ",
        "Kiến nghị của Sở Tư pháp với UBND tỉnh, Bộ Tư pháp; sau đó là kiến nghị của các đơn vị.",
        "Các cơ quan, đơn vị kiến nghị:\n\n[[kiến nghị của các đơn vị]]",
        ("kiến nghị", "đề xuất"),
    ),
)


def add(apps, schema_editor):
    outline = apps.get_model("reports", "Outline").objects.create(
        name=OUTLINE, from_year=2024, for_province=True
    )
    section = apps.get_model("reports", "OutlineSection")
    section.objects.bulk_create(
        section(
            outline=outline,
            position=position,
            depth=depth,
            heading=heading,
            guidance=guidance,
            starting_text=text,
            collects="\n".join(words),
        )
        for position, (depth, heading, guidance, text, words) in enumerate(SECTIONS, start=1)
    )


def remove(apps, schema_editor):
    outlines = apps.get_model("reports", "Outline").objects
    outlines.filter(organisation=None, name=OUTLINE, for_province=True).delete()


class Migration(migrations.Migration):
    dependencies = [("reports", "0030_province_reports")]

    operations = [migrations.RunPython(add, remove)]
