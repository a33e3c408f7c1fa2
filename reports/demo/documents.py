"""The plans, directives and policies of the demo department in 2024."""

from datetime import date

from plans.kinds import DocumentKind, PolicyKind

PLAN, DECISION, LETTER = DocumentKind.PLAN, DocumentKind.DECISION, DocumentKind.OFFICIAL_LETTER

PLANS = (
    (PLAN, "3049/KH-SKHCN", date(2023, 12, 21), "về công tác thi đua, khen thưởng năm 2024"),
    (
        PLAN,
        "3122/KH-SKHCN",
        date(2023, 12, 28),
        "về kiểm tra hàng hóa trước, trong và sau Tết Nguyên đán Giáp Thìn",
    ),
    (PLAN, "3123/KH-SKHCN", date(2023, 12, 28), "về kiểm tra, rà soát văn bản quy phạm pháp luật năm 2024"),
    (
        PLAN,
        "3126/KH-SKHCN",
        date(2023, 12, 28),
        "về thực hiện Chiến lược quốc gia phòng, chống tham nhũng, tiêu cực đến năm 2030",
    ),
    (
        PLAN,
        "131/KH-SKHCN",
        date(2024, 1, 16),
        "về công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024",
    ),
    (
        PLAN,
        "139/KH-SKHCN",
        date(2024, 1, 16),
        "về phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật năm 2024",
    ),
    (PLAN, "197/KH-SKHCN", date(2024, 1, 26), "về công tác theo dõi thi hành pháp luật năm 2024"),
    (PLAN, "203/KH-SKHCN", date(2024, 1, 26), "về kiểm soát thủ tục hành chính năm 2024"),
    (
        PLAN,
        "237/KH-SKHCN",
        date(2024, 1, 31),
        "về kiểm tra việc thực hiện pháp luật thi đua, khen thưởng năm 2024",
    ),
    (
        PLAN,
        "238/KH-SKHCN",
        date(2024, 1, 31),
        "về tuyên truyền nhiệm vụ chính trị, phát triển kinh tế - xã hội năm 2024",
    ),
    (PLAN, "268/KH-SKHCN", date(2024, 2, 5), "về cải cách thủ tục hành chính trọng tâm năm 2024"),
    (PLAN, "269/KH-SKHCN", date(2024, 2, 5), "về kiểm tra hoạt động kiểm soát thủ tục hành chính năm 2024"),
    (PLAN, "272/KH-SKHCN", date(2024, 2, 5), "về công tác phòng, chống tham nhũng, tiêu cực năm 2024"),
    (PLAN, "309/KH-SKHCN", date(2024, 2, 16), "về hoạt động thông tin đối ngoại năm 2024"),
    (PLAN, "315/KH-SKHCN", date(2024, 2, 19), "về công tác văn thư, lưu trữ năm 2024"),
    (
        PLAN,
        "318/KH-SKHCN",
        date(2024, 2, 19),
        "về thông tin, tuyên truyền cải cách hành chính nhà nước năm 2024",
    ),
    (
        DECISION,
        "155/QĐ-SKHCN",
        date(2024, 2, 20),
        "ban hành Chương trình thực hành tiết kiệm, chống lãng phí năm 2024",
    ),
    (
        PLAN,
        "420/KH-SKHCN",
        date(2024, 2, 29),
        "về thanh tra trách nhiệm thực hiện công vụ của công chức, viên chức",
    ),
    (LETTER, "498/SKHCN-VP", date(2024, 3, 12), "về việc tuyên truyền, tập huấn sử dụng ứng dụng VNeID"),
    (
        LETTER,
        "1116/SKHCN-TTra",
        date(2024, 5, 22),
        "về việc tuyên truyền, thực hiện Nghị định số 46/2024/NĐ-CP ngày 04/5/2024 của Chính phủ",
    ),
    (PLAN, "1556/KH-SKHCN", date(2024, 7, 8), "về triển khai thi hành Luật Căn cước"),
    (
        DECISION,
        "855/QĐ-SKHCN",
        date(2024, 8, 30),
        "ban hành Quy chế hoạt động của Hội đồng Thi đua - Khen thưởng",
    ),
    (PLAN, "2140/KH-SKHCN", date(2024, 9, 17), "về xây dựng văn bản để tổ chức thi hành Luật Thủ đô"),
    (LETTER, "2163/SKHCN-TTra", date(2024, 9, 19), "về việc tuyên truyền, triển khai thi hành Luật Thủ đô"),
    (
        PLAN,
        "2170/KH-SKHCN",
        date(2024, 9, 20),
        "về tập huấn mở rộng, thu hẹp hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
    ),
    (PLAN, "2235/KH-SKHCN", date(2024, 9, 25), "về phong trào thi đua triển khai thi hành Luật Thủ đô"),
    (
        LETTER,
        "2357/SKHCN-VP",
        date(2024, 10, 8),
        "về việc thực hiện công tác phòng cháy, chữa cháy tại cơ quan",
    ),
    (
        LETTER,
        "2465/SKHCN-VP",
        date(2024, 10, 18),
        "về việc thi hành Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
    ),
    (
        LETTER,
        "2509/SKHCN-TTra",
        date(2024, 10, 23),
        "về việc tuyên truyền, thực hiện Thông tư số 06/2024/TT-BKHCN của Bộ Khoa học và Công nghệ",
    ),
    (
        LETTER,
        "2578/SKHCN-VP",
        date(2024, 10, 29),
        "về việc thực hiện Quyết định số 1043/QĐ-TTg ngày 25/9/2024 của Thủ tướng Chính phủ",
    ),
    (PLAN, "2606/KH-SKHCN", date(2024, 10, 30), "về hưởng ứng Ngày Pháp luật Việt Nam năm 2024"),
    (
        LETTER,
        "2661/SKHCN-VP",
        date(2024, 11, 5),
        "về việc tổ chức hưởng ứng Ngày Pháp luật Việt Nam năm 2024",
    ),
)

