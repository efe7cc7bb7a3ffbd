"""What site builders put into Markdown that is no prose: shortcodes, components, imports, marks of call-outs, computed code.

Hugo's `{{< figure … >}}`, Jekyll's `{% include … %}` and `{{ page.title | escape }}`, MDX's `<Chart … />` and `import`, MkDocs'
`!!! note`, Quarto's and R Markdown's `` `r nrow(x)` ``: the builder replaces them, and readers never see them as they stand.
"""

from __future__ import annotations

import re

from dvht_lint.text import MarkKind, Prose, Span

__all__ = ["COMPONENT", "without_site_markup"]

COMPONENT = r"""</?[A-Z][A-Za-z0-9.]{0,60}(?:\s+[\w:-]+=(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|“[^”<>]{0,500}”|\{[^<>]{0,500}?\}))*\s*/?>"""
"""A component of MDX, `<Chart data={rows} />`; `<Insert county>` is a blank."""
_MARKUP = re.compile(
    r"\{\{[<%].{0,2000}?[%>]\}\}|\{\{\s{0,9}\}\}|\{%.{0,2000}?%\}|\{\{[^{}]{0,200}[.|][^{}]{0,200}\}\}"
    rf"|{COMPONENT}",
    re.DOTALL,
)
_OPENING = re.compile(
    r"(?:!!!|\?\?\?\+?)\s+[a-z][\w-]{0,30}(?:\s+[\"“][^\"”\n]{0,200}[\"”])?\s*|:{3,}\s*(?:\{[^{}]{0,200}\}|[\w-]{0,40})\s*$"
)
_IMPORT = re.compile(
    r"import\s[^;]{1,200}\sfrom\s+[\"'“‘][^\"']{1,200}[\"'”’];?(?:\s+import\s.*)?|export\s+(?:const|default|function)\s.*",
    re.DOTALL,
)
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,500}\)(?:\{[^{}]{0,200}\})?")
_CLOSERS = " .,;:!?)"
_COMPUTED = re.compile(r"r\s|\{(?:r|python|julia)\}\s?")


def without_site_markup(prose: Prose) -> Prose:
    """The prose without what a site builder replaces; empty where nothing else stands in it."""
    plain = prose.plain
    if not any(sign in plain for sign in ("{", "<", "!", ":::", "???", "import ", "export ")) and not prose.marks:
        return prose
    if _IMPORT.fullmatch(plain):
        return prose.slice(Span(0, 0))
    opening = _OPENING.match(plain)
    cuts = [Span(*opening.span())] if opening and opening.end() else []
    code = [mark.span for mark in prose.marks if mark.kind is MarkKind.CODE]
    for pattern in (_MARKUP, _IMAGE):
        cuts += [
            Span(*m.span()) for m in pattern.finditer(plain) if not any(s.start <= m.start() < s.end for s in code)
        ]
    cuts += [span for span in code if _COMPUTED.match(span.cut(plain))]
    spaced = [
        Span(c.start - 1, c.end)
        if c.start and plain[c.start - 1] == " " and plain[c.end : c.end + 1] in _CLOSERS
        else c
        for c in cuts
    ]
    return prose.without(_apart(spaced)).strip() if cuts else prose


def _apart(spans: list[Span]) -> list[Span]:
    """The spans in order, those that begin in another left out."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept
