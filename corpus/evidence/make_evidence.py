"""Make the PDF of this document set anew: the same bytes every time. Needs reportlab."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

TARGET = Path(__file__).resolve().parent / "evidence" / "riverbend-line-2025.pdf"
NOTICE = "Sample made for the dvht-lint project. Riverbend County and its helpline do not exist."
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=13, spaceAfter=7)
HEAD = ParagraphStyle("head", fontName="Times-Bold", fontSize=13, leading=17, spaceAfter=9)
SMALL = ParagraphStyle("small", fontName="Times-Italic", fontSize=8, leading=10, spaceBefore=14)

PAGES = (
    (
        "Riverbend County Helpline: Report on the Year 2024",
        "The helpline is open at all hours and in eleven languages. This report counts the contacts of the calendar "
        "year 2024. A contact is a call, a text message or a chat; a person may make several.",
        "Nobody is asked for a name. What callers say of themselves is recorded only with their consent.",
    ),
    (
        "1. Contacts",
        "In 2024, the helpline answered a total of 12,684 contacts<super>1</super>, of which 9,317 were calls and 3,367 were "
        "text messages or chats. In 2023 it had answered 11,902 contacts.",
        "Approximately one in five callers reached the helpline between midnight and six in the morning.",
        "<super>1</super> Calls that were ended within ten seconds are not counted.",
    ),
    (
        "2. Reasons for calling",
        "Of the callers who gave a reason, 46 percent spoke of threats by a current or former partner, and 8 percent "
        "described signs of potential labor trafficking.",
        "Advocates found a safe place to sleep for 1,043 people; another 212 could not be placed because every shelter "
        "in the county was full.",
    ),
)


def main() -> None:
    """Write the PDF, three small pages."""
    story = []
    for number, (title, *paragraphs) in enumerate(PAGES):
        story += [PageBreak()] if number else []
        story += [Paragraph(title, HEAD), *(Paragraph(text, BODY) for text in paragraphs)]
        story += [Spacer(1, 6), Paragraph(NOTICE, SMALL)]
    document = SimpleDocTemplate(
        str(TARGET),
        pagesize=A5,
        title="Report on the Year 2024",
        author="Riverbend County Helpline (sample)",
        invariant=1,
    )
    document.build(story)


if __name__ == "__main__":
    main()
