"""The same actions from a terminal.

Exit codes: 0 done; 1 refused, or something differed; 2 the command was not understood; 3 trouble with the world
(disk, network, screen), so that the same command may work later.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from retailpos import __version__
from retailpos.cli.booking import book, connection, disconnect
from retailpos.cli.exchange import exchange
from retailpos.cli.exchange_right import proofs, receipt, right
from retailpos.cli.lists import lists
from retailpos.cli.money import clearing, export, notices, payouts, settle
from retailpos.cli.practice import practice
from retailpos.cli.report import report
from retailpos.cli.shop import backup, check
from retailpos.cli.story import play
from retailpos.cli.terminal import SHOP, NoScreen, NoShopYet, has_screen, own_file, practice_file
from retailpos.core.errors import PosError, Trouble
from retailpos.settings import give_way
from retailpos.words import sentence

DONE, DIFFERED, NOT_UNDERSTOOD, TROUBLE, STOPPED = 0, 1, 2, 3, 130

_CODES = (
    "Exit codes: 0 done; 1 refused, or something differed; 2 the command was not understood; "
    "3 trouble with the disk, the network or the screen."
)


@click.group(invoke_without_command=True, epilog=_CODES)
@click.version_option(__version__, prog_name="retailpos")
@SHOP
@click.pass_context
def main(context: click.Context, *, shop_file: Path | None) -> None:
    """A point of sale for independent shops. Without a command: the register."""
    if context.invoked_subcommand is not None:
        if context.obj is not None and context.invoked_subcommand != practice.name:
            give_way()
        return
    if context.obj is None or not has_screen():
        raise NoScreen
    file = own_file(shop_file)
    if not file.exists() and shop_file is None:
        raise NoShopYet
    if file == practice_file():
        # With its company, as `retailpos practice` opens it.
        context.invoke(practice)
    raise SystemExit(context.obj(file, **_company_of(file)))


def _company_of(file: Path) -> dict[str, Any]:
    """The link to the practice company of a shop file that was given one; nothing for any other."""
    from retailpos.practice import company
    from retailpos.practice.link import link_to

    known = company.remembered(file)
    return {} if known is None else {"link": link_to(known, file), "company_url": known.url}


for _command in (play, check, exchange, report, backup, practice):
    main.add_command(_command)
for _command in (
    settle,
    payouts,
    export,
    clearing,
    notices,
    lists,
    book,
    connection,
    disconnect,
    proofs,
    receipt,
    right,
):
    exchange.add_command(_command)


def run(open_register: Callable[..., int] | None = None, arguments: list[str] | None = None) -> int:
    """Run a command and say its exit code; refusals and trouble become a sentence on standard error.

    `open_register(shop_file, link=..., company_url=...)` opens the window: whoever composes the program hands it
    in, since the command line knows no screens.
    """
    try:
        main.main(args=arguments, prog_name="retailpos", standalone_mode=False, obj=open_register)
    except click.exceptions.Exit as done:
        return int(done.exit_code)
    except click.ClickException as wrong:
        return _not_understood(wrong)
    except click.Abort:
        return STOPPED
    except SystemExit as done:
        return int(done.code or 0)
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Trouble as trouble:
        return _told(sentence(trouble), TROUBLE)
    except PosError as refusal:
        return _told(sentence(refusal), DIFFERED)
    except Exception as fault:  # noqa: BLE001  # the last door: our own faults become one calm sentence with a number
        return _our_fault(fault)
    return DONE


def _told(text: str, code: int) -> int:
    click.echo(text, err=True)
    return code


def _not_understood(wrong: click.ClickException) -> int:
    """Say what was not understood, in the program's own tone, and where help is."""
    context: Any = getattr(wrong, "ctx", None)
    said = wrong.message if isinstance(wrong, click.BadParameter) and wrong.message else wrong.format_message()
    if isinstance(wrong, NoScreen):
        return _told(said, TROUBLE)
    if isinstance(wrong, NoShopYet):
        return _told(said, DIFFERED)
    help_at = context.command_path if context else "retailpos"
    return _told(f"{said}\nSee: {help_at} --help", NOT_UNDERSTOOD)


def _our_fault(fault: Exception) -> int:
    """Something we did not foresee: into the log, under a number that can be read out."""
    from retailpos.logbook import open_log, reference
    from retailpos.settings import data_dir

    number = reference()
    log = open_log(data_dir() / "log")
    logging.getLogger(__name__).error("reference %s", number, exc_info=fault)
    said = f"Something went wrong that is our fault. What was recorded is safe. Reference {number}, in {log}"
    return _told(said, TROUBLE)


if __name__ == "__main__":
    sys.exit(run())
