"""What is wrong with a built page is seen: links to nothing, and anything from another host."""

import pytest

from tools.check_site import faults, main

PAGE = '<!doctype html><html><body><h1 id="top">A page</h1>{}</body></html>'

FINE = [
    '<a href="https://example.org/">elsewhere</a> <a href="mailto:a@b.c">m</a>',
    '<a href="#top">up</a>',
    '<a href="other.html#place">other</a> <img src="a%20b.png"> <script src="s.js"></script>',
    '<link rel="stylesheet" href="s.css?v=1"><img src="data:image/png;base64,AA==">',
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0,0"/></svg>',
    "<script>// see https://example.org/why\nconst a = '//';</script>",
]
WRONG = [
    ('<a href="gone.html">x</a>', "gone.html leads nowhere"),
    ('<a href="other.html#no">x</a>', "other.html#no leads to a place that the page does not have"),
    ('<a href="#no">x</a>', "#no leads to a place that the page does not have"),
    ('<a href="../outside.html">x</a>', "../outside.html leads nowhere"),
    ('<img src="no.png">', "no.png leads nowhere"),
    ('<img src="https://example.org/a.png">', "loads https://example.org/a.png from another host"),
    ('<script src="//cdn.example.org/a.js"></script>', "loads //cdn.example.org/a.js from another"),
    ('<link href="https://fonts.example.org/css" rel="stylesheet">', "loads https://fonts.example"),
    (
        '<img srcset="a%20b.png 1x, https://example.org/b.png 2x">',
        "loads https://example.org/b.png",
    ),
    ('<p style="background: url(https://example.org/a.png)">', "loads https://example.org/a.png"),
    ("<style>@import 'https://example.org/a.css';</style>", "loads https://example.org/a.css"),
    ("<script>fetch('https://example.org/count')</script>", "loads https://example.org/count"),
    ("<script>import('https://cdn.example.org/m.js')</script>", "loads https://cdn.example.org/m"),
    ("<script>i.src = 'https://example.org/dot.gif'</script>", "loads https://example.org/dot"),
    ('<iframe src="https://example.org/"></iframe>', "loads https://example.org/ from another"),
]


@pytest.fixture
def site(tmp_path):
    """A site of two pages with a picture, a script and a style."""
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "outside.html").write_text(PAGE.format(""))
    (folder / "other.html").write_text(PAGE.format('<p id="place">here</p>'))
    (folder / "index.html").write_text(PAGE.format(""))
    for name in ("a b.png", "s.js", "s.css"):
        (folder / name).write_text("")
    return folder


@pytest.mark.parametrize("content", FINE)
def test_what_is_allowed_passes(site, content):
    (site / "index.html").write_text(PAGE.format(content))
    assert faults(site) == []


@pytest.mark.parametrize(("content", "fault"), WRONG)
def test_an_offence_is_seen(site, content, fault):
    (site / "index.html").write_text(PAGE.format(content))
    found = faults(site)
    assert any(each.startswith("index.html: ") and fault in each for each in found), found


def test_styles_and_scripts_in_files_are_looked_at_too(site):
    (site / "s.css").write_text("@font-face { src: url('https://fonts.example.org/a.woff2'); }")
    (site / "s.js").write_text('new WebSocket("wss://example.org/live");')
    assert faults(site) == [
        "s.css: loads https://fonts.example.org/a.woff2 from another host",
        "s.js: loads wss://example.org/live from another host",
    ]


def test_the_command_tells_and_counts(site, capsys):
    assert main([str(site)]) == 0
    assert capsys.readouterr().out == "2 pages: no faults\n"
    (site / "index.html").write_text(PAGE.format('<img src="no.png">'))
    assert main([str(site)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 pages: 1 fault"
    assert main([]) == 2


def test_a_folder_without_a_page_is_no_site(tmp_path):
    with pytest.raises(ValueError, match="no page"):
        faults(tmp_path)
