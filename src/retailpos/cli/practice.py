"""`retailpos practice`: the practice shop and its practice company."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from retailpos.cli.terminal import NoScreen, has_screen
from retailpos.words import sentence


@click.command()
@click.option("--headless", is_flag=True, help="Without a screen: play the practice day and print its proof.")
@click.option("--stop", is_flag=True, help="Stop the practice company; the practice shop is kept.")
@click.option("--reset", is_flag=True, help="Throw the practice shop and its company away, to begin anew.")
@click.pass_context
def practice(context: click.Context, *, headless: bool, stop: bool, reset: bool) -> None:
    """Open the practice shop: filled, with three weeks of history and a QuickBooks company of its own.

    With --headless, the last line printed is JSON that says where the day's verified entry is, for a client to look
    it up. The practice company goes on until `retailpos practice --stop`.
    """
    if headless + stop + reset > 1:
        raise click.UsageError("--headless, --stop and --reset each stand alone.")
    if stop:
        _stop()
    elif reset:
        _reset()
    elif headless:
        _headless()
    else:
        _open(context)


def _open(context: click.Context) -> None:
    from retailpos.practice import shop

    if context.obj is None or not has_screen():
        raise NoScreen
    found = shop.ready(shop.practice_file(), lambda text: click.echo(text, err=True))
    raise SystemExit(context.obj(found.file, link=found.link, company_url=found.company_url))


def _headless() -> None:
    from retailpos.practice.day import play_day
    from retailpos.stories.language import StoryFault

    try:
        proof = play_day(click.echo, sentence)
    except StoryFault as fault:
        click.echo(f"The practice day did not go as told, line {fault.line}: {fault.text}", err=True)
        raise SystemExit(1) from None
    click.echo(json.dumps(asdict(proof)))


def _stop() -> None:
    from retailpos.practice import company
    from retailpos.practice.day import day_file
    from retailpos.practice.shop import practice_file

    stopped = [company.stop(file) for file in (practice_file(), day_file())]
    click.echo("The practice company is stopped." if any(stopped) else "No practice company was running.")


def _reset() -> None:
    from retailpos.practice.day import day_file
    from retailpos.practice.shop import practice_file, reset

    for file in (practice_file(), day_file()):
        reset(file)
    click.echo("The practice shop is gone; the next `retailpos practice` sets it up anew.")