CITY = "UBND thành phố Hà Nội"
DIRECTIVES = (
    (
        "325/KH-UBND",
        date(2023, 12, 29),
        "về phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật năm 2024",
    ),
    ("41/KH-UBND", None, "về truyền thông dự thảo Luật Thủ đô (sửa đổi)"),
    ("63/KH-UBND", None, "về tăng cường năng lực tiếp cận pháp luật của người dân"),
    ("228/KH-UBND", None, "về truyền thông chính sách có tác động lớn đến xã hội"),
    ("254/KH-UBND", None, "về tuyên truyền, tập huấn Luật Thủ đô"),
    ("291/KH-UBND", date(2024, 10, 8), "về hưởng ứng Ngày Pháp luật Việt Nam năm 2024"),
)

# The plans that carry out each directive; the other directives have none yet.
CARRIED_OUT_BY_PLANS = {
    "325/KH-UBND": ("139/KH-SKHCN", "238/KH-SKHCN"),
    "254/KH-UBND": ("2140/KH-SKHCN", "2163/SKHCN-TTra", "2235/KH-SKHCN"),
    "291/KH-UBND": ("2606/KH-SKHCN", "2661/SKHCN-VP"),
}
# The events that carry out each plan, by the places of their lines in `events.EVENTS`.
CARRIED_OUT_BY_EVENTS = {"139/KH-SKHCN": (0, 3, 6), "238/KH-SKHCN": (1,)}

OWN = "Sở Khoa học và Công nghệ"
# What had to be communicated, by whom it is made, by when, and the places of the events that communicated it.
POLICIES = (
    (PolicyKind.DRAFT, "Dự thảo Luật Thủ đô (sửa đổi)", "Bộ Tư pháp", date(2024, 5, 31), (0,)),
    (
        PolicyKind.POLICY,
        "Chính sách hỗ trợ doanh nghiệp đổi mới sáng tạo",
        OWN,
        date(2024, 6, 30),
        (0, 2),
    ),
    (
        PolicyKind.DRAFT,
        "Dự thảo Nghị quyết quy định cơ chế thử nghiệm có kiểm soát giải pháp công nghệ mới",
        OWN,
        date(2024, 9, 30),
        (2,),
    ),
    (
        PolicyKind.DRAFT,
        "Dự thảo Quyết định ban hành Quy định quản lý nhiệm vụ khoa học và công nghệ cấp Thành phố",
        OWN,
        None,
        (),
    ),
)

# The plans of the department with little data.
FINANCE_PLANS = (
    (PLAN, "212/KH-STC", date(2024, 1, 22), "về phổ biến, giáo dục pháp luật ngành tài chính năm 2024"),
    (LETTER, "1480/STC-VP", date(2024, 4, 9), "về việc phổ biến Luật Giá và văn bản hướng dẫn thi hành"),
)
