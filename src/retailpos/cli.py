"""The same actions from a terminal. Exit codes: 0 done, 1 refused or something differed, 2 not understood, 3 trouble."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from retailpos import __version__
from retailpos.core.errors import PosError, Trouble
from retailpos.words import sentence

_SHOP = click.option("--shop", "shop_file", type=click.Path(path_type=Path), help="The shop file.")


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="retailpos")
@_SHOP
@click.pass_context
def main(context: click.Context, shop_file: Path | None) -> None:
    """A point of sale for independent shops. Without a command: the register."""
    if context.invoked_subcommand is None:
        from retailpos.app import run_register

        raise SystemExit(run_register(shop_file))


@main.command()
@click.argument("story", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--shop", "shop_file", type=click.Path(path_type=Path), help="Play into this file and keep it.")
@click.option("--tape", is_flag=True, help="Print each receipt and report as paper.")
@click.option("--json", "as_json", is_flag=True, help="Print what was recorded as JSON lines.")
def play(story: tuple[Path, ...], shop_file: Path | None, tape: bool, as_json: bool) -> None:
    """Play stories: a day at the till in plain text, every `expect` checked."""
    from retailpos.core.paper import render_text
    from retailpos.stories.language import StoryFault
    from retailpos.stories.play import json_lines, play_file

    for path in story:
        try:
            stage = play_file(path, shop=shop_file, telling=sentence)
        except StoryFault as fault:
            click.echo(f"{path}:{fault.line}: {fault.text}", err=True)
            raise SystemExit(1) from None
        except UnicodeDecodeError:
            click.echo(f"{path}: not a text file in UTF-8", err=True)
            raise SystemExit(2) from None
        try:
            if tape:
                for paper in stage.printer.papers:
                    click.echo("\n".join([*render_text(paper, 42), ""]))
            if as_json:
                for line in json_lines(stage):
                    click.echo(json.dumps(line, sort_keys=True, ensure_ascii=False))
        finally:
            stage.close()
        click.echo(f"{path}: holds", err=as_json)


def run() -> int:
    """Run a command and turn refusals and trouble into a sentence and an exit code."""
    try:
        main.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        return int(done.exit_code)
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except click.Abort:
        return 130
    except Trouble as trouble:
        click.echo(sentence(trouble), err=True)
        return 3
    except PosError as refusal:
        click.echo(sentence(refusal), err=True)
        return 1
    except SystemExit as done:
        return int(done.code or 0)
    return 0


if __name__ == "__main__":
    sys.exit(run())
