"""Points that are percentage points without saying so, and halves of them."""

import pytest
from reading_numbers import read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le chômage a reculé de 0,2 point.", ["0.2 percentage_point"]),
        ("fr", "La banque baisse ses taux d'un quart de point.", ["0.25 percentage_point"]),
        ("es", "La tasa subió medio punto.", ["0.5 percentage_point"]),
        ("es", "La moneda perdió medio punto porcentual.", ["0.5 percentage_point"]),
        ("it", "Il deficit sale di 0,3 punti.", ["0.3 percentage_point"]),
        ("it", "La crescita frena di mezzo punto.", ["0.5 percentage_point"]),
        ("pt", "A taxa caiu 0,25 ponto.", ["0.25 percentage_point"]),
        ("en", "The bank raised rates by half a percentage point.", ["0.5 percentage_point"]),
        ("fr", "L'indice a gagné 45,3 points.", ["45.3"]),
        ("fr", "L'équipe compte 7 points.", ["7"]),
        ("es", "Jugó medio partido.", []),
    ],
)
def test_a_small_fraction_of_a_point_is_of_a_percentage(language, text, expected):
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El paro sube desde el 2,9 % hasta el 3,1 %.", ["2.9 percent", "3.1 percent"]),
        ("El grupo creció hasta los 12.000 desde los 8.000.", ["12000", "8000"]),
        ("Hay viajes desde 20 euros.", ["at_least 20 EUR"]),
    ],
)
def test_what_a_change_comes_from_is_no_bound(text, expected):
    assert read("es", text) == expected
