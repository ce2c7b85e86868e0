"""Figures are read from what a bench prints, and shown beside their limits."""

import bench

PRINTED = """warming up
{"what": "first paint", "unit": "ms", "ours": 131.0, "limit": 119.0, "reach": 1.25}
{"what": "commit", "unit": "ms", "ours": 9.0, "limit": 3.0, "reach": 2.5}
"""


def test_figures_stand_beside_their_limits() -> None:
    figures, rest = bench.read(PRINTED)
    assert rest == ["warming up"]
    assert bench.table(figures).splitlines() == [
        "what              ours      limit  ratio   reach",
        "first paint  131.00 ms  119.00 ms  1.10×   1.25×",
        "commit         9.00 ms    3.00 ms  3.00×  2.5× *",
        "* beyond its reach: 1",
    ]
    assert bench.table(figures[:1]).endswith("All within reach.")
