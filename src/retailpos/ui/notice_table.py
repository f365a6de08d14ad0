"""What only a window says: the buttons that go with a notice, and who may allow what.

The sentences are in `retailpos.words`.
"""

from __future__ import annotations

BUTTONS: dict[str, str] = {
    "code_unknown": "Open item",
    "item_not_sold": "Open item",
    "nothing_held_so": "Held sales",
    "barcode_taken": "Open that item",
    "drawer_not_open": "Open the drawer",
    "drawer_still_open": "Count",
    "older_day_first": "Close it",
    "day_not_closed": "Close the day",
    "day_blocked": "Choose",
    "account_needed": "Choose",
    "sign_in_first": "Sign in",
    "reconnect": "Sign in",
    "secrets_unreadable": "Sign in",
    "not_connected": "Connect",
    "sign_in_declined": "Connect",
    "sign_in_not_ours": "Connect",
    "app_keys_needed": "Settings",
    "came_back_so_no_void": "Return",
    "no_connection": "Try again",
    "no_secure_connection": "Try again",
    "quickbooks_said": "Show",
    "several_in_quickbooks": "Show",
    "no_paper": "Show",
    "cover_open": "Show",
    "printer_not_found": "Try again",
    "printer_cut_off": "Try again",
    "printer_no_answer": "Try again",
    "printer_busy": "Try again",
    "printer_offline": "Try again",
    "printer_refused": "Try again",
    "printer_fault": "Try again",
    "printer_not_allowed": "Show",
    "disk_full": "Try again",
    "disk_trouble": "Try again",
    "shop_not_set_up": "Set up",
}

RIGHTS: dict[str, str] = {
    "discount_more": "This discount needs a manager.",
    "price": "Changing a price needs a manager.",
    "return_no_receipt": "A return without receipt needs a manager.",
    "refund_other_tender": "Giving it back another way needs a manager.",
    "void": "Voiding needs a manager.",
    "paid_in_out": "Paid in and paid out need a manager.",
    "over_short": "The drawer is off by more than a cashier may accept.",
    "close_day": "Closing the day needs a manager.",
    "settings": "The settings need the owner.",
    "mapping": "What goes where needs the owner.",
}
