"""The review rows of uploaded papers."""

from plans.reading.paper.file import is_own_name
from reports.reading.ownership import is_own_paper
from reports.reading.pasted.forms.kinds import FORMS, LISTS
from reports.reading.pasted.forms.review_row import row_of_values

OF_LIST = "Cơ quan ban hành cho thấy đây là {whose}, nên ghi vào {listed}; chọn lại nếu không đúng."
WHOSE = {"plan": "văn bản của đơn vị", "directive": "văn bản của cơ quan khác"}


def paper_row(number, paper, kind, *, by, year):
    """Return the review row of an uploaded paper, in the list of its issuing body, else in that of `kind`."""
    reading = {"values": {}, "doubts": (), **paper.reading}
    values, doubts = {**reading["values"]}, [*reading["doubts"]]
    own = is_own_paper(by.organisation, values.get("number", ""), values.get("issuing_body", ""))
    into = kind if own is None else "plan" if own else "directive"
    if into != kind:
        doubts.append(OF_LIST.format(whose=WHOSE[into], listed=LISTS[into]))
    if is_own_name(values.get("issuing_body", ""), by.organisation):
        values["issuing_body"] = ""
    form = FORMS[into](by=by, year=year)
    usual = {name: form[name].value() for name in form.fields}
    return row_of_values(number, into, usual | values, by=by, year=year, reading_doubts=doubts, paper=paper)
