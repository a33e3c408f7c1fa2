"""The texts of the demo report, one for each section of the outline, as an officer would type them."""

SUBJECT = "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024 và nhiệm vụ trọng tâm công tác năm 2025"

OPENING = """\
Thực hiện Thông tư số 03/2019/TT-BTP ngày 20/3/2019 của Bộ Tư pháp và Kế hoạch số 325/KH-UBND ngày 29/12/2023 của \
UBND thành phố Hà Nội, Sở Khoa học và Công nghệ báo cáo kết quả công tác phổ biến, giáo dục pháp luật (PBGDPL) năm \
2024 như sau:"""

BODIES = (
    "",
    """\
Ngay từ cuối năm 2023, Sở đã rà soát nhiệm vụ được giao, xác định nội dung pháp luật cần ưu tiên phổ biến trong lĩnh \
vực khoa học, công nghệ và đổi mới sáng tạo, phân công rõ phòng chủ trì, thời hạn hoàn thành và kinh phí thực hiện.

Kế hoạch PBGDPL của Sở được lồng ghép với kế hoạch cải cách hành chính, theo dõi thi hành pháp luật và phòng, chống \
tham nhũng để các phòng, đơn vị cùng thực hiện, tránh trùng lặp. Trong kỳ, Sở đã ban hành các văn bản sau:

[[văn bản đã ban hành]]""",
    """\
Trên cơ sở các kế hoạch đã ban hành, Sở tổ chức thực hiện thống nhất từ Ban Giám đốc đến từng phòng, đơn vị; kết quả \
cụ thể như sau:""",
    """\
Mỗi phòng chuyên môn cử một công chức làm đầu mối pháp luật, cập nhật văn bản mới vào ngày làm việc đầu tháng và \
giới thiệu trong buổi giao ban. Nội dung phổ biến gắn với thủ tục hành chính, hoạt động thanh tra và cấp phép mà \
phòng đang thực hiện, nhờ đó người giải quyết hồ sơ nắm được quy định ngay khi có hiệu lực.

Công chức, viên chức và người lao động của Sở tham gia đầy đủ các cuộc thi tìm hiểu pháp luật do Trung ương và \
Thành phố phát động.""",
    """\
Sở tham gia ý kiến và truyền thông dự thảo Luật Thủ đô (sửa đổi), sau đó tổ chức tập huấn khi Luật được thông qua. \
Các hội nghị, hội thảo, lớp tập huấn tiêu biểu trong năm gồm:

[[hoạt động]]""",
    """\
Sở thực hiện đúng tiến độ các văn bản chỉ đạo sau của Thành phố:

[[văn bản chỉ đạo]]

Hưởng ứng Ngày Pháp luật Việt Nam (9/11), Sở treo băng rôn tại trụ sở, đăng bài trên trang thông tin điện tử và tổ \
chức sinh hoạt chuyên đề tại tất cả các phòng, đơn vị.""",
    """\
a) Phổ biến pháp luật qua hoạt động chuyên môn: trong các đợt thanh tra, kiểm tra và tiếp nhận hồ sơ, công chức của \
Sở trực tiếp hướng dẫn 186 tổ chức, doanh nghiệp về quy định có liên quan, kèm tài liệu ngắn gọn theo từng nhóm hồ sơ.
b) Ứng dụng công nghệ thông tin: bài giảng điện tử, hỏi đáp pháp luật và văn bản mới được đăng trên trang thông tin \
điện tử của Sở, có mã QR tại bộ phận một cửa để tra cứu trên điện thoại.
c) Thi tìm hiểu pháp luật: vận động công chức, viên chức và đoàn viên thanh niên dự thi, lấy kết quả dự thi làm một \
căn cứ xét thi đua của đơn vị.
d) Phối hợp liên ngành: cùng Sở Tư pháp, các trường đại học và hiệp hội doanh nghiệp chọn nội dung, báo cáo viên phù \
hợp với từng đối tượng.""",
    """\
Sở tự đánh giá theo Bộ tiêu chí ban hành kèm theo Thông tư số 03/2018/TT-BTP ngày 10/3/2018 của Bộ Tư pháp; kết quả \
theo từng nhóm như sau:

[[tiêu chí]]""",
    "",
    """\
Công tác PBGDPL năm 2024 của Sở được triển khai đúng kế hoạch, có trọng tâm và gắn với nhiệm vụ chuyên môn. Hình \
thức phổ biến đa dạng hơn, tài liệu điện tử dần thay thế tài liệu giấy, thời gian đưa quy định mới đến người thực \
hiện được rút ngắn.

Sự phối hợp giữa các phòng, đơn vị và với các sở, ngành chặt chẽ hơn so với năm trước.""",
    """\
- Người làm công tác pháp chế đều kiêm nhiệm nên thời gian dành cho PBGDPL còn ít, nhất là vào các tháng cuối năm.
- Số liệu về người được phổ biến qua mạng chưa được thống kê đầy đủ, khó so sánh giữa các hình thức.
- Tài liệu dành cho doanh nghiệp nhỏ và nhà sáng chế không chuyên chưa nhiều.""",
    """\
- Sở chưa có biên chế chuyên trách về pháp chế; công chức đầu mối thường thay đổi theo vị trí việc làm.
- Văn bản mới trong lĩnh vực khoa học và công nghệ có nội dung kỹ thuật phức tạp, cần thời gian biên soạn lại.""",
    """\
- Đề nghị Sở Tư pháp tổ chức tập huấn kỹ năng biên soạn tài liệu PBGDPL điện tử cho công chức pháp chế các sở, ngành.
- Đề nghị UBND Thành phố bố trí kinh phí riêng cho truyền thông chính sách trên nền tảng số.
- Đề nghị Hội đồng phối hợp PBGDPL Thành phố dùng chung kho bài giảng, tình huống pháp luật cho các đơn vị.""",
    """\
Trong những tháng cuối năm 2024, Sở hoàn thành các nội dung còn lại của Kế hoạch số 139/KH-SKHCN ngày 16/01/2024. \
Năm 2025, Sở tập trung vào các nhiệm vụ sau:

- Ban hành kế hoạch PBGDPL năm 2025 trong tháng 01/2025, phân công cụ thể đến từng phòng, đơn vị.
- Phổ biến Luật Thủ đô và các luật mới có liên quan đến khoa học, công nghệ và đổi mới sáng tạo.
- Mở chuyên mục hỏi đáp pháp luật hằng tháng dành cho doanh nghiệp khoa học và công nghệ.
- Số hóa toàn bộ tài liệu PBGDPL đã biên soạn và chia sẻ trên Cổng Thông tin điện tử Thành phố.
- Tập huấn kỹ năng cho công chức đầu mối pháp luật ít nhất hai lần trong năm.
- Gắn kết quả PBGDPL với đánh giá, xếp loại thi đua của phòng, đơn vị.""",
)

ASSESSMENTS = (
    "Hoàn thành nhiệm vụ trong kế hoạch năm; số văn bản triển khai, số hội nghị, lớp tập huấn đều vượt dự kiến.",
    "Nội dung phổ biến được chọn theo nhu cầu từng đối tượng; người dự phản hồi tài liệu dễ hiểu, áp dụng được ngay.",
    "Không có công chức, viên chức vi phạm pháp luật bị xử lý; hồ sơ giải quyết trước hạn tăng so với năm trước.",
    "Tài liệu và bài giảng được đưa lên trang thông tin điện tử; việc đăng ký dự tập huấn thực hiện trực tuyến.",
    "Thói quen tra cứu quy định trước khi giải quyết công việc được hình thành trong các phòng, đơn vị.",
)

CLOSING = """\
Trên đây là báo cáo kết quả công tác phổ biến, giáo dục pháp luật năm 2024 và nhiệm vụ trọng tâm công tác năm 2025 \
của Sở Khoa học và Công nghệ, kính gửi Sở Tư pháp tổng hợp./."""
