"""What Word, LibreOffice, Google Docs, Excel and pages put on the clipboard as HTML, and the text that it becomes."""

# ruff: noqa: E501 (lines as those programs write them)
WORD_START = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"'
    ' xmlns="http://www.w3.org/TR/REC-html40">\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; '
    'charset=utf-8">\r\n<meta name=ProgId content=Word.Document>\r\n<meta name=Generator content="Microsoft Word 15">'
    "\r\n<style>\r\n<!--\r\n /* Font Definitions */\r\n @font-face {font-family:Wingdings;}\r\n-->\r\n</style>\r\n"
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->\r\n</head>"
    "\r\n<body lang=EN-US style='tab-interval:.5in'>\r\n<!--StartFragment-->\r\n\r\n"
)
WORD_END = "\r\n\r\n<!--EndFragment-->\r\n</body>\r\n\r\n</html>\r\n"


def word(inner):
    return f"{WORD_START}{inner}{WORD_END}"


def item(sign, words, level=1, font="Symbol", place="Middle"):
    """Return a paragraph of a list as Word writes it, with its sign or number to be ignored by others."""
    return (
        f"<p class=MsoListParagraphCxSp{place} style='text-indent:-.25in;mso-list:l0\r\nlevel{level} lfo1'>"
        f"<![if !supportLists]><span style='font-family:{font};mso-fareast-font-family:{font}'>"
        f"<span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\r\n"
        f"</span></span></span><![endif]><span lang=VI>{words}<o:p></o:p></span></p>\r\n\r\n"
    )


def cell(words, **spans):
    attributes = "".join(f" {name}={value}" for name, value in spans.items())
    return (
        f"<td width=150 valign=top{attributes} style='width:112.5pt;border:solid windowtext 1.0pt;\r\n  padding:0in 5.4pt'>"
        + "".join(f"\r\n  <p class=MsoNormal>{one}<o:p></o:p></p>" for one in words.split("¶"))
        + "\r\n  </td>"
    )


def rows(*rows):
    lines = "".join(f"\r\n <tr style='mso-yfti-irow:0'>{''.join(cells)}</tr>" for cells in rows)
    return f"<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>{lines}\r\n</table>"


PARAGRAPHS = word(
    "<p class=MsoNormal style='margin-bottom:6.0pt;text-align:justify'><b><span lang=VI>Năm 2024,</span></b>"
    "<span lang=VI> Sở đã tổ\r\nchức 12 hội nghị<span style='mso-spacerun:yes'>&nbsp; </span>pháp luật.<o:p></o:p>"
    "</span></p>\r\n\r\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\r\n\r\n<p class=MsoNormal>Đoạn hai.<br>\r\n"
    "Dòng ngắt trong đoạn.</p>"
)
LISTS = word(
    "<p class=MsoNormal>Kết quả:</p>"
    + item("·", "Gạch một", place="First")
    + item("o", "Cấp hai", 2, "&quot;Courier New&quot;")
    + item("§", "Cấp ba", 3, "Wingdings")
    + item("-", "Gạch hai", place="Last")
    + item("1.", "Việc một", font="Calibri")
    + item("1.1.", "Việc nhỏ", 2, "Calibri")
    + item("a)", "Điểm một", font="Calibri")
    + item("b)", "Điểm hai", font="Calibri")
    + "<h2 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>II.<span>&nbsp; "
    "</span></span><![endif]>Tiêu đề</h2><p class=MsoNormal>– Gõ tay</p><p class=MsoNormal>+ Cấp hai gõ tay</p>"
)
TABLE = word(
    "<p class=MsoNormal>Bảng:</p>"
    + rows(
        [cell("STT", rowspan=2), cell("Nội dung", rowspan=2), cell("Số người", colspan=2)],
        [cell("Nam"), cell("Nữ")],
        [cell("1"), cell("Luật Đường bộ¶Luật Nhà ở"), cell("1.250"), cell("a|b")],
        [cell("2", colspan=2), cell("<span style='mso-spacerun:yes'>&nbsp;</span>"), cell("7")],
    )
    + "<p class=MsoNormal>Hết.</p>"
)
HIDDEN = word(
    "<p class=MsoNormal>Sở báo cáo<span style='display:none;mso-hide:all'> nội bộ: chưa duyệt</span>."
    '<span class=msoDel><del cite="mailto:An" datetime="2025-01-01T00:00">cũ</del></span>'
    '<ins cite="mailto:An" datetime="2025-01-01T00:00"> Mới.</ins>'
    '<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>'
    "<![if !supportFootnotes]>[1]<![endif]></span></a> Diện tích 5 m<sup>2</sup>"
    "<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor "
    'id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[A1]</a><![endif]><span '
    "style='mso-special-character:comment'>&nbsp;</span></span></span></p>"
    '<p class=MsoNormal><img width=100 height=80 src="file:///C:/Users/An/AppData/clip_image002.jpg"></p>'
    "<p class=MsoNormal><span style='text-transform:uppercase'>in hoa</span></p>"
    "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width=\"33%\">"
    "<![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' "
    'href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]'
    "<![endif]></span></a> Theo Luật Đất đai.</p></div></div>"
    "<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id=\"_com_1\" "
    'class=msocomtxt><p class=MsoCommentText><span>&nbsp;<a href="#_msoanchor_1" class=msocomoff>[A1]</a></span>'
    "Xem lại</p></div></div></div>"
)
OFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">p { line-height: 115% }
</style></head><body lang="vi-VN" link="#000080" dir="ltr"><p style="line-height: 100%; margin-bottom: 0in">
Đoạn một còn lại.<span style="display: none">chữ
ẩn</span><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a><!-- Nhận xét của An --></p>
<p style="line-height: 100%; margin-bottom: 0in">Dòng một<br/>
dòng
hai</p>
<ul>
\t<li><p style="line-height: 100%; margin-bottom: 0in">Gạch một</p>
\t<ul>
\t\t<li><p style="line-height: 100%; margin-bottom: 0in">Cấp hai</p>
\t</ul>
\t<li><p style="line-height: 100%; margin-bottom: 0in">Gạch hai</p>
</ul>
<ol type="a">
\t<li><p style="line-height: 100%; margin-bottom: 0in">Điểm một</p>
\t<li><p style="line-height: 100%; margin-bottom: 0in">Điểm hai</p>
</ol>
<table width="100%" cellpadding="0" cellspacing="0">
\t<col width="85*"/>
\t<thead><tr valign="top"><td width="33%" style="border: none"><p>STT</p>
\t\t\t</td><td colspan="2" width="67%"><p>Nội
\t\t\t\tdung</p></td></tr></thead>
\t<tbody><tr valign="top"><td rowspan="2" width="33%"><p>1</p></td><td><p style="margin-bottom: 0in">
\t\t\t\tA</p>
\t\t\t\t<p>A2</p></td><td><p>B</p></td></tr><tr valign="top"><td><p>C</p></td><td><p>D</p></td></tr></tbody>
</table>
<p style="line-height: 100%; margin-bottom: 0in"><br/>

