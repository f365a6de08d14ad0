"""The words for every refusal and trouble: what happened, and what to do. One table; nobody else makes sentences."""

from __future__ import annotations

from retailpos.core.errors import PosError
from retailpos.core.money import Money, shown
from retailpos.core.paper import printable
from retailpos.wording import _

# code: (what happened, what to do). `{name}` takes a fact of the error.
_TOLD: dict[str, tuple[str, str]] = {
    "amount_unreadable": ("{text} is not an amount.", "Type digits and one point, such as 18.60."),
    "amount_too_large": ("That sum is above what one sale can hold.", "Look at the price and the quantity."),
    "amount_out_of_range": ("That amount can't be used here.", "Type one between 0.01 and 99,999,999.99."),
    "quantity_unreadable": ("{text} is not a quantity.", "Type a number such as 3 or 0.35."),
    "quantity_out_of_range": ("{quantity} can't be sold on one line.", "Use 0.001 to 9,999."),
    "quantity_not_whole": ("{name} is sold by the piece.", "{quantity} can't be sold; use a whole number."),
    "percent_unreadable": ("{text} is not a percentage.", "Type 0 to 100."),
    "no_such_line": ("That line is not on the sale any more.", "Choose another."),
    "too_many_lines": ("This sale has {most} lines.", "Finish it and begin another."),
    "discount_above_price": ("This is above the price.", "Use {most} or less."),
    "nothing_to_sell": ("There is nothing on this sale yet.", "Scan or choose an item first."),
    "nothing_is_due": ("Nothing is left to pay.", "Go on with the next sale."),
    "money_is_owed": ("The customer gets {amount} back.", "Choose how to give it back."),
    "nothing_is_owed": ("Nothing is owed to the customer.", "Take a payment instead."),
    "refund_above_owed": ("Only {owed} is owed to the customer.", "Give back that or less."),
    "only_cash_gives_change": ("{tender} can't give change.", "Take {due} or less with it."),
    "cash_off_step": ("Cash is rounded to {step} here.", "Take {below} or {above}."),
    "still_due": ("{due} is left to pay.", "Take a payment first."),
    "code_unknown": ("{code} is not in the shop.", "Put it aside, or sell it as an open item."),
    "ran_out": ("{name} ran out on {date}.", "Put it aside; its code says so."),
    "looks_like_a_card": ("That looks like a payment card.", "It was not kept. Use the card terminal."),
    "item_not_sold": ("{name} is not sold any more.", "Choose another item."),
    "not_enough_stock": ("There is not enough stock: only {left} of {name} left.", "Sell that many, or ask a manager."),
    "sign_in_first": ("Nobody is signed in.", "Sign in first."),
    "needs_right": ("{who} may not do this: it needs somebody with the right ({right}).", "Ask a manager to allow it."),
    "nothing_to_undo": ("There is nothing to undo.", "Payments are taken off one by one."),
    "nothing_to_redo": ("There is nothing to do again.", ""),
    "nothing_to_hold": ("There is nothing to hold.", "Scan something first."),
    "card_payment_holds_sale": ("A card payment is on this sale.", "Finish it, or void the payment on the terminal."),
    "held_name_taken": ("A sale is held as {name} already.", "Use another name."),
    "nothing_held_so": ("No sale is held as {name}.", "Look at the held sales."),
    "finish_this_sale_first": ("{lines} lines are on the ticket.", "Sell or hold them first."),
    "line_comes_back": ("This line is coming back.", "Remove it and choose the quantity on the receipt."),
    "drawer_not_open": ("The drawer is not open yet.", "Count the float first; card sales work already."),
    "drawer_open_already": ("The drawer is open already.", "Go on selling, or close it first."),
    "drawer_still_open": ("The drawer of register {register} is still open for {date}.", "Count it first."),
    "sale_unfinished": ("A sale on register {register} is not finished.", "Finish or hold it first."),
    "no_day_to_close": ("No day is open.", "There is nothing to close."),
    "older_day_first": ("{date} is not closed yet.", "Close it first."),
    "day_closed_already": ("{date} is closed already.", ""),
    "day_not_closed": ("{date} is not closed yet.", "Close the day, then send it."),
    "no_day_yet": ("No day has any business yet.", "Open the drawer and ring up the first sale."),
    "nothing_on_that_day": ("Nothing was recorded on {date}.", "Choose another day."),
    "scanner_out_of_range": ("Those times can't be used for a scanner.", "Use 1 to {most} ms, and a short prefix."),
    "nothing_to_mend": ("{date} was not changed in QuickBooks.", "Nothing has to be mended."),
    "nothing_differs": ("{date} stands in QuickBooks as it would be sent now.", "Nothing has to be put right."),
    "nothing_sent": ("Nothing of {date} stands in QuickBooks yet.", "Send it first."),
    "not_taken_back": ("{date} was not taken back.", "Only a day that was taken back is sent anew."),
    "adjusted_already": ("An adjusting entry stands beside {date} already.", "Take both back, then send the day anew."),
    "look_first": ("The entry of {date} was not found in QuickBooks.", "Read it back first, then decide."),
    "tax_reckoned_there": ("QuickBooks reckoned tax of its own on {number}.", "Put ours back, or keep theirs."),
    "not_signed_off": ("{date} is not signed off yet.", "Look at the entry and sign it off, then send it."),
    "nothing_to_sign_off": ("Nothing of {date} waits for a signature.", "Close the day first."),
    "sign_off_blocked": ("A row of {date} has no account yet.", "Choose where it goes, then sign the day off."),
    "books_not_closed": ("{date} does not wait for closed books.", "Send it as it is."),
    "not_held_back": ("{date} is not held back.", "Send it as it is."),
    "moved_in_quickbooks": (
        "The entry was moved to {date} in QuickBooks.",
        "No entry makes up for that. Put ours back, or take theirs.",
    ),
    "only_journals_are_adjusted": (
        "{number} is no journal entry, so no entry can make up for it.",
        "Put ours back, or take theirs.",
    ),
    "day_blocked": (
        "{date} is blocked: {title} ({slot}) has {cents} and no account.",
        "Choose one and the day is ready.",
    ),
    "day_not_verified": ("{date} is {state}: {reason} {said}", "Look at the day in the calendar."),
    "reason_needed": ("A reason is needed.", "Choose or type one."),
    "receipt_not_found": ("No receipt has the number {number}.", "Look at it once more, or search by date."),
    "receipt_is_void": ("Receipt {number} was voided.", "Nothing of it can come back."),
    "came_back_before": ("{back} of {name} came back before.", "{left} is left to return."),
    "came_back_so_no_void": ("Goods of {number} came back already.", "Return the rest instead."),
    "cannot_come_back": ("{name} can't be returned.", ""),
    "choose_customer_first": ("Nobody is named on this sale.", "Choose the customer whose account it goes to."),
    "no_house_account": ("{name} has no house account.", "Take another payment, or ask a manager to open one."),
    "house_limit": ("{name} may owe {limit} and owes {owes}.", "{left} can still be charged."),
    "nothing_printed_yet": ("No receipt was printed yet.", ""),
    "leave_above_count": ("{counted} was counted.", "Leave that or less."),
    "not_paid_so": ("Not that much was paid with {tender}.", "Look at the receipt."),
    "no_such_item": ("No item is called {name}.", "Search for it, or sell it as an open item."),
    "no_such_customer": ("No customer is called {name}.", "Look at the spelling, or add them."),
    "not_on_receipt": ("{name} is not on receipt {number}.", "Look at the receipt once more."),
    "no_such_tender": ("{name} is no way to pay here.", "Choose one that is shown."),
    "no_such_slot": ("{name} is no row of the mapping.", "Choose one that is shown."),
    "account_needed": ("An account is needed.", "Choose one, or None."),
    "paper_not_kept": ("{name} could not be kept in {folder}.", "Look whether that folder can be written to."),
    "signer_needed": ("A name is needed to sign off.", "Type who looked at the mapping."),
    "sign_date_needed": ("A date is needed to sign off.", "Type it as 2026-03-16."),
    "mapping_changed": ("The mapping was changed meanwhile.", "Look at the newest version, then sign that one off."),
    "class_gone": ("The class {name} isn't in use in QuickBooks.", "Switch it on there, or choose another."),
    "location_gone": ("The location {name} isn't in use in QuickBooks.", "Switch it on there, or choose another."),
    "pin_does_not_fit": ("That PIN doesn't fit {name}.", "{left} tries are left."),
    "pin_wait": ("{name} has to wait {seconds} s.", "Then try again."),
    "pin_locked": ("{name} is locked after too many tries.", "A manager can set a new PIN."),
    "pin_of_digits": ("A PIN has 4 to 8 digits.", "Choose another."),
    "somebody_else_must_allow": ("Somebody else has to allow it.", "Ask a manager for their PIN."),
    "employee_incomplete": ("A name and a role are needed.", "Fill in both."),
    "name_taken": ("{name} is there already.", "Use another name."),
    "name_needed": ("A name is needed.", "Type one."),
    "name_too_long": ("The name is too long.", "Use {most} characters or fewer."),
    "name_has_control_characters": ("The name holds control characters.", "Type it again without them."),
    "barcode_taken": ("{name} has this barcode already.", "Use another, or open that item."),
    "nobody_of_that_name": ("Nobody of that name works here.", "Choose a person who is shown."),
    "no_shop_file": ("There is no shop file at {path}.", "Look at the name, or make a new shop."),
    "shop_file_exists": ("A file is there already: {path}.", "Choose another name; it was left alone."),
    "not_a_shop_file": ("{path} is not a shop file.", "It was left alone. Choose another."),
    "shop_file_is_newer": ("{path} was made by a newer retailpos.", "Update the program; the file was left alone."),
    "shop_file_unprotected": (
        "The protection of this file's records was changed: {triggers}.",
        "Selling stops. Restore a backup, or ask for help.",
    ),
    "shop_file_linked": ("{path} has a second name on the disk.", "Remove the link and open it again."),
    "shop_file_in_use": ("This shop is open in another program: {path}.", "Use that one, or close it first."),
    "shop_not_set_up": ("This shop file holds no shop yet.", "Make a new shop."),
    "older_file": (
        "This is an older copy of the shop: it holds {here} of {known} records.",
        "Put the newest file back, or accept the loss with: retailpos restore --accept",
    ),
    "nothing_was_lost": ("This file is as new as it was.", "There is nothing to accept."),
    "backup_exists": ("{path} is there already.", "Choose another name; it was left alone."),
    "not_connected": ("QuickBooks is not connected.", "Connect it in Settings; the days wait."),
    "another_sender_works": ("Another program is sending just now.", "It will be done in a moment."),
    "sign_in_not_ours": ("That answer does not belong to this sign-in.", "Begin again."),
    "sign_in_used": ("That address was used already.", "Open QuickBooks once more; each address works once."),
    "sign_in_too_old": ("That address is used up or too old.", "Open QuickBooks once more and come straight back."),
    "address_says_nothing": (
        "That address holds no answer of QuickBooks.",
        "Copy the whole address that the browser ends on, from its top line.",
    ),
    "app_keys_do_not_fit": (
        "QuickBooks does not know these two keys.",
        "Copy both again from the app's page, and look that sandbox keys go to the sandbox.",
    ),
    "redirect_needs_https": (
        "For real books QuickBooks comes back to no address of this computer.",
        "Type the https address that stands in the app's list; you paste where the browser ends.",
    ),
    "company_not_confirmed": (
        "This is another company than the one the shop's days went to.",
        "Nothing is sent until you have looked at it and said yes under Connection.",
    ),
    "mapping_not_confirmed": (
        "What goes where was chosen for another company.",
        "Look at it and save it for this one; until then nothing is sent.",
    ),
    "before_start": ("{date} lies before the day this shop began to send with.", "Begin earlier under Connection."),
    "date_unreadable": ("{text} is not a date.", "Type it like 2026-03-16."),
    "sign_in_declined": ("The connection was not allowed in QuickBooks.", "Begin again and press Connect."),
    "reconnect": ("QuickBooks ended the connection.", "Sign in again; nothing is lost."),
    "no_connection": ("QuickBooks can't be reached.", "Selling goes on; it is tried again."),
    "no_keyring": ("This machine has no safe place for passwords.", "Set a passphrase in Settings."),
    "practice_company_did_not_start": ("The practice company did not start.", "Try again."),
    "passphrase_too_short": ("The passphrase is too short.", "Use at least {least} characters."),
    "passphrase_does_not_fit": ("That passphrase doesn't fit.", "Type it again; nothing was changed."),
    "secrets_unreadable": ("The file of secrets can't be read.", "Connect QuickBooks again; nothing is lost."),
    "app_keys_needed": ("The app's two keys are needed.", "Copy both from Intuit's page."),
    "our_fault": ("Something went wrong on our side.", "Your sale is safe. The log says more."),
    "payout_file_too_big": ("This file is too big for payouts.", "Export one month at a time, as CSV."),
    "payout_file_not_text": ("This file is no table of payouts.", "Export the payouts as CSV, then choose that file."),
    "payout_file_empty": ("This file holds no payout.", "Export another span of dates. Nothing was changed."),
    "payout_columns_missing": ("No column for {missing} was found.", "Export with it. There are: {found}."),
    "payout_row_unreadable": ("Row {row} can't be read: {column} {text}.", "Mend the file. Nothing was taken from it."),
    "payout_other_currency": ("Row {row} is in {currency}; this shop keeps {ours}.", "Enter that payout by hand."),
    "payout_does_not_add_up": (
        "Payout {payout} doesn't add up: {gross} less {refunds}, {fees} and {chargebacks} is not {net}.",
        "Nothing was taken from the file. Export it again, or ask the processor.",
    ),
    "payout_blocked": ("{title} has no account yet, and a payout has {cents} in it.", "Choose where it goes."),
    "nothing_to_export": ("{date} has nothing for QuickBooks.", "Choose another day."),
    "file_not_written": ("{path} can't be written.", "Choose another folder. Nothing was changed."),
    "bank_account_needed": ("No bank account was named.", "Type the account that payouts reach, as in QuickBooks."),
    "no_card_tender": ("This shop takes no cards yet.", "Add a card under ways to pay; then payouts can be settled."),
    "quickbooks_said": ("QuickBooks said no ({code}).", "{said}"),
    "sqlite_too_old": ("The database library {found} is too old to be safe.", "Run the set-up again."),
    "not_a_database": ("This file is not a shop file.", "It was left alone. Choose another."),
    "shop_file_damaged": ("The shop file is damaged.", "Restore the last backup."),
    "disk_full": ("The disk is full.", "Nothing was recorded. Free some space and try again."),
    "disk_trouble": ("The disk did not answer.", "Nothing is certain: look the sale up before ringing it again."),
    "shop_file_busy": ("Another program holds the shop file.", "Try again in a moment; the sale is kept."),
    "shop_file_read_only": ("The shop file can't be written.", "Look at its folder's permissions."),
    "shop_file_unreachable": ("The shop file can't be opened.", "Look at its folder."),
}  # fmt: skip


def told(error: PosError, decimals: int = 2) -> tuple[str, str]:
    """What happened and what to do, in the shop's language; amounts with the decimals of its currency."""
    what, then = _TOLD.get(error.code, ("Something could not be done ({code}).", "Nothing was changed."))
    facts = {name: _fact(name, value, decimals) for name, value in error.facts.items()}
    facts.setdefault("code", error.code)
    return _(what).format_map(_Missing(facts)), _(then).format_map(_Missing(facts))


def sentence(error: PosError, decimals: int = 2) -> str:
    """Both as one line."""
    return " ".join(part for part in told(error, decimals) if part)


def _fact(name: str, value: object, decimals: int) -> str:
    if isinstance(value, Money):
        return shown(value, decimals)
    if name in ("cents", "counted") and isinstance(value, int):
        return shown(Money(value), decimals)
    return printable(str(value))


class _Missing(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return ""
