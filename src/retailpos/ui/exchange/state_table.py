"""What is said of a day in each state, and of each reason for which it stopped there."""

from __future__ import annotations

from retailpos.core import outbox as states

_LOOK = "We look for the entry before sending again, so it can't be there twice."
_THEIRS = "Keep theirs as it stands, or put ours back. Nothing is overwritten by itself."
_GONE = "Somebody deleted it there. Put ours back, send it anew beside, or let it be gone."

# A state: (what happened, what it means, the next verb, its words).
STATES: dict[str, tuple[str, str, str, str]] = {
    states.OPEN: (
        "The day is still open.",
        "Count the drawers and close it; then it can be sent.",
        "close",
        "Close the day",
    ),
    states.CLOSED: ("Nothing of this day goes to QuickBooks.", "It is closed, and no money moved.", "", ""),
    states.BLOCKED: (
        "A row has no account in QuickBooks.",
        "Choose where it goes and the day becomes ready.",
        "map",
        "Choose an account",
    ),
    states.READY: (
        "Ready for QuickBooks.",
        "It balances, and every row has its account.",
        "send",
        "Send to QuickBooks",
    ),
    states.APPROVED: (
        "Signed off and ready.",
        "Somebody looked at every line. Another account takes the signature away.",
        "send",
        "Send to QuickBooks",
    ),
    states.SENDING: ("On its way to QuickBooks.", "The answer is waited for. Selling goes on.", "wait", ""),
    states.UNKNOWN: ("No answer came back.", _LOOK, "look-up", "Look for it now"),
    states.REJECTED: (
        "QuickBooks did not take the entry.",
        "Nothing was booked. Mend the cause and send it again.",
        "send",
        "Send again",
    ),
    states.POSTED: (
        "Posted, and not read back yet.",
        "It turns green once every line was read back and is equal.",
        "read-back",
        "Read it back",
    ),
    states.VERIFIED: (
        "Sent, read back, and equal.",
        "Every line stands in QuickBooks as it was sent.",
        "read-back",
        "Read it back again",
    ),
    states.CHANGED_HERE: (
        "The day changed here after it was sent.",
        "What came in since goes out as an entry of its own. What was sent stays as it is.",
        "difference",
        "See the difference",
    ),
    states.CHANGED_THERE: ("The entry was edited in QuickBooks.", _THEIRS, "difference", "See the difference"),
    states.MISSING: ("The entry is gone from QuickBooks.", _GONE, "difference", "See what is missing"),
    states.SUPERSEDED: ("Another entry took its place.", "Nothing more is sent for this day.", "", ""),
    states.LEFT_OUT: (
        "This day is not sent to QuickBooks.",
        "It lies before the day this shop began to send with. Begin earlier under Connection to send it.",
        "",
        "",
    ),
    states.REVERSED: (
        "The entry was taken back by another.",
        "Both stand in QuickBooks and come to nothing.",
        "send-anew",
        "Send the day anew",
    ),
}

