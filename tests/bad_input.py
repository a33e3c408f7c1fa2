"""What people paste and attackers send: strings that every text field, list and spreadsheet must survive."""

import unicodedata

VIETNAMESE = "Kế hoạch phổ biến Luật Đường bộ"
CONTROLS = [f"Kế{chr(code)}hoạch" for code in (*range(0x20), 0x7F, *range(0x80, 0xA0, 3))]
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061"
    "\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb\ufffc\ufffd\ufffe\uffff\U000e0001\U000e0041\U0001fffe"
)
INVISIBLE = [f"Luật{character}Đường{character}bộ" for character in UNSEEN]
SPACES = [
    f"Luật{space}Đường{space}bộ" for space in "\u00a0\u1680\u2000\u2003\u2007\u2009\u202f\u205f\u3000\t"
]
LINES = [
    "một\r\nhai",
    "một\rhai",
    "một\nhai",
    "một\x0bhai",
    "một\x0chai",
    "một\x85hai",
    "\r\n\r\nmột\r\n",
    "một\n\n\nhai",
]
NFD = [
    unicodedata.normalize("NFD", VIETNAMESE),
    unicodedata.normalize("NFD", "hoà giải ở cơ sở, hòa giải viên"),
    "e\u0302\u0323 ệ ê\u0323 ẹ\u0302",
    "a" + "\u0301" * 200,
    "\u0301bắt đầu bằng dấu",
]
MARKUP = [
    "<script>alert(1)</script>",
    "<b>đậm</b> &amp; &lt;i&gt;",
    '"><img src=x onerror=alert(1)>',
    "'\"`</textarea></td></table>",
    "{{ 7*7 }}{% load static %}",
    "{% endblock %}${7*7}#{7*7}",
    "<!--[if]--> ]]> <![CDATA[x]]>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>&e;",
    "javascript:alert(1)",
    "&#60;script&#62;",
    "<svg/onload=alert(1)>",
    "[[văn bản đã ban hành]]",
    "| ô | ô |",
    "- gạch đầu dòng",
    "a) điểm a",
]
FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://example.com","bấm")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "'=1+1",
    "＝1+1",
    "=",
    "#REF!",
    "TRUE",
    "1e5",
    "00139",
    "1/2",
    "2024-01-16",
]
PATHS = [
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd\x00.pdf",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/",
    "C:\\Users\\An\\kế hoạch.docx",
    "con", "nul.txt",
    "%00%0d%0aSet-Cookie:x=1",
    "một\r\nX-Header: hai",
]  # fmt: skip
QUERIES = [
    "' OR 1=1 --",
    "1; DROP TABLE plans_plan;",
    "%_%",
    "\\",
    "\\'",
    "50%",
    "a_b%c",
    "*",
    "NULL",
    "None",
    "undefined",
]
EMOJI = [
    "Ngày Pháp luật 🎉",
    "👩‍👩‍👧‍👦",
    "🇻🇳",
    "✊🏽",
    "1️⃣",
    "𝐊ế hoạch",
    "ﬁ ﬀ ½ ²",
    "Ａ１",
    "漢字 한국 العربية עברית",
]
QUOTES = ["“Luật” – ‘Đường’ … bộ", "«Luật»", "Luật—Đường―bộ", "№ 139", "139／KH－SXD", "139∕KH‐SXD"]
LENGTHS = [
    "",
    " ",
    "\u200b",
    ".",
    "x" * 61,
    "x" * 1001,
    "Đ" * 5000,
    "từ " * 3000,
    "ệ" * 200_000,
    "a\n" * 2000,
]
BAD_INPUT = [
    *CONTROLS, *INVISIBLE, *SPACES, *LINES, *NFD, *MARKUP, *FORMULAS, *PATHS, *QUERIES, *EMOJI, *QUOTES, *LENGTHS,
]  # fmt: skip


def letters(text):
    """Return the visible characters of a text in NFC: letters, marks, digits and punctuation."""
    return "".join(
        one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one)[0] in "LMNPS"
    )
