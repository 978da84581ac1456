"""Files as the browser sends them."""

import base64


def base64_of(content: str | bytes) -> str:
    """The content of a file."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return base64.b64encode(data).decode()


def files_of(*contents: str | bytes) -> list[dict[str, str]]:
    """Files to compare: file1.json and so on."""
    return [
        {"name": f"file{number}.json", "content": base64_of(each)}
        for number, each in enumerate(contents, 1)
    ]
