"""Options of Streamlit's server that hold however the app is started.

`.streamlit/config.toml` counts only where the app is started from the top of the repository. These
hold everywhere, unless whoever starts it sets them: by a flag, the environment or a config.toml.
"""

from streamlit import config
from streamlit.config_option import ConfigOption

DEFAULTS = {
    # Streamlit would look through every loaded module at each visit: 25 visitors at once wait 6 s.
    "server.fileWatcherType": "none",
    # MB. The app takes no files (see unused.py).
    "server.maxUploadSize": 1,
}


def set_defaults() -> None:
    """Set ``DEFAULTS`` now or as soon as Streamlit reads its options, and whenever it reads them
    again."""
    # Reading them now would be too early: Streamlit does not know yet where the app is.
    config.on_config_parsed(_set_what_nobody_set)
    config.on_config_parsed(_set_what_nobody_set, force_connect=True)


def _set_what_nobody_set() -> None:
    for name, value in DEFAULTS.items():
        if not config.is_manually_set(name):
            config.set_option(name, value, ConfigOption.STREAMLIT_DEFINITION)
