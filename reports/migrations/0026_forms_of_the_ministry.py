"""The statistical forms on PBGDPL: those of Circular 17/2025/TT-BTP, and what is known of the departments' one of 2019.

Codes are those of form 04c everywhere, so that figures add up by code. What was not seen word for word is doubtful.
"""

from django.db import migrations

NOW = "Thông tư số 17/2025/TT-BTP ngày 24/10/2025 của Bộ Tư pháp"
BEFORE = "Thông tư số 03/2019/TT-BTP ngày 20/3/2019 của Bộ Tư pháp"

COMMUNAL, PROVINCIAL = "Số tuyên truyền viên pháp luật cấp xã", "Số báo cáo viên pháp luật cấp tỉnh"
DIRECT, CONTESTS = "PBGDPL trực tiếp, trực tuyến", "Thi tìm hiểu pháp luật"
ONLINE = f"{DIRECT} > Trong đó trực tuyến"
ORIGINALS = "Tài liệu PBGDPL được phát hành hoặc đăng tải > Số tài liệu gốc"
FUNDS = "Kinh phí dành cho công tác PBGDPL"
ACTIVE = "Trong đó: số người thực hiện phổ biến pháp luật"

HELD = ["conference", "seminar", "round_table", "training", "law_day", "guidance"]
SAME_NUMBER = (
    "#13 / #11 != 1 | nhắc | Số tài liệu được nhân bản bằng đúng số tài liệu gốc: xem lại số bản đã nhân bản."
)
DOUBTFUL, STOCK = {"is_doubtful": True}, {"is_stock": True}
ONLY_ONLINE = {"modes": ["online"]}


def counted(count, *kinds, **more):
    return {"count": count, "kinds": list(kinds), **more}


# Code, headings above, label, unit, and what else is not as usual.
COLUMNS = (
    ("1", COMMUNAL, "Tổng số", "người", STOCK),
    ("2", COMMUNAL, ACTIVE, "người", STOCK | {"part_of": "1"}),
    ("3", PROVINCIAL, "Tổng số", "người", STOCK),
    ("4", PROVINCIAL, ACTIVE, "người", STOCK | {"part_of": "3"}),
    ("5", DIRECT, "Số cuộc", "cuộc", counted("sessions", *HELD)),
    ("6", DIRECT, "Số lượt người tham dự", "lượt người", counted("people", *HELD)),
    ("7", ONLINE, "Số cuộc", "cuộc", counted("sessions", *HELD, part_of="5") | ONLY_ONLINE),
    (
        "8",
        ONLINE,
        "Số lượt người tham dự",
        "lượt người",
        counted("people", *HELD, part_of="6") | ONLY_ONLINE,
    ),
    ("9", CONTESTS, "Số cuộc thi", "cuộc", counted("contests", "contest")),
    ("10", CONTESTS, "Số lượt người dự thi", "lượt người", counted("entrants", "contest")),
    ("11", ORIGINALS, "Tổng số", "tài liệu", counted("originals", "publication") | DOUBTFUL),
    (
        "12",
        ORIGINALS,
        "Trong đó được đăng tải trên cổng/trang thông tin điện tử",
        "tài liệu",
        counted("posted", "publication", part_of="11") | DOUBTFUL,
    ),
    (
        "13",
        "",
        "Số tài liệu được nhân bản để phát hành",
        "bản",
        counted("copies", "publication", rules=SAME_NUMBER) | DOUBTFUL,
    ),
    ("14", "", "Số chính sách phải được truyền thông", "chính sách", counted("must", "policy") | DOUBTFUL),
    (
        "15",
        "",
        "Số chính sách đã được truyền thông",
        "chính sách",
        counted("done", "policy", part_of="14") | DOUBTFUL,
    ),
    (
        "16",
        "",
        "Số dự thảo văn bản quy phạm pháp luật phải được truyền thông",
        "dự thảo",
        counted("must", "draft") | DOUBTFUL,
    ),
    (
        "17",
        "",
        "Số dự thảo văn bản quy phạm pháp luật đã được truyền thông",
        "dự thảo",
        counted("done", "draft", part_of="16") | DOUBTFUL,
    ),
    ("18", FUNDS, "Tổng số", "đồng", counted("sum", sum_of="19, 20, 21")),
    ("19", FUNDS, "Ngân sách nhà nước phân bổ thường xuyên", "đồng", {"part_of": "18"} | DOUBTFUL),
    ("20", FUNDS, "Ngân sách nhà nước cấp theo chương trình, đề án", "đồng", {"part_of": "18"} | DOUBTFUL),
    ("21", FUNDS, "Nguồn hỗ trợ khác", "đồng", {"part_of": "18"} | DOUBTFUL),
    ("22", "", "Ghi chú", "", {"is_text": True}),
)
# Of the departments' form of 2019 only these columns are known, and none of them word for word.
COLUMNS_BEFORE = (
    ("3", "Số báo cáo viên pháp luật", "Tổng số", "người", STOCK),
    ("4", "Số báo cáo viên pháp luật", ACTIVE, "người", STOCK | {"part_of": "3"}),
    ("5", "Phổ biến pháp luật trực tiếp", "Số cuộc", "cuộc", counted("sessions", *HELD)),
    ("6", "Phổ biến pháp luật trực tiếp", "Số lượt người tham dự", "lượt người", counted("people", *HELD)),
    ("9", CONTESTS, "Số cuộc thi", "cuộc", counted("contests", "contest")),
    ("10", CONTESTS, "Số lượt người dự thi", "lượt người", counted("entrants", "contest")),
    ("13", "Số tài liệu được phát hành miễn phí", "Tổng số", "bản", counted("copies", "publication")),
    (
        "12",
        "Số tài liệu được phát hành miễn phí",
        "Được đăng tải trên Internet",
        "tài liệu",
        counted("posted", "publication"),
    ),
    ("18", "", FUNDS, "đồng", counted("by_hand")),
)


