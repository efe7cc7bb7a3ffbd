"""Figures in Spanish, French, German, Portuguese and Italian: digits, grouping and words, and against an English original."""

from __future__ import annotations

import pytest

from dvht_lint.comparison.figures.comparing import compare_figures
from dvht_lint.quantities import describe, read_quantities


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "dimension"),
    [
        ("es", "La línea recibió 19.427 llamadas.", 19427, 19427, "count"),
        ("es", "La línea recibió diecinueve mil cuatrocientas veintisiete llamadas.", 19427, 19427, "count"),
        ("es", "Son noventa y siete por ciento de ellas.", 97, 97, "share"),
        ("es", "Es una de cada cuatro mujeres.", 25, 25, "share"),
        ("es", "Son entre el 55 % y el 60 % de ellas.", 55, 60, "share"),
        ("es", "Cuesta 2,9 millones de euros.", 2.9e6, 2.9e6, "money:EUR"),
        ("fr", "La ligne a reçu 19 427 appels.", 19427, 19427, "count"),
        ("fr", "Elle a reçu quatre-vingt-dix-sept appels.", 97, 97, "count"),
        ("fr", "C'est une femme sur quatre.", 25, 25, "share"),
        ("fr", "Ce sont les deux tiers des femmes.", 200 / 3, 200 / 3, "share"),
        ("fr", "Ce sont 97 pour cent des femmes.", 97, 97, "share"),
        ("de", "Es kamen 19.427 Anrufe.", 19427, 19427, "count"),
        ("de", "Es kamen fünfundzwanzig Anrufe.", 25, 25, "count"),
        ("de", "Es sind 55 bis 60 Prozent.", 55, 60, "share"),
        ("de", "Es sind zwei Drittel der Frauen.", 200 / 3, 200 / 3, "share"),
        ("de", "Es kostet 2,9 Mio. Euro im Jahr.", 2.9e6, 2.9e6, "money:EUR"),
        ("pt", "Foram 19.427 chamadas.", 19427, 19427, "count"),
        ("pt", "Foram vinte e cinco chamadas.", 25, 25, "count"),
        ("pt", "É uma em cada quatro mulheres.", 25, 25, "share"),
        ("it", "Sono 19.427 chiamate.", 19427, 19427, "count"),
        ("it", "Sono venticinque chiamate.", 25, 25, "count"),
        ("it", "È una donna su quattro.", 25, 25, "share"),
        ("it", "Sono i due terzi delle donne.", 200 / 3, 200 / 3, "share"),
    ],
)
def test_figures(language: str, text: str, low: float, high: float, dimension: str) -> None:
    (quantity,) = [q for q in read_quantities(text, language) if not q.incidental]
    assert (quantity.value_low, quantity.value_high) == pytest.approx((low, high))
    assert quantity.dimension == dimension
    assert quantity.span.cut(text) == quantity.text


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("es", "Abrió el 25 de julio de 2012.", "2012-07-25"),
        ("es", "Creció entre 2007 y 2010.", "[2007-01-01, 2010-12-31]"),
        ("fr", "Elle a ouvert le 25 juillet 2012.", "2012-07-25"),
        ("fr", "Elle a ouvert en 2012.", "[2012-01-01, 2012-12-31]"),
        ("de", "Sie öffnete am 25. Juli 2012.", "2012-07-25"),
        ("de", "Sie wuchs zwischen 2007 und 2010.", "[2007-01-01, 2010-12-31]"),
        ("pt", "Abriu em 25 de julho de 2012.", "2012-07-25"),
        ("pt", "Cresceu de 2007 a 2010.", "[2007-01-01, 2010-12-31]"),
        ("it", "Aprì il 25 luglio 2012.", "2012-07-25"),
        ("it", "Crebbe tra il 2007 e il 2010.", "[2007-01-01, 2010-12-31]"),
    ],
)
def test_dates(language: str, text: str, shown: str) -> None:
    (quantity,) = read_quantities(text, language)
    assert shown in describe(quantity)


ENGLISH = "In 2014 the line answered 12,408 calls and helped 1,963 callers, at least one in four of them a minor."
SPANISH = (
    "En 2014 la línea respondió a 12.408 llamadas y ayudó a 1.963 personas, al menos una de cada cuatro menor de edad."
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (SPANISH, []),
        (SPANISH.replace("1.963", "1.936"), ["DV501"]),
        (SPANISH.replace("2014", "2015"), ["DV506"]),
        (SPANISH.replace("al menos ", ""), ["DV503"]),
        (SPANISH.replace("una de cada cuatro", "una de cada tres"), ["DV501"]),
    ],
)
def test_a_translation_against_its_original(text: str, codes: list[str]) -> None:
    done = compare_figures(text, read_quantities(text, "es"), ENGLISH, read_quantities(ENGLISH))
    assert [e.reason.value for e in done.edits] == codes


def test_a_language_that_is_not_known_is_read_as_english() -> None:
    assert [q.value_low for q in read_quantities("Ze kregen 19,427 calls.", "nl")] == [19427]
