"""The kinds of rows that a list under review can have: the form of each, its columns, its words."""

from events.columns import COLUMNS as EVENT_COLUMNS
from events.forms import EventValuesForm
from plans.columns import COLUMNS as DOCUMENT_COLUMNS
from plans.forms import DirectiveValuesForm, PlanValuesForm, PolicyValuesForm
from plans.policy_columns import POLICY_COLUMNS

FORMS = {
    "directive": DirectiveValuesForm,
    "plan": PlanValuesForm,
    "policy": PolicyValuesForm,
    "event": EventValuesForm,
}
COLUMNS = {
    "directive": DOCUMENT_COLUMNS,
    "plan": DOCUMENT_COLUMNS,
    "policy": POLICY_COLUMNS,
    "event": EVENT_COLUMNS,
}
# The lists of documents, among which a person chooses for each line.
LISTS = {"plan": "Kế hoạch, văn bản", "directive": "Văn bản chỉ đạo"}
NOUNS = {"document": "văn bản", "policy": "chính sách, dự thảo", "event": "hoạt động"}


def counted(rows):
    """Return the counts of rows in words: "32 văn bản, 7 hoạt động"."""
    kinds = ["document" if row.is_document else row.kind for row in rows]
    words = (f"{count} {noun}" for kind, noun in NOUNS.items() if (count := kinds.count(kind)))
    return ", ".join(words) or "0 dòng"
