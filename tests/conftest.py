"""What every test stands on: no screen, no keyring, no network beyond this computer, nobody's own files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ.pop("RETAILPOS_DATA", None)

# No examples kept on disk, and no deadline: a busy machine is not a fault of the code.
hypothesis.settings.register_profile("house", deadline=None, database=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("house")


# The browser comes back to this computer at a port that is agreed with Intuit.
_FIXED_PORT = ("test_exchange_screens_connect.py", "test_exchange_wizard.py", "test_newcomer.py")


def _stay_at_home(event: str, details: tuple[object, ...]) -> None:
    """Refuse every connection that would leave this computer: no test may depend on somebody else's."""
    if event != "socket.connect":
        return
    address = details[1]
    host = address[0] if isinstance(address, tuple) else "localhost"
    if not (host in {"localhost", "::1", ""} or str(host).startswith("127.")):
        message = f"a test tried to reach {host}"
        raise ConnectionRefusedError(message)


sys.addaudithook(_stay_at_home)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several processes share the tests: a file stays together, and whatever has a screen or a port of a fixed
    number is done by one of them, one after the other.
    """
    for item in items:
        alone = item.get_closest_marker("xvfb") or item.path.name in _FIXED_PORT
        item.add_marker(pytest.mark.xdist_group("screen" if alone else str(item.path)))


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for the person's own shop files finds an empty folder instead."""
    monkeypatch.setenv("RETAILPOS_DATA", str(tmp_path_factory.mktemp("data")))


def need_tool(name: str) -> str:
    """The path of a program that a test starts; skips the test where it is missing, but never on the build server."""
    found = shutil.which(name)
    if found:
        return found
    reason = f"{name} is not installed; `python3 dev.py test` installs it where it may"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The name of a virtual X screen of 1920 by 1080, alive while the tests run."""
    server = need_tool("Xvfb")
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    if not number:
        pytest.fail("Xvfb did not start")
    yield f":{number}"
    process.terminate()
    process.wait(10)


@pytest.fixture
def window_environment(display: str, tmp_path: Path) -> dict[str, str]:
    """The environment of a program started by a test to show a real window on the virtual screen."""
    return {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "RETAILPOS_DATA": str(tmp_path / "data")}
