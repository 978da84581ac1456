"""The web app: a body map to click on, and the trigger points that might explain the pain.

Everything of Streamlit is in this package. `app.py` at the top of the repository starts it.
"""

from pathlib import Path

from referral_map.app.assets import warm_up
from referral_map.app.serve import middleware, routes
from referral_map.app.server_options import set_defaults

#: The Streamlit script that draws the page.
SCRIPT = Path(__file__).with_name("page.py")

# Before any server starts: a folder without a config.toml of the repository has no other place.
set_defaults()

__all__ = ["SCRIPT", "middleware", "routes", "warm_up"]
