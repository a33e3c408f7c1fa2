"""What can happen to an archive, by chance or on purpose: each damage takes its bytes and returns others."""

import io
import json
import warnings
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from accounts.backup.archive import ArchiveWriter

USERS = "rows/accounts_user.jsonl"


def members_of(data):
    with ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def archive_of(members, *, entry=None):
    """Return an archive with a valid digest; `entry` changes the entries of the ZIP as they are written."""
    stream = io.BytesIO()
    writer = ArchiveWriter(stream)
    with warnings.catch_warnings(action="ignore"):  # of a name that is there already
        for name, text in members:
            if entry is None:
                writer.add(name, [text])
            else:
                written = ZipInfo(name)
                written.create_system, written.external_attr = 3, 0o100600 << 16
                entry(written)
                writer._zip.writestr(written, text)
    writer.close()
    return stream.getvalue()


def with_members(change):
    """Return a damage that changes the list of members and writes a valid archive of them."""

    def damage(data, random):
        return archive_of(change(members_of(data), random))

    return damage


def with_manifest(change):
    def changed(members, random):
        *others, (name, text) = members
        manifest = json.loads(text)
        found = change(manifest, random)
        return [*others, (name, json.dumps(manifest if found is None else found).encode())]

    return with_members(changed)


def with_entries(entry):
    def damage(data, random):
        chosen = random.choice([name for name, _ in members_of(data)])
        return archive_of(members_of(data), entry=lambda one: entry(one) if one.filename == chosen else None)

    return damage


def flipped(data, random):
    place = random.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << random.randrange(8)]) + data[place + 1 :]


def cut(data, random):
    return data[: random.randrange(len(data))]


def beheaded(data, random):
    return data[random.randrange(1, len(data)) :]


def lengthened(data, random):
    return data + random.randbytes(random.randrange(1, 100))


def preceded(data, random):
    return random.randbytes(random.randrange(1, 100)) + data


def holed(data, random):
    start = random.randrange(len(data) - 1)
    hole = min(random.randrange(1, 4096), len(data) - start)
    return (
        data[:start] + b"\0" * hole + data[start + hole :] if data[start : start + hole].strip(b"\0") else b""
    )


