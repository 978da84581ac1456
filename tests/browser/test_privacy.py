"""Nothing leaves the machine: neither from the page nor from the server that sends it."""

import ipaddress

from body_page import STORED
from test_marking import THIGH
from visits import Watch, visit

OWN_NAMES = {"localhost", None, ""}


def is_own(address) -> bool:
    """True for this machine alone: a loopback address, a name of it, or a socket file."""
    host = address[0] if isinstance(address, list) else address
    if host in OWN_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return isinstance(address, str) and address.startswith(("/", "\0"))


def use_the_page(body):
    """A visit from end to end. Its requests are watched by `open_page`."""
    body.list_for(THIGH)
    body.open_card(0)
    body.take("brush")
    body.page.mouse.click(*body.point_in("calf_upper_left", "back"))
    body.expect_marked(2)
    body.read_how_it_works()
    body.list_by("How much of my pain it covers")
    body.page.wait_for_load_state("networkidle")


def test_the_server_calls_nobody(server, body):
    use_the_page(body)
    calls = server.calls()
    kinds = {kind for kind, _ in calls}
    assert "socket.bind" in kinds, "the record saw nothing, not even the server's own address"
    assert [call for call in calls if not is_own(call[1])] == []


def test_the_browser_calls_nobody_else(server, chromium):
    context = chromium.new_context()
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    use_the_page(visit(context, server, Watch()))
    context.close()
    assert len(asked) >= 20
    assert [url for url in asked if not url.startswith((server.url, "data:", "blob:"))] == []


def test_no_statistics_are_gathered_and_nobody_is_numbered(server, open_page):
    body = open_page()
    use_the_page(body)
    cookies = {cookie["name"] for cookie in body.page.context.cookies()}
    assert cookies <= {"_streamlit_xsrf"}
    stored = body.page.evaluate("Object.keys(localStorage)")
    assert [key for key in stored if "ajs" in key or "id" in key.lower()] == []
    assert STORED in stored
    left = sorted(path.name for path in server.home.rglob("*") if path.is_file())
    assert [name for name in left if "machine" in name] == []


def test_the_page_may_not_load_from_elsewhere(server, chromium):
    context = chromium.new_context()
    page = visit(context, server, Watch()).page
    refused = page.evaluate("""() => new Promise(resolve => {
      document.addEventListener("securitypolicyviolation", event => resolve(event.blockedURI));
      const picture = document.createElement("img");
      picture.src = "https://elsewhere.invalid/picture.png";
      document.body.append(picture);
      setTimeout(() => resolve(null), 3000);
    })""")
    context.close()
    assert refused == "https://elsewhere.invalid/picture.png"
