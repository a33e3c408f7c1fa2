"""Changes that an update makes to a signature that stands: each is a function of the writer."""

from tests.lib.forged_updates import add_form, setting


def field(writer):
    return writer.root["/AcroForm"]["/Fields"][0]


def repaint(writer):
    """Change what the signature shows."""
    shown = field(writer)["/AP"].raw_get("/N").get_object()
    shown._data, shown._encoded_data = b"1 g 0 0 999 999 re f", None
    shown.pop("/Filter", None)
    writer.update_container(shown)


def signature(writer):
    return field(writer)["/V"]


def remove_field(writer):
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.clear()
    writer.update_container(fields)
    writer.update_container(writer.root["/AcroForm"])


def repeat_field(writer):
    fields = writer.root["/AcroForm"]["/Fields"]
    fields.append(fields.raw_get(0))
    writer.update_container(fields)


OF_THE_SIGNATURE = {
    "moved": setting(field, Rect=[0, 0, 590, 840]),
    "hidden": setting(field, F=2),
    "renamed": setting(field, T="Khac"),
    "another kind of field": setting(field, FT="/Tx"),
    "without its value": setting(field, V=None),
    "repainted": repaint,
    "shown by nothing": setting(field, AP=None),
    "another time": setting(signature, M="D:20200101000000Z"),
    "another name": setting(signature, Name="Nguyễn Văn Bình"),
    "another range": setting(signature, ByteRange=[0, 1, 2, 3]),
    "another filter": setting(signature, SubFilter="/adbe.pkcs7.sha1"),
    "another kind": setting(signature, Type="/DocTimeStamp"),
    "without its certifying": setting(signature, Reference=None),
    "a field removed": remove_field,
    "a field twice": repeat_field,
    "a form whose fields are drawn anew": lambda writer: add_form(writer, NeedAppearances=True),
}