</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Theo
\tLuật.</p>
</div></body></html>"""
SPAN = '<span style="font-size:11pt;font-family:Arial,sans-serif;white-space:pre-wrap;white-space-collapse:preserve">'
GOOGLE = (
    '<meta charset=\'utf-8\'><meta charset="utf-8"><b style="font-weight:normal;" '
    'id="docs-internal-guid-7d347fee-7fff-afd7-ca79-41b3a53d7fad"><p dir="ltr" style="line-height:1.38;margin-top:0pt">'
    f'{SPAN}Đoạn một </span>{SPAN}in đậm.</span></p><br /><p dir="ltr">{SPAN}Đoạn hai.</span></p>'
    '<ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1">'
    f'<p dir="ltr" role="presentation">{SPAN}Gạch một</span></p></li><ul style="margin-top:0;"><li dir="ltr" '
    f'style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation">{SPAN}Cấp hai</span></p></li></ul>'
    f'<li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr">{SPAN}Gạch hai</span></p></li></ul>'
    '<ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr">'
    f'{SPAN}Việc một</span></p></li><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr">{SPAN}'
    'Việc hai</span></p></li></ol><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;'
    f'border-collapse:collapse;"><colgroup><col /><col /></colgroup><tbody><tr style="height:0pt"><td><p dir="ltr">{SPAN}'
    f'STT</span></p></td><td><p dir="ltr">{SPAN}Tên</span></p></td></tr><tr><td><p dir="ltr">{SPAN}1</span></p></td><td>'
    f'<p dir="ltr">{SPAN}Họp</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">'
)
SHEET = (
    '<html><head><meta name=Generator content="Microsoft Excel 15"><style><!--td {mso-style-parent:style0;}--></style>'
    "</head><body link=blue><table border=0 cellpadding=0 cellspacing=0 width=192><!--StartFragment--><col width=64>"
    "<tr height=20><td height=20 class=xl65 width=64>STT</td><td>Tên</td><td>Số</td></tr><tr style='display:none'><td>9"
    "</td><td>Ẩn</td><td>0</td></tr><tr height=20><td align=right>1</td><td>Họp<br>\r\n    giao ban</td><td align=right>"
    "1.250</td></tr><!--EndFragment--></table></body></html>"
)
PAGE = (
    "<html><body><!--StartFragment--><h3 style='color:red'>Tin mới</h3><div>Dòng <a href='https://example.com/'>một</a>"
    '</div><div>Dòng hai</div><ol start="3"><li>Ba</li><li>Bốn</li></ol><pre>giữ\nnguyên dòng</pre><script>alert(1)'
    '</script><p onclick="alert(2)">Hết<img src="https://example.com/x.png" onerror="alert(3)"></p>'
    "<select><option>Chọn</option></select><!--EndFragment--></body></html>"
)
INLINE = word(
    "<span lang=VI style='font-size:14.0pt'>139/KH-SXD<span style='mso-spacerun:yes'>&nbsp; </span>ngày\r\n05/3</span>"
)

# The HTML, the text that it becomes, and what is said of it.
PASTES = {
    "Word, đoạn": (
        PARAGRAPHS,
        "Năm 2024, Sở đã tổ chức 12 hội nghị pháp luật.\n\nĐoạn hai.\n\nDòng ngắt trong đoạn.",
        ["Đã dán 3 đoạn."],
    ),
    "Word, danh sách": (
        LISTS,
        "Kết quả:\n\n- Gạch một\n+ Cấp hai\n+ Cấp ba\n- Gạch hai\n\n1. Việc một\n\n1.1. Việc nhỏ\n\na) Điểm một\nb) Điểm hai"
        "\n\nII. Tiêu đề\n\n- Gõ tay\n+ Cấp hai gõ tay",
        [
            "Đã dán 1 đoạn, 6 gạch đầu dòng, 5 dòng đánh số.",
            "Bỏ ra dấu đầu dòng: “·”.",
            "Bỏ ra dấu đầu dòng: “o”.",
            "Bỏ ra dấu đầu dòng: “§”.",
            "Bỏ ra dấu đầu dòng: “–”.",
            "1 gạch từ cấp ba xuống in như cấp hai, bằng dấu “+”.",
        ],
    ),
    "Word, bảng": (
        TABLE,
        "Bảng:\n\n| STT | Nội dung | Số người |  |\n|  |  | Nam | Nữ |\n| 1 | Luật Đường bộ Luật Nhà ở | 1.250 | a\\|b |\n"
        "| 2 |  |  | 7 |\n\nHết.",
        [
            "Đã dán 2 đoạn, 1 bảng.",
            "4 ô gộp: chữ đứng ở ô đầu, các ô kia để trống.",
            "1 ô của bảng có nhiều dòng: các dòng nối bằng dấu cách.",
        ],
    ),
    "Word, chữ ẩn, sửa đổi, chú thích, nhận xét, hình": (
        HIDDEN,
        "Sở báo cáo. Mới. Diện tích 5 m2\n\nIN HOA\n\nChú thích 1: Theo Luật Đất đai.",
        [
            "Đã dán 2 đoạn, 1 dòng đánh số.",
            "Bỏ ra chữ ẩn, không in: “nội bộ: chưa duyệt”.",
            "Bỏ ra chữ đã xóa, còn trong theo dõi sửa đổi: “cũ”.",
            "Bỏ ra số của chú thích: “[1]” (2 lần).",
            "Bỏ ra nhận xét: “[A1]”.",
            "Bỏ ra hình.",
            "Bỏ ra nhận xét: “[A1]Xem lại”.",
            "1 chỗ viết cao hoặc thấp hơn dòng (như m²) thành chữ thường.",
            "1 chú thích thành đoạn “Chú thích …:” ở cuối.",
        ],
    ),
    "LibreOffice": (
        OFFICE,
        "Đoạn một còn lại.\n\nDòng một\n\ndòng hai\n\n- Gạch một\n+ Cấp hai\n- Gạch hai\n\na) Điểm một\nb) Điểm hai\n\n"
        "| STT | Nội dung |  |\n| 1 | A A2 | B |\n|  | C | D |\n\nChú thích 1: Theo Luật.",
        [
            "Đã dán 3 đoạn, 3 gạch đầu dòng, 3 dòng đánh số, 1 bảng.",
            "Bỏ ra chữ ẩn, không in: “chữ ẩn”.",
            "Bỏ ra số của chú thích: “1” (2 lần).",
            "Bỏ ra nhận xét: “Nhận xét của An”.",
            "2 ô gộp: chữ đứng ở ô đầu, các ô kia để trống.",
            "1 ô của bảng có nhiều dòng: các dòng nối bằng dấu cách.",
            "1 chú thích thành đoạn “Chú thích …:” ở cuối.",
        ],
    ),
    "Google Docs": (
        GOOGLE,
        "Đoạn một in đậm.\n\nĐoạn hai.\n\n- Gạch một\n+ Cấp hai\n- Gạch hai\n\n1. Việc một\n\n2. Việc hai\n\n| STT | Tên |\n"
        "| 1 | Họp |",
        ["Đã dán 2 đoạn, 3 gạch đầu dòng, 2 dòng đánh số, 1 bảng."],
    ),
    "Excel": (
        SHEET,
        "| STT | Tên | Số |\n| 1 | Họp giao ban | 1.250 |",
        [
            "Đã dán 1 bảng.",
            "Bỏ ra chữ ẩn, không in: “9 Ẩn 0”.",
            "1 ô của bảng có nhiều dòng: các dòng nối bằng dấu cách.",
        ],
    ),
    "trang web": (
        PAGE,
        "Tin mới\n\nDòng một\n\nDòng hai\n\n3. Ba\n\n4. Bốn\n\ngiữ\n\nnguyên dòng\n\nHết",
        [
            "Đã dán 6 đoạn, 2 dòng đánh số.",
            "Bỏ ra hình.",
            "Bỏ ra ô nhập liệu: “Chọn”.",
        ],
    ),
    "vài chữ": (INLINE, "139/KH-SXD ngày 05/3", []),
}
