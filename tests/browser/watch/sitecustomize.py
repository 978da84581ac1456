"""Python runs this at its start where this folder is on PYTHONPATH.

Writes every network call of the process to the file named by NETWORK_RECORD, one JSON line each,
before it is made: whom it connects to, and whose address it asks for.
"""

import json
import os
import sys

_RECORD = os.environ.get("NETWORK_RECORD")


def _network_call(event: str, args: tuple) -> list | None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}:
        return [event, args[1]]
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        return [event, args[0]]
    if event == "urllib.Request":
        return [event, args[0]]
    return None


def _watch(event: str, args: tuple) -> None:
    call = _network_call(event, args)
    if call and _RECORD:
        with open(_RECORD, "a", encoding="utf-8") as record:
            record.write(json.dumps(call, default=repr) + "\n")


if _RECORD:
    sys.addaudithook(_watch)