def blocks_swapped(data, random):
    size = 512
    one, other = sorted(random.sample(range(len(data) // size), 2))
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    blocks[one], blocks[other] = blocks[other], blocks[one]
    swapped = b"".join(blocks)
    return swapped if swapped != data else b""


def contents_swapped(members, random):
    one, other = random.sample(
        [at for at, (name, text) in enumerate(members) if text and name != "manifest.json"], 2
    )
    changed = list(members)
    changed[one], changed[other] = (members[one][0], members[other][1]), (members[other][0], members[one][1])
    return changed if members[one][1] != members[other][1] else []


def renamed(to):
    def change(members, random):
        at = random.randrange(len(members))
        return [(to if place == at else name, text) for place, (name, text) in enumerate(members)]

    return with_members(change)


def set_in(*path, to):
    """Return a change of the manifest: the value at a path, where "*" is any key."""

    def change(manifest, random):
        place = manifest
        for key in path[:-1]:
            place = place[random.choice(sorted(place)) if key == "*" else key]
        place[path[-1]] = to

    return with_manifest(change)


def file_listed_as(path):
    """Return a damage that gives a file another path, in its member and in the manifest."""

    def change(members, random):
        *others, (name, text) = members
        manifest = json.loads(text)
        old = random.choice(sorted(manifest["files"]))
        manifest["files"][path] = manifest["files"].pop(old)
        files = [(f"files/{path}" if one == f"files/{old}" else one, data) for one, data in others]
        return [*files, (name, json.dumps(manifest).encode())]

    return with_members(change)


def rows_changed(change):
    """Return a damage that changes the rows of the users, with a manifest that states the changed ones."""

    def damage(data, random):
        *others, (name, text) = members_of(data)
        manifest = json.loads(text)
        texts = dict(others)
        texts[USERS] = change(texts[USERS])
        stated = {"size": len(texts[USERS]), "sha256": sha256(texts[USERS]).hexdigest()}
        manifest["tables"]["accounts_user"] |= stated
        return archive_of([*texts.items(), (name, json.dumps(manifest).encode())])

    return damage


def each_row(change):
    def changed(text):
        lines = [json.loads(line) for line in text.splitlines()]
        return b"".join(json.dumps(change(line)).encode() + b"\n" for line in lines)

    return rows_changed(changed)


def linked(entry):
    entry.external_attr = 0o120777 << 16


def bzipped(entry):
    entry.compress_type = 12


def bomb(data, random):
    """Replace a file by one that takes a thousandth of its size."""
    members = members_of(data)
    chosen = random.choice([name for name, _ in members if name.startswith(("files/", "rows/"))])
    swollen = [(name, bytes(50_000_000) if name == chosen else text) for name, text in members]

    def entry(one):
        one.compress_type = ZIP_DEFLATED if one.filename == chosen else ZIP_STORED

    return archive_of(swollen, entry=entry)


DAMAGES = {
    "một bit đổi": flipped,
    "bị cắt": cut,
    "mất đầu": beheaded,
    "thừa ở cuối": lengthened,
    "thừa ở đầu": preceded,
    "một đoạn thành số không": holed,
    "hai khối đổi chỗ": blocks_swapped,
    "rỗng": lambda data, random: b"",
    "không phải ZIP": lambda data, random: random.randbytes(5000),
    "ZIP khác": lambda data, random: archive_of([("a.txt", b"a")]),
    "hai thành phần đổi nội dung": with_members(contents_swapped),
    "thiếu một thành phần": with_members(lambda members, random: random.sample(members, len(members) - 1)),
    "thừa một thành phần": with_members(lambda members, random: [*members, ("rows/a.jsonl", b"")]),
    "một thành phần hai lần": with_members(lambda members, random: [*members, random.choice(members)]),
    "tên tuyệt đối": renamed("/etc/passwd"),
    "tên đi lên": renamed("files/../../x"),
    "tệp đi lên": file_listed_as("../../x"),
    "tệp tuyệt đối": file_listed_as("/tmp/x"),
    "tệp ẩn": file_listed_as("attachments/.x"),
    "tệp đi lên ở giữa": file_listed_as("a/../b"),
    "tệp có dấu gạch ngược": file_listed_as("a\\b"),
    "tên tệp rỗng": file_listed_as(""),
    "tên tệp có số không": file_listed_as("a\0b"),
    "liên kết": with_entries(linked),
    "nén kiểu khác": with_entries(bzipped),
    "bom nén": bomb,
    "định dạng mới hơn": set_in("format", to=2),
    "định dạng lạ": set_in("format", to="1"),
    "định dạng âm": set_in("format", to=-1),
    "cấu trúc mới hơn": with_manifest(lambda one, _: one["migrations"].append(["reports", "9999_later"])),
    "thiếu cấu trúc trước": with_manifest(
        lambda one, _: one["migrations"].remove(["accounts", "0001_first_tables"])
    ),
    "không có cấu trúc": set_in("migrations", to=[]),
    "thiếu bảng": with_manifest(lambda one, _: one["tables"].pop("accounts_user") and None),
    "bảng lạ": with_manifest(
        lambda one, _: one["tables"].update({"sqlite_master": one["tables"]["accounts_user"]})
    ),
    "số dòng khác": set_in("tables", "*", "rows", to=12345),
    "số dòng âm": set_in("tables", "*", "rows", to=-1),
    "mã băm khác": set_in("tables", "*", "sha256", to="0" * 64),
    "mã băm của tệp khác": set_in("files", "*", "sha256", to="0" * 64),
    "dung lượng khác": set_in("files", "*", "size", to=10**15),
    "bảng kê thừa": set_in("more", to=1),
    "bảng kê là danh sách": with_manifest(lambda one, _: [one]),
    "bảng kê không phải JSON": with_members(lambda members, _: [*members[:-1], ("manifest.json", b"{")]),
    "bảng kê lồng sâu": with_members(lambda members, _: [*members[:-1], ("manifest.json", b"[" * 100_000)]),
    "dòng thiếu cột": each_row(lambda row: {name: row[name] for name in list(row)[1:]}),
    "dòng thừa cột": each_row(lambda row: {**row, "x": 1}),
    "dòng có chữ ở cột số": each_row(lambda row: {**row, "id": "1"}),
    "dòng có số quá lớn": each_row(lambda row: {**row, "id": 2**64}),
    "dòng có nửa ký tự": each_row(lambda row: {**row, "username": "\ud800"}),
    "dòng có ngày sai": each_row(lambda row: {**row, "date_joined": "2024-13-45"}),
    "dòng là số": each_row(lambda row: 1),
    "dòng không phải JSON": rows_changed(lambda text: text.replace(b"{", b"", 1)),
    "dòng cuối bị cắt": rows_changed(lambda text: text[:-1]),
}
