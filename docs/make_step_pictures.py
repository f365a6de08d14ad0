"""Puts the steps of the day on sheets: `python docs/make_step_pictures.py FOLDER [TARGET]`.

FOLDER holds the pictures that the test of the whole day keeps when `RETAILPOS_STEP_PICTURES=FOLDER` is set: what the
real window showed at each step, by keys or by pointer, in each size and theme. Every combination becomes one sheet, in
the order of the day; a few steps are kept whole for the guide.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from make_pictures import small
from PIL import Image, ImageDraw, ImageFont

ACROSS, WIDE, GAP, WORDS = 4, 480, 16, 26
_NAMED = re.compile(r"(?P<called>.+?)-\d\d (?P<step>.+)")
_PAPER, _INK, _EDGE = "#FFFFFF", "#1B1F2A", "#DCD8CD"
WHOLE = {
    "keys-1366-light": ("float", "ringing", "tender", "change", "return", "count", "compare", "today", "day sent"),
    "pointer-1366-high-contrast": ("found",),
    "pointer-1920-dark": ("ringing",),
}


def steps(folder: Path) -> dict[str, list[tuple[str, Path]]]:
    """For each combination its steps in order: name and picture."""
    found: dict[str, list[tuple[str, Path]]] = {}
    for path in sorted(folder.glob("*.png")):
        said = _NAMED.fullmatch(path.stem)
        if said is not None:
            found.setdefault(said["called"], []).append((said["step"], path))
    return found


def sheet(shown: list[tuple[str, Path]], target: Path) -> None:
    """All steps of one combination, small, each with its name above."""
    with Image.open(shown[0][1]) as first:
        tall = WIDE * first.height // first.width
    rows = -(-len(shown) // ACROSS)
    size = (GAP + ACROSS * (WIDE + GAP), GAP + rows * (tall + WORDS + GAP))
    paper = Image.new("RGB", size, _PAPER)
    pen, face = ImageDraw.Draw(paper), ImageFont.load_default(16)
    for n, (name, path) in enumerate(shown):
        left = GAP + (n % ACROSS) * (WIDE + GAP)
        top = GAP + (n // ACROSS) * (tall + WORDS + GAP)
        pen.text((left, top), f"{n + 1}  {name}", fill=_INK, font=face)
        with Image.open(path) as step:
            paper.paste(step.convert("RGB").resize((WIDE, tall), Image.Resampling.LANCZOS), (left, top + WORDS))
        pen.rectangle((left - 1, top + WORDS - 1, left + WIDE, top + WORDS + tall), outline=_EDGE)
    small(paper, target)


def draw(folder: Path, target: Path) -> None:
    """Every sheet, and the steps that the guide shows whole."""
    target.mkdir(parents=True, exist_ok=True)
    for called, shown in steps(folder).items():
        sheet(shown, target / f"{called}.png")
        for name, path in shown:
            if name in WHOLE.get(called, ()):
                with Image.open(path) as step:
                    small(step.convert("RGB"), target / f"{called}-{name.replace(' ', '-')}.png")


if __name__ == "__main__":
    pictures = Path(__file__).resolve().parent / "pictures" / "steps"
    draw(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else pictures)
