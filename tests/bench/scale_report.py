"""What was measured at several sizes, as a table and as a plot."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

__all__ = ["plot", "table"]

_PANELS = (
    ("build", "build, s"),
    ("change", "one document changed, s"),
    ("open", "open, s"),
    ("p95", "a question (p95), s"),
    ("memory", "memory: build, change, asking; bytes"),
    ("disk", "disk, bytes"),
)


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Put measured sizes into a Markdown table."""
    lines = [
        "| sentences (documents) | build | one document changed | open | a question p50 / p95"
        " | memory: build · change · asking | disk, a sentence | recall@10, same answer |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        memory, own = (
            " · ".join(f"{one / 1e6:,.0f}" for one in row[name])
            for name in ("memory", "own memory")
        )
        lines.append(
            f"| {row['sentences']:,} ({row['documents']:,}) | {row['build']:.1f} s"
            f" | {row['change']:.2f} s | {row['open']:.2f} s"
            f" | {row['p50'] * 1e3:.1f} / {row['p95'] * 1e3:.1f} ms"
            f" | {memory} MB ({own}) | {row['disk'] / 1e6:,.0f} MB,"
            f" {row['disk'] / row['sentences'] / 1e3:.1f} kB"
            f" | {row['recall']:.3f}, {row['same']:.1%} |"
        )
    return "\n".join(lines)


def plot(rows: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Draw how each cost grows, on logarithmic scales, beside growth that is linear."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    sizes = [row["sentences"] for row in rows]
    # Without a date and with fixed ids, equal figures make an equal file.
    with rc_context({"svg.hashsalt": "scale", "svg.fonttype": "none"}):
        figure = Figure(figsize=(10, 6), layout="constrained")
        for axes, (name, title) in zip(figure.subplots(2, 3).flat, _PANELS, strict=True):
            axes.loglog(sizes, [row[name] for row in rows], marker="o")
            first = rows[0][name]
            least = min(first) if isinstance(first, list) else first
            linear = [least * size / sizes[0] for size in sizes]
            axes.loglog(sizes, linear, color="0.7", linestyle=":")
            axes.set_title(title, fontsize=10)
            axes.set_xlabel("sentences")
        figure.savefig(path, metadata={"Date": None})
