"""The map and the figures of the library draw the same picture."""

import io

import numpy as np
import pytest
from body_page import BodyPage
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from visits import Watch, visit

from referral_map import load_atlas
from referral_map.atlas.drawings import drawings
from referral_map.figures.pattern import draw_view

TALL = 720
CSS_DPI = 96
DIFFERS = 40
"""Of 255, in one of the colours: more than the smoothing of an edge makes."""

ALIKE, APART = 0.005, 0.02
"""Shares of the pixels that may differ of the same picture, and do without the pattern."""

# The picture of a view alone, so many px high: no marks, regions and letters, on white.
ALONE = """(svg, tall) => {
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const style = document.createElement("style");
  style.textContent = `
    .marks-layer, .stroke-layer, .regions, .letters, .ring { display: none; }
    svg.picture.alone { position: fixed; inset: 0 auto auto 0; z-index: 2147483647; margin: 0;
      inline-size: ${Math.round(tall * width / height)}px; block-size: ${tall}px;
      max-inline-size: none; max-block-size: none; aspect-ratio: auto; background: white; }`;
  const alone = svg.cloneNode(true);
  alone.classList.add("alone");
  svg.closest(".body-map").append(style, alone);
  return Math.round(tall * width / height);
}"""


def on_page(body: BodyPage, view: str) -> np.ndarray:
    """What the map shows of a view, as pixels ``(TALL, wide, 3)``."""
    wide = body.picture(view).evaluate(ALONE, TALL)
    shot = body.page.locator("svg.alone").screenshot()
    body.page.locator("svg.alone").evaluate(
        "svg => { svg.previousSibling.remove(); svg.remove(); }"
    )
    pixels = np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"), dtype=int)
    assert pixels.shape == (TALL, wide, 3)
    return pixels


def in_figure(atlas, view: str, point: str | None, side: str, wide: int) -> np.ndarray:
    """The same view as the library draws it."""
    figure = Figure(figsize=(wide / CSS_DPI, TALL / CSS_DPI), dpi=CSS_DPI)
    ax = figure.add_axes((0, 0, 1, 1))
    draw_view(ax, drawings(atlas), view, point, side)
    for text in list(ax.texts):
        text.remove()
    ax.set_title("")
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.array(canvas.buffer_rgba())[..., :3].astype(int)


@pytest.mark.parametrize(
    ("body_of", "region", "marked_in", "views"),
    [
        ("man", "buttock_lower_right", "back", ("back", "right")),
        ("woman", "thigh_front_middle_left", "front", ("front", "inner_legs")),
        ("woman", "heel_under_right", "soles", ("soles", "back")),
    ],
)
def test_a_figure_and_the_map_show_the_same_pattern(
    server, chromium, body_of, region, marked_in, views
):
    watch = Watch()
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    body = visit(context, server, watch, body_of).list_for(region, marked_in)
    body.cards.first.hover()
    point, side = body.listed()[0]
    atlas = load_atlas(body=body_of)
    for view in views:
        page = on_page(body, view)
        figure = in_figure(atlas, view, point, side, page.shape[1])
        differs = abs(page - figure).max(axis=2) > DIFFERS
        bare = in_figure(atlas, view, None, side, page.shape[1])
        assert differs.mean() < ALIKE, (point, view, differs.mean())
        assert (abs(page - bare).max(axis=2) > DIFFERS).mean() > APART, "the pattern counts"
    context.close()
    watch.check(server)
