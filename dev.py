#!/usr/bin/env python3
"""Set everything up, then run or test retailpos. Needs Python 3.11 or newer and pip; on Windows say `py dev.py`.

python3 dev.py run          open the practice register; without a display, play the practice day and print its proof
python3 dev.py run ARGS     run `retailpos ARGS`
python3 dev.py test         style, types, import contracts and every test
python3 dev.py test ARGS    run `pytest ARGS` only

--no-system installs nothing and writes nothing outside this folder.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
STAMP = VENV / "set-up-stamp"
LOCK = ROOT / "requirements" / "dev.txt"
EMULATOR, EMULATOR_LOCK = TOOLS / "emupos", ROOT / "requirements" / "emupos.txt"
DECODER, DECODER_LOCK = TOOLS / "npos", ROOT / "requirements" / "npos"
OLDEST = (3, 11)
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
ALL_AT_ONCE = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadgroup"]

# What Qt opens at run time and no Python package brings: file to load, then its package for apt, dnf and zypper.
QT_LIBRARIES = (
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2", "libglib-2_0-0"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl", "libEGL1"),
    ("libGL.so.1", "libgl1", "libglvnd-glx", "libGL1"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon0"),
)
WINDOW_LIBRARIES = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11-0"),
)
WAYLAND_LIBRARIES = (("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "libwayland-cursor0"),)
# What the tests start beside the program: a screen without glass, a hand on its keys, eyes for its writes and its face.
TEST_TOOLS = (
    ("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-x11-server-Xvfb"),
    ("xdotool", "xdotool", "xdotool", "xdotool"),
    ("strace", "strace", "strace", "strace"),
    ("import", "imagemagick", "ImageMagick", "ImageMagick"),
)


def say(text: str) -> None:
    """Tell the person; standard output belongs to the program that is started."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """End with one plain sentence."""
    say(text)
    raise SystemExit(1)


def quietly(command: list[str], *, env: dict[str, str] | None = None) -> bool:
    """Run a command without its chatter, which is shown only when it did not succeed."""
    pipe, none = subprocess.PIPE, subprocess.DEVNULL
    done = subprocess.run(command, cwd=ROOT, env=env, stdin=none, stdout=pipe, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        say(done.stdout.decode("utf-8", "replace")[-4000:])
        say("This command did not succeed: " + shlex.join(command))
    return done.returncode == 0


# --- the right Python ------------------------------------------------------------------------------------------------


def go_on_with_a_newer_python() -> None:
    """Hand over to a newer Python beside an old one, or say which one is needed."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(14, OLDEST[1] - 1, -1):
        newer = shutil.which("python3.%d" % minor)
        # Some version managers put a name on the path that answers only with advice.
        if newer and not subprocess.call([newer, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            raise SystemExit(subprocess.call([newer, *sys.argv]))
    stop(
        "retailpos needs Python %d.%d or newer, and this is Python %d.%d. Install one (on Ubuntu 22.04: "
        "apt-get install python3.11) and say the same again." % (OLDEST + sys.version_info[:2])
    )


def own_python() -> str:
    """The Python outside any virtual environment that this script runs in."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


# --- system libraries ------------------------------------------------------------------------------------------------


def loads(library: str) -> bool:
    """Whether the system's loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_from_the_system(*, testing: bool) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The libraries without which no window opens, and the tools without which some tests are skipped."""
    if not sys.platform.startswith("linux"):
        return [], []
    wanted: list[tuple[str, ...]] = [*QT_LIBRARIES]
    if testing or os.environ.get("DISPLAY"):
        wanted += WINDOW_LIBRARIES
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted += WAYLAND_LIBRARIES
    libraries = [row for row in wanted if not loads(row[0])]
    tools: list[tuple[str, ...]] = [row for row in TEST_TOOLS if testing and not shutil.which(row[0])]
    return libraries, tools


def install_commands(rows: list[tuple[str, ...]]) -> list[list[str]]:
    """How this system's own package manager installs these; empty where we know none."""
    if shutil.which("apt-get"):
        options = ["-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
        return [["apt-get", "update"], ["apt-get", "install", *options, *sorted({row[1] for row in rows})]]
    if shutil.which("dnf"):
        return [["dnf", "install", "-y", *sorted({row[2] for row in rows})]]
    if shutil.which("zypper"):
        return [["zypper", "--non-interactive", "install", *sorted({row[3] for row in rows})]]
    return []


def become_root() -> list[str] | None:
    """What to put before a command so that it may install, or None where we may not."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if not shutil.which("sudo"):
        return None
    asks = sys.stdin is not None and sys.stdin.isatty()
    if not asks and subprocess.call(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        return None
    return ["sudo", "env", "DEBIAN_FRONTEND=noninteractive"]


def ready_the_system(*, testing: bool, allowed: bool) -> None:
    """Install what Qt needs from the system, or name the exact command and stop."""
    libraries, tools = missing_from_the_system(testing=testing)
    missing = libraries + tools
    if not missing:
        return
    names = ", ".join(row[0] for row in missing)
    commands = install_commands(missing)
    prefix = become_root() if allowed and commands else None
    if prefix is not None:
        say("Installing from the system's packages, once: " + names)
        if prefix[0] == "sudo":
            subprocess.call(["sudo", "-v"])
        if all(quietly(prefix + command) for command in commands):
            return
    sudo = "" if not commands or os.geteuid() == 0 else "sudo "
    how = " && ".join(sudo + shlex.join(command) for command in commands) or "your system's package manager"
    if libraries and allowed:
        stop(f"These are missing from the system: {names}.\nInstall them with: {how}\nThen say the same again.")
    say(f"Missing from the system: {names}. What needs them will not work. They come with: {how}")


# --- Python packages -------------------------------------------------------------------------------------------------


def stamp_now() -> str:
    """Everything that decides what the environment holds, as one line."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_set_up() -> bool:
    """Whether the environment is the one that the lock describes."""
    try:
        return PYTHON.exists() and STAMP.read_text(encoding="ascii") == stamp_now()
    except OSError:
        return False


def environment_fits() -> bool:
    """Whether the environment that lies there was made by this very Python version."""
    try:
        answer = subprocess.check_output(
            [str(PYTHON), "-c", "import sys; print(sys.version)"], stderr=subprocess.DEVNULL
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.decode("utf-8", "replace").strip() == sys.version.strip()


def find_uv() -> str | None:
    """The uv on the path, or our own copy in .tools, fetched once; None where neither can be had."""
    found = shutil.which("uv")
    if found:
        return found
    own = [TOOLS / folder / name for folder in ("bin", "Scripts") for name in ("uv", "uv.exe")]
    if not any(path.exists() for path in own):
        say("Fetching uv, the installer, into .tools ...")
        pip = [own_python(), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        where = ["--no-warn-script-location", "--target", str(TOOLS)]
        quietly([*pip, *where, "--require-hashes", "-r", str(ROOT / "requirements" / "uv.txt")])
    return next((str(path) for path in own if path.exists()), None)


def install_with_uv(uv: str, env: dict[str, str]) -> bool:
    """Bring the environment to exactly what the lock says."""
    pip = [uv, "pip"]
    return quietly(
        [*pip, "sync", "--python", str(PYTHON), "--require-hashes", "--compile-bytecode", str(LOCK)], env=env
    ) and quietly([*pip, "install", "--python", str(PYTHON), "--no-deps", "--no-build-isolation", "-e", "."], env=env)


def install_with_pip(env: dict[str, str]) -> bool:
    """The slower way to the same, where uv cannot be had or does not reach what pip reaches."""
    pip = [own_python(), "-m", "pip", "--disable-pip-version-check", "--python", str(PYTHON), "install"]
    return quietly([*pip, "--require-hashes", "-r", str(LOCK)], env=env) and quietly(
        [*pip, "--no-deps", "--no-build-isolation", "-e", "."], env=env
    )


def ready_the_packages(*, own_cache: bool) -> None:
    """Bring .venv to what the lock says; nothing to do, and at once, where it is."""
    if is_set_up():
        return
    say("Setting up .venv from requirements/dev.txt (about 600 MB, once) ...")
    env = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1"}
    env.pop("VIRTUAL_ENV", None)
    if "PIP_CERT" in env:  # whom pip was told to trust, uv shall trust too
        env.setdefault("SSL_CERT_FILE", env["PIP_CERT"])
    if own_cache:
        env["UV_CACHE_DIR"] = env["PIP_CACHE_DIR"] = os.environ["PIP_CACHE_DIR"] = str(TOOLS / "cache")
    STAMP.unlink(missing_ok=True)
    if VENV.exists() and not environment_fits():
        shutil.rmtree(VENV)
    if not VENV.exists() and not quietly([own_python(), "-m", "venv", "--without-pip", str(VENV)]):
        stop("Python could not make a virtual environment. On Debian, python3-venv may be missing.")
    uv = find_uv()
    if not (uv and install_with_uv(uv, env)) and not install_with_pip(env):
        stop("Setting up stopped there. See the lines above (a network? a full disk?), then say the same again.")
    STAMP.write_text(stamp_now(), encoding="ascii")


def newer_python() -> str | None:
    """A Python 3.13 or newer that really runs: this one, one on the path, or one that pyenv keeps."""
    kept = sorted(
        (Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions").glob("3.1[3-9]*/bin/python")
    )
    named = [shutil.which(f"python3.{minor}") for minor in (13, 14, 15)]
    for candidate in (own_python(), *filter(None, named), *map(str, kept)):
        code = "import sys, venv; sys.exit(sys.version_info < (3, 13))"
        if subprocess.call([candidate, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
            return candidate
    return None


def ready_the_emulator() -> None:
    """A receipt printer by other people, in a place of its own, where a Python it can live with is at hand."""
    program = EMULATOR / ("Scripts" if WINDOWS else "bin") / "python"
    done = EMULATOR / "set-up-stamp"
    python = None if done.exists() else newer_python()
    if python is None:
        return
    say("Setting up the printer emulator in .tools/emupos (once) ...")
    shutil.rmtree(EMULATOR, ignore_errors=True)
    uv = find_uv()
    pip = [uv, "pip"] if uv else [own_python(), "-m", "pip"]
    options = ["--python", str(program), "--require-hashes", "-r", str(EMULATOR_LOCK)]
    install = [*pip, "install", *options] if uv else [*pip, "--python", str(program), "install", *options[2:]]
    env = {**os.environ, "UV_NO_PROGRESS": "1"}
    if "PIP_CERT" in env:
        env.setdefault("SSL_CERT_FILE", env["PIP_CERT"])
    if quietly([python, "-m", "venv", "--without-pip", str(EMULATOR)]) and quietly(install, env=env):
        done.write_text("ready\n", encoding="ascii")
    else:
        say("It could not be had; the tests that print to it are skipped.")


def ready_the_decoder() -> None:
    """A reader of the printer language by other people, where Node.js and npm are at hand."""
    npm, done = shutil.which("npm"), DECODER / "set-up-stamp"
    if done.exists() or not npm or not shutil.which("node"):
        return
    say("Setting up the printer language's reader in .tools/npos (once) ...")
    shutil.rmtree(DECODER, ignore_errors=True)
    shutil.copytree(DECODER_LOCK, DECODER)
    if quietly([npm, "ci", "--omit=optional", "--ignore-scripts", "--prefix", str(DECODER)]):
        done.write_text("ready\n", encoding="ascii")
    else:
        say("It could not be had; the tests that read with it are skipped.")


# --- run and test ----------------------------------------------------------------------------------------------------


def screen_answers() -> bool:
    """Whether a window could open: a desktop, or an X or Wayland screen that takes a connection."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    host, _, number = os.environ.get("DISPLAY", "").partition(":")
    number = number.partition(".")[0]
    if not number.isdigit():
        return False
    if host and host != "unix":
        places: list[tuple[int, object]] = [(socket.AF_INET, (host, 6000 + int(number)))]
    else:
        places = [(socket.AF_UNIX, mark + "/tmp/.X11-unix/X" + number) for mark in ("", "\0")]  # noqa: S108  # X's own place
    for family, address in places:
        with socket.socket(family) as probe:
            probe.settimeout(2)
            if not probe.connect_ex(address):  # type: ignore[arg-type]  # its kind goes with the family
                return True
    return False


def run(arguments: list[str], *, inside: bool) -> int:
    """Start `retailpos`, in our own place where the system lets us."""
    env = dict(os.environ)
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # a start is not quick where every module is compiled anew
    if inside:
        env.setdefault("RETAILPOS_DATA", str(TOOLS / "data"))
    if not arguments:
        seen = screen_answers()
        arguments = ["practice"] if seen else ["practice", "--headless"]
        if not seen:
            env["QT_QPA_PLATFORM"] = "offscreen"
    command = [str(PYTHON), "-m", "retailpos", *arguments]
    if not WINDOWS:
        os.execve(command[0], command, env)  # noqa: S606  # no shell is the point
    return subprocess.call(command, env=env)


def check(row: tuple[str, list[str]]) -> tuple[str, bool, float, str]:
    """One check's name, outcome, seconds and words."""
    name, command = row
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return name, done.returncode == 0, time.monotonic() - start, done.stdout.decode("utf-8", "replace")


def test(arguments: list[str]) -> int:
    """Every check, then every test; pytest's own closing line comes last. With arguments, pytest alone."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    python = str(PYTHON)
    checks = (
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("style", [python, "-m", "ruff", "check", "."]),
        ("types", [python, "-m", "mypy"]),
        ("imports", [str(BIN / "lint-imports")]),
    )
    failed = False
    if not arguments:
        with ThreadPoolExecutor(2) as pool:
            for name, good, seconds, words in pool.map(check, checks):
                print(f"{name:8} {'passed' if good else 'FAILED'} in {seconds:.1f} s", flush=True)
                failed = failed or not good
                print("" if good else words, end="", flush=True)
    code = subprocess.call([python, "-m", "pytest", *(arguments or ALL_AT_ONCE)], cwd=ROOT, env=env)
    return code or int(failed)


def main(arguments: list[str]) -> int:
    """Understand the words after dev.py."""
    go_on_with_a_newer_python()
    inside = "--no-system" in arguments
    arguments = [word for word in arguments if word != "--no-system"]
    if not arguments or arguments[0] not in {"run", "test"}:
        say(__doc__ or "")
        return 2
    verb, rest = arguments[0], arguments[1:]
    ready_the_system(testing=verb == "test", allowed=not inside)
    ready_the_packages(own_cache=inside)
    if verb == "run":
        return run(rest, inside=inside)
    ready_the_emulator()
    ready_the_decoder()
    return test(rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
