"""An office file is opened part by part, and nothing of it unpacks to more than was allowed."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from pbgdpl.lib.office.package import MOST_FILES, PackageRefused, Relation, open_package

DOCTYPE = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>"


def zipped(compression=ZIP_DEFLATED, /, **parts):
    file = BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def opened(data, **bounds):
    return open_package(data, **{"most_bytes": 1000, "most_tags": 100, **bounds})


def test_a_part_is_read_and_a_missing_one_is_none():
    archive = opened(zipped(a="Đường", b="<x><y/></x>"))
    assert archive.names == {"a", "b"}
    assert (archive.read("a"), archive.read("c"), archive.xml("c")) == ("Đường".encode(), None, None)
    assert [child.tag for child in archive.xml("b")] == ["y"]


def test_bytes_are_counted_over_all_parts_as_they_are_unpacked():
    data = zipped(a="x" * 600, b="x" * 400, c="x")
    archive = opened(data)
    assert (len(archive.read("a")), len(archive.read("b"))) == (600, 400)
    with pytest.raises(PackageRefused, match="too large"):
        archive.read("c")


def test_a_size_that_is_less_than_the_truth_does_not_help():
    data = zipped(a="x" * 5000).replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(PackageRefused, match="broken"):
        opened(data).read("a")


@pytest.mark.parametrize("element", ["<y/>", "<y></y>", "<y>Đường</y>"])
def test_elements_are_counted_whether_they_are_empty_or_not(element):
    data = zipped(a=f"<x>{element * 20}</x>")
    assert len(opened(data, most_elements=21).xml("a")) == 20
    with pytest.raises(PackageRefused, match="too large"):
        opened(data, most_elements=20).xml("a")


@pytest.mark.parametrize("xml", ["<x>" + "<y/>" * 100 + "</x>", "<x " + "a='' " * 60 + 'b="" ' * 60 + "/>"])
def test_xml_of_too_many_tags_or_attributes_is_not_parsed(xml):
    with pytest.raises(PackageRefused, match="too large"):
        opened(zipped(a=xml)).xml("a")


def test_too_many_parts_are_not_even_listed():
    with pytest.raises(PackageRefused, match="too large"):
        opened(zipped(**{f"p{number}": "" for number in range(MOST_FILES + 1)}))


@pytest.mark.parametrize("compression", [ZIP_BZIP2, ZIP_LZMA])
def test_compressions_that_unpack_without_bounds_are_refused(compression):
    with pytest.raises(PackageRefused, match="broken"):
        opened(zipped(compression, a="x")).read("a")


@pytest.mark.parametrize("data", [b"", b"PK", b"Lorem", zipped(a="x")[:-5]], ids=len)
def test_what_is_no_zip_file_is_broken(data):
    with pytest.raises(PackageRefused, match="broken"):
        opened(data)


@pytest.mark.parametrize("xml", ["", "x", "<x>", "<x>&e;</x>", "<x>\0</x>", "\ufeff<"])
def test_what_is_no_xml_is_broken(xml):
    with pytest.raises(PackageRefused, match="broken"):
        opened(zipped(a=xml)).xml("a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_doctype_is_refused_in_every_encoding(encoding):
    with pytest.raises(PackageRefused, match="unsafe"):
        opened(zipped(a=DOCTYPE.encode(encoding))).xml("a")


@pytest.mark.parametrize("encoding", ["cp037", "utf-7", "utf-32", "utf-16-le"])
def test_an_encoding_that_hides_tags_is_not_read(encoding):
    xml = f"<?xml version='1.0' encoding='{encoding}'?>".encode() + "<x><y/></x>".encode(encoding)
    xml = xml.replace(b"<x>", b"+ADw-x+AD4-") if encoding == "utf-7" else xml
    with pytest.raises(PackageRefused, match="broken"):
        opened(zipped(a=xml)).xml("a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_xml_is_read_in_the_encodings_of_office(encoding):
    xml = "<x>Đường bộ</x>".encode(encoding)
    assert opened(zipped(a=xml)).xml("a").text == "Đường bộ"


def test_relations_say_where_a_part_lies_but_nothing_outside():
    relations = "".join(
        f"<r Id='{name}' Type='http://a/b/{kind}' Target='{target}' {more}/>"
        for name, kind, target, more in (
            ("i1", "styles", "styles.xml", ""),
            ("i2", "sheet", "/xl/a/../one.xml", ""),
            ("i3", "image", "http://example.com/", "TargetMode='External'"),
            ("i4", "theme", "../../../up.xml", ""),
        )
    )
    archive = opened(zipped(**{"xl/_rels/book.xml.rels": f"<x>{relations}</x>"}))
    assert [*archive.relations("xl/book.xml")] == [
        Relation("i1", "styles", "xl/styles.xml"),
        Relation("i2", "sheet", "xl/one.xml"),
        Relation("i4", "theme", "up.xml"),
    ]
    assert [*archive.relations("xl/other.xml")] == []
