"""The rules of the language, each with a story that tells it and the one change to the program that turns it off."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """In `file`, `text` stands once; with `instead` in its place, `story` no longer holds."""

    story: str
    file: str
    text: str
    instead: str
    short: bool = False


ROUNDING, TAX, TOTALS, TENDER = "core/rounding.py", "core/tax.py", "core/totals.py", "core/tender.py"
POSTINGS, ENTRY, SELL, DRAWER = "core/postings.py", "exchange/entry.py", "actions/sell.py", "actions/drawer.py"
CLOSE, DAY, PLAY, RETURNS = "actions/close_day.py", "core/day.py", "stories/play.py", "core/returns.py"

RULES = (
    Rule("numbers-without-gaps", "store/documents.py", "register, series) + 1", "register, series) + 2"),
    Rule("finished-nothing-to-pay", TENDER, "    if due == 0:\n        raise", "    if due == 1:\n        raise"),
    Rule("refused-leaves-nothing-behind", PLAY, "till.back_to(mark)", "pass", short=True),
    Rule("rounding-per-receipt", ROUNDING, "* 2 + value.denominator", "* 2 + value.denominator - 1", short=True),
    Rule("tax-shared-over-lines", TAX, "if terms.rounding == LINE:", "if True:", short=True),
    Rule("rounding-per-line", TAX, "if terms.rounding == LINE:", "if False:"),
    Rule("rounding-combined-differs", TAX, "if terms.rounding == COMBINED:", "if False:", short=True),
    Rule("tax-shared-over-lines", ROUNDING, "(exact[n] - parts[n]), n)", "(exact[n] - parts[n]), -n)"),
    Rule("inclusive-discount-without-its-tax", TOTALS, "_taxes(lines, off, cart) if inclusive", "[()] * 99 if False"),
    Rule(
        "discount-is-for-the-line",
        TOTALS,
        "_cut(line.discount, at_price)))",
        "min(at_price, _cut(line.discount, at_price) * line.milli // 1000)))",
        short=True,
    ),
    Rule("discount-on-the-sale-after-line-discounts", TOTALS, "weights = [cents if", "weights = [1 if"),
    Rule("discount-by-lower-price", TOTALS, "max(line.list_price, line.price))).cents for", "line.price)).cents for"),
    Rule(
        "returns-add-up",
        ROUNDING,
        "total * (done + more), whole)) - half_away(Fraction(total * done",
        "total * more, whole)) - half_away(Fraction(0",
        short=True,
    ),
    Rule("returns-add-up-inclusive", RETURNS, "if not inclusive:", "if True:"),
    Rule(
        "returns-leave-discounts-alone",
        POSTINGS,
        '    yield Posting(\n        "returns"',
        '    yield Posting(\n        "discounts"',
    ),
    Rule(
        "void-of-an-earlier-day",
        POSTINGS,
        "leg.slot, key, -leg.cents",
        '"returns", key, -leg.cents',
        short=True,
    ),
    Rule("change-from-cash-only", TENDER, "if taken > due:", "if False:"),
    Rule("cash-off-the-step", TENDER, "if handed % step:", "if False:"),
    Rule("cash-rounding", TENDER, "rounded = to_step(due, step)", "rounded = due", short=True),
    Rule("refund-to-another-tender", SELL, "if paid_with and found.id not in paid_with:", "if False:"),
    Rule(
        "exempt-only-where-a-tax-was-spared",
        TOTALS,
        "bool(cart.exempt) and any(cents for _, cents in taxes[n])",
        "bool(cart.exempt)",
    ),
    Rule("day-end-belongs-to-the-new-day", DAY, '("%H:%M") < day_ends', '("%H:%M") <= day_ends', short=True),
    Rule("clock-goes-back", DAY, "if text < last", "if False"),
    Rule(
        "count-belongs-to-its-opening",
        DRAWER,
        'business_date=state["business_date"],\n        facts',
        "facts",
        short=True,
    ),
    Rule(
        "clock-goes-back-after-a-count",
        "store/documents.py",
        "max(newest, document.business_date)",
        "document.business_date",
    ),
    Rule("sale-after-the-close", "store/periods.py", "        t.period.c.closed_by == text(\"''\"),\n", ""),
    Rule("open-drawer-keeps-the-day-open", CLOSE, "_nothing_open(tx, oldest)", "pass", short=True),
    Rule("open-drawer-keeps-the-day-open", "store/drafts.py", "t.draft.c.held == 0, ", ""),
    Rule("day-forgotten-overnight", CLOSE, "if date and date != oldest:", "if False:"),
    Rule("over-short-limit", DRAWER, "abs(difference) <= limit", "abs(difference) < limit"),
    Rule("no-drawer-no-cash", "actions/finish.py", 'raise Refusal("drawer_not_open")', "return", short=True),
    Rule("entry-names-the-rate", ENTRY, 'return key.partition("/")[2] if slot == "tax" else ""', 'return ""'),
    Rule("entry-has-no-zero-lines", ENTRY, "        elif cents:", "        else:"),
    Rule("stock-left-out", ENTRY, "if book.cogs:", "if True:", short=True),
    Rule("bag-and-bank", DRAWER, "0 if left is None else amount - left", "amount - (left or 0)"),
    Rule("float-left-differs", DRAWER, "0 if left is None else amount - left", "0"),
    Rule("names", PLAY, "return any(Words(statement.line", "return False and any(Words(statement.line"),
    Rule("two-registers", POSTINGS, '{"cash": str(document.register), "check": ""}', '{"cash": "1", "check": ""}'),
    Rule(
        "return-without-a-receipt-rounds-once",
        TOTALS,
        "_taxes(lines, gross, cart), strict=True",
        "[_taxes([x], [g], cart)[0] for x, g in zip(lines, gross)]",
    ),
    Rule("void-after-a-tender-change", POSTINGS, "(*original, *_moved(document, original))", "original"),
    Rule("any-amount", SELL, "    if line.list_price:\n", "    if True:\n"),
    Rule(
        "currency-without-cents",
        "stories/play.py",
        "list(statement.words), self.stage.facts.decimals)",
        "list(statement.words))",
    ),
    Rule("tax-from-a-date", "actions/shop.py", "rate.since <= date", "rate.since"),
    Rule("tax-over-an-amount", TAX, "if rate.over else Fraction(amount.cents)", "if False else Fraction(amount.cents)"),
)
