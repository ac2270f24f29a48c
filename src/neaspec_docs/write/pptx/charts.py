"""A chart in its place -> a chart of PowerPoint with its workbook, which a double-click opens."""

from neaspec_docs.write.charts import data, office
from neaspec_docs.write.charts.lettering import SANS
from neaspec_docs.write.pptx.drawingml import Markup, related
from neaspec_docs.write.pptx.frames import Frame, frame
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides.visuals import Chart


def write(scene: Scene, made: Chart, index: int | None) -> Markup:
    """Return a chart; what it shows is said in its alternative text."""
    chart = data.read(made.source)
    part = office.part(chart, made.box.width, SANS, made.box.height, scene.language.tag)
    shown = related("c:chart", "id", scene.story.chart(part))
    return frame(scene, Frame("Chart", chart.alt, made.box, index), shown, office.DRAWING)
