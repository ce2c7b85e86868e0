"""How a figure grows with what it is measured over: the worst step against n log n."""

import gc
import json
import math
import statistics
import time
from collections.abc import Callable, Mapping

LEAST = 0.5  # ms that a step must take to be told from the noise of a clock


def taken(act: Callable[[], object], rounds: int = 3) -> float:
    """The median of an act in ms; garbage of earlier acts is no part of it."""
    times = []
    for _ in range(rounds):
        gc.collect()
        begun = time.perf_counter()
        result = act()
        times.append((time.perf_counter() - begun) * 1000)
        del result
    return statistics.median(times)


def worst_step(times: Mapping[int, float]) -> tuple[float, float]:
    """The step to a larger number that grew most beside n log n: how many times as long it took, and may take."""
    sizes = sorted(times)
    steps = []
    for few, many in zip(sizes, sizes[1:], strict=False):
        allowed = (many * math.log(many + 1)) / (few * math.log(few + 1))
        steps.append((max(times[many], LEAST) / max(times[few], LEAST), allowed))
    return max(steps, key=lambda step: step[0] / step[1])


def tell(what: str, times: Mapping[int, float], unit: str = "ms") -> None:
    """A line with the figures themselves, and one for the table."""
    said = ", ".join(f"{size:,}: {times[size]:,.1f} {unit}" for size in sorted(times))
    print(f"  {what}: {said}", flush=True)
    grew, allowed = worst_step(times)
    first, last = min(times), max(times)
    what = f"growth of {what}, {first:,} to {last:,}: the worst step, against n log n"
    figure = {"what": what, "unit": "×", "ours": round(grew, 2), "limit": round(allowed, 2), "reach": 1}
    print(json.dumps(figure), flush=True)
