"""Whatever stands in a rules file, loading it tells problems and never raises."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.rulebook import load

WORDS = """
    watches receivers sources w title figure status count of action where any together plausible alert when new first
    last at_most also since send examples never text qualifier modality thing between ladder channel name optional url
    every language content by speaker published id en * block plain
"""
KNOWN = """soldiers|North Korea|desk|treaty|signed|11.000|1 per 30 min|2024-10-01|planned||\0|é"""
KEYS = st.sampled_from(WORDS.split())
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        [
            "soldiers",
            "North Korea",
            "desk",
            "treaty",
            "signed",
            "11.000",
            "1 per 30 min",
            "2024-10-01",
            "planned",
            "",
            "\0",
            "é",
        ]
    ),
    st.text(max_size=8),
)
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=30
)
WATCHES = st.fixed_dictionaries({"watches": st.dictionaries(st.sampled_from(["w", "v"]), DATA, max_size=2)})
FIGURE = st.fixed_dictionaries({"title": SCALARS, "send": DATA, "figure": DATA, "alert": DATA, "examples": DATA})
FIGURES = st.fixed_dictionaries({"watches": st.fixed_dictionaries({"w": FIGURE})})


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(DATA, WATCHES, FIGURES))
def test_no_data_makes_loading_raise(tmp_path, data):
    (tmp_path / "hostile.yaml").write_text(json.dumps(data), "utf-8")
    for problem in load(tmp_path).problems:
        assert problem.message
