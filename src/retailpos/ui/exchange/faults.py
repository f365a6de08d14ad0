"""What each fault that QuickBooks names means to a shopkeeper, and the step that goes on from it."""

from __future__ import annotations

from retailpos.wording import _

# A verb of the desk and its words on the button.
SEND, TRY, LOOK = ("send", "Send again"), ("send", "Try now"), ("look-up", "Look for it now")
MAP, CONNECT = ("map", "Choose an account"), ("connect", "Sign in again")
OPEN_DAY = ("first-open-day", "Enter it on the first open day")
BACK, LOG = ("read-back", "Read it back"), ("log", "Look at the log")

_BELOW = "What it said stands below; show it to your bookkeeper."
_OURS = "Nothing was booked. Show the log to whoever looks after retailpos."

# A fault's code: (what happened, what to do, the step).
FAULTS: dict[str, tuple[str, str, tuple[str, str]]] = {
    "100": ("QuickBooks did not accept the sign-in.", "Sign in again; the days wait and nothing is lost.", CONNECT),
    "110": ("The sign-in to QuickBooks is not good any more.", "Sign in again; the days wait.", CONNECT),
    "120": ("The person who connected has no access any more.", "Let the company's administrator connect.", CONNECT),
    "130": ("The company moved to another QuickBooks server.", "It is tried again by itself.", TRY),
    "140": ("QuickBooks has locked this company for a while.", "It is tried again by itself.", TRY),
    "150": ("QuickBooks is being looked after just now.", "It is tried again by itself.", TRY),
    "500": (
        "QuickBooks does not do this for the company.",
        "Look whether its plan includes it, then send again.",
        SEND,
    ),
    "600": ("QuickBooks has seen this sending before.", "It is looked up before anything is sent again.", LOOK),
    "610": ("Something the entry uses was made inactive or deleted.", "Make it active there, or choose another.", MAP),
    "620": ("QuickBooks could not link the entry to another.", _BELOW, SEND),
    "630": ("QuickBooks holds the same thing already.", "Look for it there, then send again.", SEND),
    "700": ("The account above a new one does not fit.", "Choose an account that is there already.", MAP),
    "800": ("Other entries lean on this one, so it stays.", "Take it back by another entry instead.", BACK),
    "900": ("An account was put below itself.", "Choose another account for the line.", MAP),
    "1000": ("QuickBooks could not finish.", "Nothing was booked. Send it again in a few minutes.", SEND),
    "1010": ("QuickBooks could not write the entry.", "Nothing was booked. Send it again in a few minutes.", SEND),
    "1020": ("QuickBooks could not change the entry.", "It stands as it was. Try again in a few minutes.", SEND),
    "1040": ("Too many documents were sent at once.", "Nothing was booked. Send the days one by one.", SEND),
    "1050": ("QuickBooks could not read the form of what was sent.", _OURS, LOG),
    "2000": ("QuickBooks does not know this kind of document.", "Look whether the company's plan includes it.", SEND),
    "2010": ("QuickBooks did not take a part of the entry.", _OURS, LOG),
    "2020": ("QuickBooks missed a part of the entry.", "What it missed stands below; then send again.", SEND),
    "2030": ("QuickBooks did not know a number in the entry.", "Read its accounts again and choose anew.", MAP),
    "2040": ("A name holds characters QuickBooks does not take.", "Change the name, then send again.", SEND),
    "2050": ("A text is too long or too short for QuickBooks.", "Which one stands below. Shorten the name.", SEND),
    "2060": ("QuickBooks could not read the date.", _OURS, LOG),
    "2070": ("QuickBooks keeps no books for this date.", "Look when they begin; ask your bookkeeper.", SEND),
    "2080": ("QuickBooks could not read a figure.", _OURS, LOG),
    "2090": ("A figure lies outside what QuickBooks takes.", "Look at the entry; show it to your bookkeeper.", SEND),
    "2100": ("QuickBooks could not read an amount's decimals.", _OURS, LOG),
    "2110": ("An amount has decimals QuickBooks does not take.", _OURS, LOG),
    "2120": ("QuickBooks expected another kind of value.", _BELOW, SEND),
    "2130": ("QuickBooks did not take the number of the request.", _OURS, LOG),
    "2140": ("QuickBooks did not take an amount.", "Look at the entry; show it to your bookkeeper.", SEND),
    "2170": ("QuickBooks does not know one of the choices made.", _BELOW, SEND),
    "2180": ("A text lies outside what QuickBooks takes.", _BELOW, SEND),
    "2190": ("The date lies outside QuickBooks' books.", "Look when they begin and end.", SEND),
    "2210": ("QuickBooks did not take an e-mail address.", "Mend it at the customer, then send again.", SEND),
    "2220": ("The company keeps its books in another currency.", "Connect one with this shop's currency.", CONNECT),
    "2230": ("QuickBooks expected a yes or a no.", _OURS, LOG),
    "2240": ("QuickBooks could not read an amount.", _OURS, LOG),
    "2250": ("The entry arrived without lines.", "Look at the entry, then send again.", SEND),
    "2260": ("A line says neither debit nor credit.", _OURS, LOG),
    "2270": ("A line does not say what its tax belongs to.", "Choose how the shop books its sales tax.", CONNECT),
    "2280": ("A line does not say how much tax it holds.", "Choose how the shop books its sales tax.", CONNECT),
    "2290": ("QuickBooks takes no amount below zero on a line.", "Look at the entry, then send again.", SEND),
    "2300": ("QuickBooks found debits and credits apart.", "Check the shop file, then send again.", SEND),
    "2500": ("Something the entry names is not in QuickBooks.", "Read its accounts again and choose anew.", MAP),
    "2600": ("Two parts of the entry speak against each other.", _BELOW, SEND),
    "3001": ("QuickBooks asked for a pause.", "It is tried again in a minute.", TRY),
    "3100": ("This connection belongs to another company.", "Connect the one this shop's days go to.", CONNECT),
    "3200": ("QuickBooks no longer knows this connection.", "Sign in again; nothing is lost.", CONNECT),
    "4000": ("QuickBooks could not read a question.", _OURS, LOG),
    "4001": ("QuickBooks did not allow a question.", _OURS, LOG),
    "4002": ("QuickBooks could not answer a question.", "Nothing was booked. Try again in a few minutes.", SEND),
    "5000": ("QuickBooks gave up a part that was sent.", _OURS, LOG),
    "5010": ("Somebody changed it there at the same moment.", "Nothing was overwritten. Try again.", SEND),
    "5020": ("The company's plan or this person may not do that.", "Switch it on there, or ask for the right.", SEND),
    "5030": ("The company does not support this.", "Look whether its plan or country has it.", SEND),
    "6000": ("A rule of QuickBooks says no.", _BELOW, SEND),
    "6010": ("A new account lacks its kind.", "Choose an account that is there already.", MAP),
    "6070": ("QuickBooks reckons a line differently.", "Look at the entry; show it to your bookkeeper.", SEND),
    "6080": ("A customer or item has no name.", "Give it one, then send again.", SEND),
    "6090": ("QuickBooks missed a discount's amount.", "Look at the entry, then send again.", SEND),
    "6100": ("A line must say taxed or not taxed there.", "Choose how the shop books its sales tax.", CONNECT),
    "6140": ("QuickBooks has an entry with this number.", "If it is not this day's, rename it there.", SEND),
    "6150": ("A new account lacks the one above it.", "Choose an account that is there already.", MAP),
    "6160": ("The company does not allow a tax of one's own.", "Choose how the shop books its sales tax.", CONNECT),
    "6170": ("The company keeps no tax on such an entry.", "Choose how the shop books its sales tax.", CONNECT),
    "6180": ("The account lies more than five levels deep.", "Choose one that lies higher.", MAP),
    "6190": ("The company's QuickBooks subscription has ended.", "Renew it there; the days wait.", SEND),
    "6200": ("The books were closed up to this date.", "The first open day can take it, with a note.", OPEN_DAY),
    "6210": ("The books are closed for this date.", "The lock stays. The first open day can take it.", OPEN_DAY),
    "6220": ("It still has an open balance there, so it stays.", "Ask your bookkeeper.", BACK),
    "6230": ("A tax of one's own can't be used here.", "Choose how the shop books its sales tax.", CONNECT),
    "6240": ("QuickBooks uses this name for something else.", "Rename one of the two, then send again.", SEND),
    "6250": ("A customer of the entry is missing or inactive.", "Make the customer active there.", SEND),
    "6270": ("An item's stock begins after this date there.", "Ask your bookkeeper to date it earlier.", SEND),
    "6280": ("Charges not billed yet hold it there.", "Ask your bookkeeper.", BACK),
    "6430": ("The account is of a kind this line can't use.", "Choose another account.", MAP),
    "6440": ("A line names neither account nor item.", "Choose an account for it.", MAP),
    "6450": ("It was settled already and can't be taken out.", "Take it back by another entry instead.", BACK),
    "6470": ("The tax account or rate does not fit.", "Choose another account for the tax.", MAP),
    "6480": ("It is matched with the bank, so it stays.", "Ask your bookkeeper to undo the match.", BACK),
    "6540": ("It is part of a bank deposit, so it stays.", "Ask your bookkeeper to open the deposit.", BACK),
    "10000": ("QuickBooks stumbled.", "It is looked up before anything is sent again.", LOOK),
    "10100": ("The answer was too long for QuickBooks.", "Nothing was booked. Send the days one by one.", SEND),
    "10200": ("The company was emptied in QuickBooks.", "Ask your bookkeeper before sending anything.", SEND),
}
_UNKNOWN = ("QuickBooks said no, with number {code}.", "What it said stands below.", SEND)


def fault_words(code: str) -> tuple[str, str, str, str]:
    """What a fault means, what to do, the verb and its words; an unknown one is told by its number."""
    known = code.lstrip("0") or "0"
    what, then, (verb, words) = FAULTS.get(known, _UNKNOWN)
    return _(what).format(code=known), _(then), verb, _(words)
