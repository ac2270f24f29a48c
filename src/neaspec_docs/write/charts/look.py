"""A chart and the room for it -> how it looks, for the drawing and for Word's own chart alike."""

from typing import assert_never

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import lying, pie, upright
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Look
from neaspec_docs.write.charts.lettering import MM, SERIF, Font


def look(chart: Chart, width_mm: float, font: Font = SERIF, height_mm: float | None = None) -> Look:
    """Return how a chart looks in a room so wide and, where it is given, so high; else it is as high as it needs."""
    width = width_mm * MM
    height = None if height_mm is None else height_mm * MM
    match chart.type:
        case ChartType.PIE:
            return pie.look(chart, width, font, height)
        case ChartType.BAR | ChartType.STACKED_BAR:
            return lying.look(chart, width, font, height)
        case ChartType.COLUMN | ChartType.STACKED_COLUMN | ChartType.LINE:
            return upright.look(chart, width, font, height)
        case _:
            assert_never(chart.type)


def height(chart: Chart, width_mm: float, font: Font = SERIF) -> float:
    """Return how high a chart should be in a room so wide, in millimetres."""
    return look(chart, width_mm, font).height / MM
