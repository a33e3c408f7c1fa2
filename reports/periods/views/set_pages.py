"""What the pages of each kind of set are called and say: the generic views take everything from here."""

from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse

from reports.models import CriteriaSet, IndicatorSet, Outline
from reports.periods.forms.criteria_set import CriteriaSetForm, CriterionRows
from reports.periods.forms.indicator_set import IndicatorRows, IndicatorSetForm
from reports.periods.forms.outline import OutlineForm, SectionRows, SetHeadForm
from reports.periods.forms.rows import RowsForm


@dataclass(frozen=True, slots=True)
class SetPages:
    """The pages of a model in PARTS: their addresses, their words, their forms.

    Beside it a kind of set has two templates that draw its rows: `<name>_form.html` to change, `<name>.html` to read.
    """

    model: type[Model]
    name: str  # how the URL names of single sets begin: "outline", "outline_add"
    slug: str  # how addresses begin: "de-cuong"
    heading: str
    noun: str
    purpose: str  # what the list is for
    head_form: type[SetHeadForm]
    rows_form: type[RowsForm]

    @property
    def list_name(self) -> str:
        return f"{self.name}s"

    @property
    def row_noun(self) -> str:
        return self.rows_form.noun

    def list_url(self, year: int) -> str:
        return reverse(self.list_name, args=[year])

    def url(self, page: str, year: int, *more: object) -> str:
        """Return the address of a page: url("_copy", 2024, outline.pk), url("", 2024, outline.pk)."""
        return reverse(f"{self.name}{page}", args=[year, *more])


OUTLINES = SetPages(
    model=Outline,
    name="outline",
    slug="de-cuong",
    heading="Đề cương báo cáo",
    noun="đề cương",
    purpose="Đề cương gồm các mục có sẵn khi đơn vị bắt đầu soạn báo cáo. Khi mở kỳ, kỳ đó giữ một bản riêng. "
    "Đề cương báo cáo tỉnh thì dùng khi Sở Tư pháp bắt đầu báo cáo của tỉnh. Muốn sửa mẫu có sẵn thì tạo bản sao.",
    head_form=OutlineForm,
    rows_form=SectionRows,
)
CRITERIA_SETS = SetPages(
    model=CriteriaSet,
    name="criteria_set",
    slug="bo-tieu-chi",
    heading="Bộ tiêu chí",
    noun="bộ tiêu chí",
    purpose="Đơn vị tự đánh giá theo bộ tiêu chí của kỳ. Khi mở kỳ, kỳ đó giữ một bản riêng. Mẫu có sẵn thì tạo bản "
    "sao rồi sửa.",
    head_form=CriteriaSetForm,
    rows_form=CriterionRows,
)
INDICATOR_SETS = SetPages(
    model=IndicatorSet,
    name="indicator_set",
    slug="bieu-so-lieu",
    heading="Biểu số liệu",
    noun="biểu số liệu",
    purpose="Biểu thống kê được điền từ dữ liệu của năm. Khi mở kỳ, mỗi nhóm cơ quan có một biểu: biểu dùng từ năm gần "
    "nhất, của mình trước mẫu có sẵn; kỳ giữ một bản riêng. Mẫu có sẵn thì tạo bản sao rồi sửa.",
    head_form=IndicatorSetForm,
    rows_form=IndicatorRows,
)
