"""Pictures of the customers' groups."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from matplotlib.figure import Figure

from actions.customers.segments import Segments


def draw_groups(groups: Segments, folder: Path) -> Path:
    """Elbow and silhouette over the number of groups, and how many customers are in each, as `groups.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = Figure(figsize=(12, 4), dpi=150, layout="constrained")
    elbow, silhouette, sizes = picture.subplots(1, 3)
    chosen = max(groups.silhouette, key=lambda count: groups.silhouette[count])
    for axes, title, values in (
        (elbow, "Elbow: squared distances", groups.inertia),
        (silhouette, "Silhouette", groups.silhouette),
    ):
        axes.plot(list(values), list(values.values()), marker="o", color="#2f6f5e")
        axes.axvline(chosen, color="#c0392b", linestyle=":")
        axes.set(title=title, xlabel="groups")
        axes.set_ylim(bottom=0)
    counts = Counter(groups.by_customer.values()).most_common()
    sizes.barh([name for name, _ in counts], [count for _, count in counts], color="#2f6f5e")
    sizes.invert_yaxis()
    sizes.set(title="Customers")
    path = folder / "groups.png"
    picture.savefig(path)
    return path