def without(columns, *codes, doubtful=()):
    """Return the columns without some, of the others those that a form may not have as doubtful."""
    return tuple(
        (code, above, label, unit, more | DOUBTFUL if code in doubtful else more)
        for code, above, label, unit, more in columns
        if code not in codes
    )


def all_doubtful(columns):
    return without(columns, doubtful={code for code, *_ in columns})


# Form code, name, basis, first year, group and columns. Which columns 04a has is not known; 04b has nineteen beside
# the note, probably these.
FORMS = (
    (
        *("04a/TP/PBGDPL", "Biểu 04a/TP/PBGDPL: xã, phường, đặc khu", NOW, 2026, "commune"),
        all_doubtful(without(COLUMNS, "3", "4")),
    ),
    (
        *(
            "04b/TP/PBGDPL",
            "Biểu 04b/TP/PBGDPL: sở, ban, ngành, Mặt trận và đoàn thể",
            NOW,
            2026,
            "department",
        ),
        without(COLUMNS, "1", "2", doubtful={"3", "4"}),
    ),
    (*("04c/TP/PBGDPL", "Biểu 04c/TP/PBGDPL: tổng hợp toàn tỉnh", NOW, 2026, ""), COLUMNS),
    (
        *("09b/BTP/PBGDPL", "Biểu 09b/BTP/PBGDPL: sở, ban, ngành (trước 2026)", BEFORE, 2019, "department"),
        all_doubtful(COLUMNS_BEFORE),
    ),
)


def add(apps, schema_editor):
    indicator_set = apps.get_model("reports", "IndicatorSet")
    indicator = apps.get_model("reports", "Indicator")
    for form_code, name, basis, year, group, columns in FORMS:
        form = indicator_set.objects.create(
            form_code=form_code, name=name, legal_basis=basis, from_year=year, group=group
        )
        indicator.objects.bulk_create(
            indicator(
                indicator_set=form,
                position=position,
                code=code,
                above=above,
                label=label,
                unit=unit,
                **more,
            )
            for position, (code, above, label, unit, more) in enumerate(columns, start=1)
        )


def remove(apps, schema_editor):
    sets = apps.get_model("reports", "IndicatorSet").objects
    sets.filter(organisation=None, form_code__in=[form_code for form_code, *_ in FORMS]).delete()


class Migration(migrations.Migration):
    dependencies = [("reports", "0025_forms_of_periods")]

    operations = [migrations.RunPython(add, remove)]
