"""The sentence of an event and its reading are inverses, whatever its fields know."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from events.models import Event
from events.reading import read_event

FIELDS = (
    "kind",
    "name",
    "held_from",
    "held_to",
    "date_precision",
    "attendance",
    "attendance_is_minimum",
    "attendance_is_approximate",
)


def read_again(event):
    reading = read_event(event.summary())
    return Event(**{name: getattr(reading, name) for name in (*FIELDS, "partners", "description")})


@given(
    st.sampled_from(["Hội nghị giao ban", "Tập huấn Luật Đất đai (sửa đổi)", "Hội thi cho 90 học sinh"]),
    st.sampled_from(
        [
            (None, "none"),
            (date(2024, 3, 5), "day"),
            (date(2024, 3, 1), "month"),
            (date(2024, 7, 1), "quarter"),
        ]
    ),
    st.sampled_from(["", "Hội trường Sở", "xã A, huyện B", "Phòng 200 chỗ"]),
    st.sampled_from([None, 0, 40, 1245]),
    st.sampled_from([(False, False), (True, False), (False, True)]),
    st.sampled_from(["", "Sở Tư pháp", "Sở Tư pháp; Công an tỉnh", "Trường A (cơ sở 2)"]),
    st.sampled_from(
        ["", ": Hỗ trợ 12 xã", " nhằm hỗ trợ", ", có 30 đại biểu", ". Kết quả: tốt", " tại Sở Tư pháp"]
    ),
)
def test_a_summary_that_is_read_and_composed_again_has_the_same_words(
    name, held, place, people, more, partners, description
):
    event = Event(
        name=name,
        held_from=held[0],
        date_precision=held[1],
        place=place,
        attendance=people,
        attendance_is_minimum=more[0],
        attendance_is_approximate=more[1],
        partners=partners,
        description=description,
    )
    assert read_again(event).summary() == event.summary()


def test_what_the_sentence_says_is_read_back():
    event = Event(
        name="Hội nghị giao ban",
        held_from=date(2024, 3, 5),
        date_precision="day",
        place="Hội trường",
        attendance=1245,
        attendance_is_minimum=True,
        partners="Sở Tư pháp",
        description=": Hỗ trợ 12 xã",
    )
    read = read_again(event)
    assert (read.attendance, read.attendance_is_minimum, read.partners) == (1245, True, "Sở Tư pháp")
    assert read.held == "05/3/2024"
