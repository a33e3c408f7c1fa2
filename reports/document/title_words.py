"""The Vietnamese words by which `line_ends` knows where a line of a title may end.

"_" joins the syllables of a word.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in text.split())


# Words that begin a part of a title.
LINKS = _words(
    """
    bằng cho của do đến để giai giữa gửi năm ngày nhằm qua quý tại theo thuộc trên trong từ và về với
    """
)
PERIODS = _words("năm ngày quý")
# Words after which a line does not end, because they need the next one.
LEADING = LINKS | _words(
    """
    bộ các cấp cả chỉ chưa còn cuối cùng đang đầu đã đối được hết không khu là lần lĩnh mỗi mọi một ngành người
    những nước ở sẽ số sự thành thứ tính toàn tổ trường ước việc vực
    """
)
# Words that a number follows: "năm 2025", "Điều 5", "Đề án 06".
NUMBERED = _words(
    """
    án cấp chương điều đoạn đợt hạng khoản khóa khu kỳ lần loại mục năm ngày nghị phần phường quận quyết quý số
    tháng thứ tổ
    """
)
NUMBER = re.compile(r"(?>[\W\d_]*\d)\S*|[IVX]+\W*")
UNITS = _words("năm ngày tháng")
# The first words of the names of bodies and places, which follow without a link.
BODIES = _words(
    """
    ban bộ chi_cục công_an cục đoàn hội hội_đồng liên_đoàn phòng sở thanh_tra tòa_án tổng_cục trung_tâm ubnd
    ủy_ban văn_phòng viện vụ
    """
)
PLACES = _words("đặc_khu huyện phường quận thành_phố thị_trấn thị_xã tỉnh tp xã")
# Words that begin a phrase though nothing links them.
BEGINNINGS = _words(
    """
    ban_hành các đánh_giá hưởng_ứng khu nhiệm_vụ những nước phê_duyệt phổ_biến phương_hướng phục_vụ thực_hiện
    tổ_chức triển_khai trợ_giúp
    """
)
# Verbs that need what follows.
VERBS = _words(
    """
    ban_hành bảo_vệ hưởng_ứng phê_duyệt phối_hợp quản_lý thực_hiện tổ_chức triển_khai xây_dựng
    """
)
# More than a word, in which not even a comma ends a line.
PHRASES = re.compile(
    r"(?<!\S)(?:"
    + "|".join(
        (
            "phổ biến, giáo dục pháp luật",
            "phổ biến giáo dục pháp luật",
            "phương hướng, nhiệm vụ",
            "tình hình, kết quả",
            "phòng, chống",
            "trợ giúp pháp lý",
            "hòa giải ở cơ sở",
            "ủy ban nhân dân",
            "hội đồng nhân dân",
            "trên địa bàn",
            "cộng hòa xã hội chủ nghĩa việt nam",
            "nhà nước pháp quyền xã hội chủ nghĩa việt nam",
            "chuyển đổi số",
            "6 tháng đầu năm",
            "6 tháng cuối năm",
        )
    )
    + r")(?![^\W_])"
)
# Nouns of one syllable in rows: "xã, phường", "các phòng, đơn vị".
SHORT = _words("ấp ban bản đảng huyện phòng phường quận sở thôn tổ xã")
# Words of two syllables, which look like two words.
WORDS = _words(
    """
    an_ninh an_toàn ban_hành báo_cáo báo_chí bất_động bảo_đảm bảo_vệ bạo_lực biên_bản biên_giới biên_soạn
    bình_đẳng bồi_dưỡng bưu_chính cá_nhân cán_bộ cáo_viên căn_cước cải_cách chấp_hành chất_lượng chăm_sóc
    chế_xuất chi_cục chính_phủ chính_quyền chính_sách chỉ_đạo chỉ_số chỉ_thị chuyên_đề chuyển_đổi chủ_nghĩa
    chủ_trương chương_trình chứng_thực công_an công_bố công_chức công_chứng công_nghệ công_nghiệp công_tác
    công_thương cơ_quan cơ_sở cộng_hòa cuộc_thi danh_mục danh_sách dân_chủ dân_cư dân_sự dân_tộc dân_vận dịch_vụ
    doanh_nghiệp du_lịch dự_toán đào_tạo đánh_giá đầu_tư đất_đai đăng_ký đạo_đức đề_án đề_nghị đề_tài điều_hành
    điện_tử định_hướng định_kỳ đoàn_thể đô_thị đồng_bào đổi_mới đơn_vị động_sản đường_bộ gia_đình giai_đoạn
    giao_dịch giao_thông giám_sát giáo_dục giáo_viên giải_pháp hành_chính hải_đảo hải_quan hiệu_quả hình_ảnh
    hoạt_động hòa_giải hỗ_trợ hợp_tác học_sinh hội_đồng hội_nghị hội_thảo hướng_dẫn hưởng_ứng hữu_trí kế_hoạch
    kết_quả khen_thưởng khiếu_nại khoa_học khu_vực kiến_trúc kiểm_lâm kiểm_sát kiểm_tra kinh_doanh kinh_nghiệm
    kinh_phí kinh_tế kỹ_năng kỹ_thuật lao_động lâm_nghiệp lãng_phí lĩnh_vực ma_túy mặt_trận miền_núi mô_hình
    môi_trường mục_tiêu nâng_cao năng_lực ngân_hàng nghề_nghiệp nghiệp_vụ nghị_định nghị_quyết ngoại_vụ ngôn_ngữ
    nguồn_lực nhà_nước nhà_ở nhà_trường nhân_dân nhân_lực nhân_sự nhiệm_vụ nông_dân nông_nghiệp nông_sản
    nông_thôn nội_dung nội_vụ pháp_chế pháp_luật pháp_lý phát_hành phát_triển phân_công phê_duyệt phong_trào
    phối_hợp phổ_biến phúc_lợi phương_hướng phụ_nữ quản_lý quản_trị quốc_gia quốc_hội quốc_phòng quy_chế
    quy_định quy_hoạch quyền_lợi quyết_định rà_soát sáng_tạo sản_xuất sinh_viên sơ_kết sở_hữu sự_nghiệp
    tài_chính tài_liệu tài_nguyên tập_huấn tập_thể tham_nhũng thanh_niên thanh_tra tháo_gỡ thẩm_định thẩm_quyền
    theo_dõi thể_chế thể_thao thi_hành thiểu_số thí_điểm thị_trường thông_báo thông_tin thông_tư thống_kê
    thu_hút thủ_tướng thủ_tục thủy_sản thương_binh thường_xuyên thực_hiện thực_trạng thực_vật tiêu_chí
    tiêu_chuẩn tiêu_cực tiếp_cận tình_hình tín_dụng tòa_án tôn_giáo tố_cáo tổ_chức tổ_quốc tổng_hợp tổng_kết
    tọa_đàm tội_phạm tranh_chấp trách_nhiệm trẻ_em triển_khai trí_tuệ trồng_trọt trợ_giúp trọng_tâm trung_tâm
    trung_ương truyền_thông truyền_viên trực_tuyến tuần_lễ tuyên_truyền tủ_sách tư_pháp tư_vấn ủy_ban văn_bản
    văn_hóa văn_phòng vận_động vận_tải vi_phạm viên_chức viễn_thông việt_nam vùng_cao xây_dựng xã_hội xử_lý
    xử_phạt y_tế yêu_cầu ý_thức
    """
)
