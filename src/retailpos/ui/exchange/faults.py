"""What each fault that QuickBooks names means to a shopkeeper, and what to do about it."""

from __future__ import annotations

from retailpos.wording import _

# A fault's code: (what happened, what to do). Codes of one meaning share their words.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        "100 110 3200",
        "QuickBooks no longer knows this connection.",
        "Sign in again; the days wait and nothing is lost.",
    ),
    (
        "120 5020",
        "The person who connected may not do this in QuickBooks.",
        "Ask the company's administrator to connect.",
    ),
    ("130", "The company moved to another QuickBooks server.", "Nothing to do: it is tried again by itself."),
    ("140 150", "QuickBooks has locked this company for a while.", "Nothing to do: it is tried again by itself."),
    ("500 2000 5030", "QuickBooks does not offer this for the company.", "Look whether the plan includes it."),
    ("600", "QuickBooks has seen this sending before.", "The entry is looked up before anything is sent again."),
    (
        "610",
        "Something the entry uses was made inactive or deleted.",
        "Make it active again, or choose another account.",
    ),
    ("620", "QuickBooks could not link the entry.", "Send it again; if it comes back, show it to your bookkeeper."),
    (
        "630 6240",
        "QuickBooks has that name already, as something else.",
        "Choose another account, or rename the other one.",
    ),
    ("700 900 6150 6180", "An account's parent does not fit.", "Choose another account for the line."),
    (
        "800 6220 6280 6450 6480",
        "QuickBooks keeps the entry as it is: other entries lean on it.",
        "Ask your bookkeeper.",
    ),
    ("1000 1010 1020", "QuickBooks could not write the entry.", "Send it again in a few minutes."),
    (
        "1040 1050 2130",
        "QuickBooks did not take the form of what was sent.",
        "Show the log to whoever looks after retailpos.",
    ),
    (
        "2010 2020 2030 2040 2050",
        "QuickBooks missed or did not take a part of the entry.",
        "Look at what QuickBooks said, below.",
    ),
    ("2060 2070 2190", "QuickBooks did not take the date.", "Look whether its books begin after this day."),
    (
        "2080 2090 2100 2110 2140 2240",
        "QuickBooks did not take an amount.",
        "Look at the entry; show it to your bookkeeper.",
    ),
    ("2120 2160 2170 2180", "QuickBooks did not take a value of the entry.", "Look at what QuickBooks said, below."),
    ("2210 2230 2260 2270 2280", "QuickBooks missed a part of a line.", "Look at what QuickBooks said, below."),
    (
        "2220 6300",
        "The company keeps its books in another currency.",
        "Connect the company that has this shop's currency.",
    ),
    ("2250 2600", "The entry had no lines QuickBooks could use.", "Look at the entry."),
    ("2290", "QuickBooks takes no amounts below zero on these lines.", "Look at the entry."),
    ("2300", "QuickBooks found debits and credits apart.", "Run the check of the shop file, then send again."),
    ("2500", "An account the entry uses is gone or inactive.", "Read QuickBooks again and choose another account."),
    ("3001", "QuickBooks asked for a pause.", "Nothing to do: it is tried again in a minute."),
    ("3100", "This connection belongs to another company.", "Connect the company this shop's days go to."),
    ("4000 4001 4002", "QuickBooks did not understand a question.", "Show the log to whoever looks after retailpos."),
    (
        "5000 5010",
        "Somebody else changed it in QuickBooks at the same moment.",
        "Read it again; nothing was overwritten.",
    ),
    ("6000", "A rule of QuickBooks says no.", "Look at what QuickBooks said, below."),
    ("6010 6430", "The account is of a kind that can't be used for this line.", "Choose another account."),
    ("6070 6090 6440", "QuickBooks reckons a line differently.", "Look at the entry; show it to your bookkeeper."),
    ("6080", "A name was missing.", "Look at what QuickBooks said, below."),
    (
        "6100 6160 6170 6230 6470",
        "The company wants a tax code on the line.",
        "Choose how this shop books its sales tax.",
    ),
    ("6140", "QuickBooks has an entry with this number.", "Look at it there: if it is not this day's, rename it."),
    ("6190", "The company's QuickBooks subscription has ended.", "Renew it in QuickBooks; the days wait."),
    (
        "6200 6210",
        "The books are closed for this date.",
        "The lock stays. Send it dated on the first open day, or ask your bookkeeper.",
    ),
    ("6250", "A customer the entry names is missing or inactive.", "Make the customer active again in QuickBooks."),
    ("6270", "An item's stock begins after this date in QuickBooks.", "Ask your bookkeeper."),
    ("6540", "The entry is part of a deposit already.", "Ask your bookkeeper."),
    ("10000", "QuickBooks stumbled.", "The entry is looked up before anything is sent again."),
    ("10100", "The answer was too long.", "It is tried again in smaller parts."),
    ("10200", "The company was emptied in QuickBooks.", "Ask your bookkeeper before sending anything."),
)

FAULTS = {code: (what, then) for codes, what, then in _MEANINGS for code in codes.split()}


def fault_words(code: str) -> tuple[str, str]:
    """What a fault means, and what to do; an unknown one is told by its number."""
    what, then = FAULTS.get(code, ("QuickBooks said no, with number {code}.", "Look at what QuickBooks said, below."))
    return _(what).format(code=code), _(then)