# A reason of the sender: (what happened, what it means, the next verb or '' for the state's own, its words).
REASONS: dict[str, tuple[str, str, str, str]] = {
    "no_account": (
        "A row has no account in QuickBooks.",
        "Choose where it goes and the day becomes ready.",
        "map",
        "Choose an account",
    ),
    "account_inactive": (
        "The account {said} was made inactive in QuickBooks.",
        "Make it active there, or choose another.",
        "map",
        "Choose an account",
    ),
    "class_gone": (
        "A class of this day isn't in use in QuickBooks any more.",
        "Switch it on there, or choose another class.",
        "map",
        "Choose a class",
    ),
    "location_gone": (
        "A location of this day isn't in use in QuickBooks any more.",
        "Switch it on there, or choose another location.",
        "map",
        "Choose a location",
    ),
    "stopped_while_sending": ("The program stopped while sending.", _LOOK, "look-up", "Look for it now"),
    "no_connection": (
        "QuickBooks could not be reached.",
        "Selling goes on; it is tried again by itself.",
        "",
        "Try now",
    ),
    "no_answer": ("QuickBooks did not answer in time.", _LOOK, "look-up", "Look for it now"),
    "quickbooks_trouble": ("QuickBooks has trouble of its own.", _LOOK, "look-up", "Look for it now"),
    "answer_unreadable": ("The answer could not be read.", _LOOK, "look-up", "Look for it now"),
    "answer_too_long": ("The answer was far too long.", _LOOK, "look-up", "Look for it now"),
    "answer_of_another_request": ("The answer belonged to something else.", _LOOK, "look-up", "Look for it now"),
    "login_page": (
        "A sign-in page answered in place of QuickBooks.",
        "Look at this network's own sign-in, such as a guest network's.",
        "look-up",
        "Look for it now",
    ),
    "no_secure_connection": (
        "The connection was not secure, so nothing was sent.",
        "Look at this computer's clock and network.",
        "send",
        "Try again",
    ),
    "reconnect": (
        "QuickBooks ended the connection.",
        "Sign in again; the days wait and nothing is lost.",
        "connect",
        "Sign in again",
    ),
    "retry_at": ("QuickBooks asked for a pause.", "It is tried again in a minute.", "", "Try now"),
    "wrong_company": (
        "This day belongs to another company.",
        "Connect the company it was sent to.",
        "connect",
        "Connect QuickBooks",
    ),
    "other_entry_has_this_number": (
        "QuickBooks has another entry with this number.",
        "Look at it there: if it was typed by hand, rename or delete it, then send.",
        "send",
        "Send again",
    ),
    "several_in_quickbooks": (
        "QuickBooks has several entries with this number.",
        "Keep one of them and delete the others there, then look again.",
        "look-up",
        "Look again",
    ),
    "keeps_failing": (
        "QuickBooks stumbled over it again and again.",
        "It is not tried any more by itself. Look at the entry, then send it again.",
        "send",
        "Send again",
    ),
    "sent_in_other_form": (
        "The day stands in QuickBooks in the shop's other form.",
        "It is never sent twice. Delete the other there, or go back to that form.",
        "look-up",
        "Look again",
    ),
    "accepted_theirs": (
        "The entry stands as it was edited in QuickBooks{difference}.",
        "It was accepted here. Ours is kept in the log.",
        "read-back",
        "Read it back again",
    ),
    "books_closed": (
        "The books are closed for this date.",
        "It can be entered on the first open day, with a note. The lock stays.",
        "first-open-day",
        "Enter it on the first open day",
    ),
    "maybe_entered_by_hand": (
        "Somebody may have entered this day by hand.",
        "Look at it there. If it is this day it can count as it stands; else send ours too.",
        "all-the-same",
        "Send it all the same",
    ),
    "enter_on_first_open_day": ("It goes to the first open day.", "Its note says which day it is of.", "", ""),
    "send_all_the_same": ("It goes out beside the other entry.", "That was decided here.", "", ""),
    "adjusted": (
        "The difference stands in an entry of its own.",
        "What was there before was left as it is; together they come to what was sold.",
        "read-back",
        "Read it back again",
    ),
    "adjusts": ("The difference waits to be sent.", "What is there is left as it is.", "send", "Send the difference"),
    "reverses": ("It is not taken back yet.", "The entry that takes it back waits to be sent.", "send", "Take it back"),
    "reversed": (
        "The entry was taken back.",
        "It and the one that takes it back stand in QuickBooks and come to nothing.",
        "send-anew",
        "Send the day anew",
    ),
    "before_start": (
        "This day is not sent to QuickBooks.",
        "It lies before the day this shop began to send with. Begin earlier under Connection to send it.",
        "",
        "",
    ),
    "sent_anew": ("A newer entry took its place.", "This one was taken back before.", "", ""),
    "entered_by_hand": (
        "The entry typed in QuickBooks took its place.",
        "It counts for this day; ours is not sent.",
        "",
        "",
    ),
    "gone_in_quickbooks": ("The entry is gone from QuickBooks.", _GONE, "difference", "See what is missing"),
    "not_read_back": (
        "It could not be read back just now.",
        "It stands in QuickBooks; only the proof is missing.",
        "read-back",
        "Read it back",
    ),
    "differs_in_quickbooks": (
        "QuickBooks holds other lines than were sent{difference}.",
        _THEIRS,
        "difference",
        "See the difference",
    ),
}

# Other things that can be done about a day in a state, or stopped for a reason: (verb, its words).
ANSWERS: dict[str, tuple[str, str]] = {
    states.APPROVED: ("unsign", "Take the signature off"),
    states.VERIFIED: ("correct", "Put something right"),
    states.CHANGED_THERE: ("read-back", "Read it back again"),
    states.MISSING: ("read-back", "Look once more"),
    "maybe_entered_by_hand": ("theirs-counts", "It is this day: don't send ours"),
    "account_inactive": ("send", "It is active again: send"),
}
