"""The stamp of a draft as a watermark of Word: a text shape in the header of every page, behind the text."""

from __future__ import annotations

from reports.document import layout
from reports.document.layout import Style
from reports.document.metrics import text_width
from reports.document.stamp import DRAFT

NAMESPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
# The name, with a number, by which Word ("Design › Watermark › Remove") and LibreOffice recognise a watermark.
NAME = "PowerPlusWaterMarkObject"
# Word's text shape of the type "plain text".
SHAPE_TYPE = (
    f'<v:shapetype {NAMESPACES} id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom"'
    ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)


def stamp_run(number: int) -> str:
    """Return the run with the stamp for a header; `number` counts the stamps of the file."""
    style = Style("", "", layout.STAMP_SIZE, bold=True)
    position = (
        "position:absolute;margin-left:0;margin-top:0;"
        f"width:{text_width(DRAFT, style).pt:.1f}pt;height:{style.size.pt * layout.FONT_LINE:.1f}pt;"
        f"rotation:{360 - layout.STAMP_SLOPE};z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    font = f"font-family:&quot;{layout.FONT}&quot;;font-size:1pt;font-weight:bold"
    return (
        f"<w:r><w:pict>{SHAPE_TYPE}"
        f'<v:shape {NAMESPACES} id="{NAME}{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136"'
        f' style="{position}" alt="{DRAFT}" o:allowincell="f" fillcolor="#{layout.STAMP_COLOR}"'
        f' stroked="f"><v:textpath style="{font}" string="{DRAFT}"/></v:shape></w:pict></w:r>'
    )
