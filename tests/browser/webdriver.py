"""The few commands of the WebDriver protocol that the tests need (https://www.w3.org/TR/webdriver2/)."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)


class Browser:
    """One session of a browser behind a WebDriver server."""

    def __init__(self, server: str, profile: Path, *, javascript: bool, dark: bool) -> None:
        self.server = server
        options: dict[str, Any] = {"args": [*OPTIONS, f"--user-data-dir={profile}"]}
        if not javascript:
            options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
        if dark:
            options["args"].append("--force-dark-mode")
        capabilities = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"},
        }
        found = self._send("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = f"/session/{found['sessionId']}"

    def open(self, path: Path) -> None:
        self._send("POST", f"{self.session}/url", {"url": path.as_uri()})

    def run(self, script: str, *arguments: Any) -> Any:
        return self._send("POST", f"{self.session}/execute/sync", {"script": script, "args": arguments})

    def run_async(self, script: str, *arguments: Any) -> Any:
        return self._send("POST", f"{self.session}/execute/async", {"script": script, "args": arguments})

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, as a user without a mouse does."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self._send("POST", f"{self.session}/actions", {"actions": [source]})

    def pdf(self) -> bytes:
        return base64.b64decode(self._send("POST", f"{self.session}/print", {}))

    def log(self) -> list[dict[str, Any]]:
        return self._send("POST", f"{self.session}/se/log", {"type": "browser"})

    def close(self) -> None:
        self._send("DELETE", self.session)

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.server + path, data=data, method=method, headers={"Content-Type": "application/json"}
        )
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=120) as answer:
            return json.load(answer)["value"]


@contextmanager
def driver(program: str) -> Iterator[str]:
    """Start a WebDriver server on a free port; gives its address."""
    process = subprocess.Popen([program, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        for line in process.stdout:
            if match := re.search(r"started successfully on port (\d+)", line.strip()):
                yield f"http://127.0.0.1:{match[1]}"
                return
        raise RuntimeError(f"{program} did not start")
    finally:
        process.terminate()
        process.stdout.close()
        process.wait(timeout=30)
