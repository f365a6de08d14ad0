"""`retailpos play`: stories, performed and checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retailpos.cli.terminal import named_file
from retailpos.words import sentence

if TYPE_CHECKING:
    from retailpos.stories.company_process import CompanyProcess
    from retailpos.stories.stage import Stage


@click.command()
@click.argument(
    "story",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
)
@click.option(
    "--shop", "shop_file", type=click.Path(path_type=Path, dir_okay=False), help="Play into this file and keep it."
)
@click.option("--tape", is_flag=True, help="Print each receipt and report as paper.")
@click.option("--json", "as_json", is_flag=True, help="Print what was recorded as JSON lines.")
def play(*, story: tuple[Path, ...], shop_file: Path | None, tape: bool, as_json: bool) -> None:
    """Play stories: a day at the till in plain text, every `expect` checked. `-` is standard input."""
    from retailpos.stories.language import StoryFault
    from retailpos.stories.play import play_file

    file = named_file(shop_file)
    for path in story:
        try:
            stage = play_file(path, shop=file, telling=sentence, company=_company_of(file))
        except StoryFault as fault:
            click.echo(f"{path}:{fault.line}: {fault.text}", err=True)
            raise SystemExit(1) from None
        except UnicodeDecodeError:
            click.echo(f"{path}: not a text file in UTF-8", err=True)
            raise SystemExit(2) from None
        try:
            _show(stage, tape=tape, as_json=as_json)
        finally:
            stage.close()
        click.echo(f"{path}: holds", err=as_json)


def _company_of(file: Path | None) -> CompanyProcess | None:
    """The practice company that this shop file has already; two at one ledger would not know of each other."""
    from retailpos.practice import company

    return company.running(file) if file is not None and company.note_of(file).exists() else None


def _show(stage: Stage, *, tape: bool, as_json: bool) -> None:
    from retailpos.core.paper import render_text
    from retailpos.stories.play import json_lines

    if tape:
        for paper in stage.printer.papers:
            click.echo("\n".join([*render_text(paper, 42), ""]))
    if as_json:
        for line in json_lines(stage):
            click.echo(json.dumps(line, sort_keys=True, ensure_ascii=False))
