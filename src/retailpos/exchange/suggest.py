"""What account a slot suggests: name, QuickBooks type and sub-type. A shop without better ideas starts here."""

from __future__ import annotations

from dataclasses import dataclass

from retailpos.core.slots import EXEMPT

_INCOME = ("Income", "SalesOfProductIncome")
_CONTRA = ("Income", "DiscountsRefundsGiven")
_LIABILITY = ("Other Current Liability", "OtherCurrentLiabilities")
_ASSET = ("Other Current Asset", "OtherCurrentAssets")
_OTHER_INCOME = ("Other Income", "OtherMiscellaneousIncome")
_EXPENSE = ("Expense", "OtherBusinessExpenses")
_COGS = ("Cost of Goods Sold", "SuppliesMaterialsCogs")
_BANK = ("Bank", "CashOnHand")

# `{}` takes the sub-row's name. A slot whose sub-rows hang below a parent account is written `Parent:{}`.
_NAMES: dict[str, tuple[str, tuple[str, str]]] = {
    "sales": ("Merchandise Sales:{}", _INCOME),
    "service_sales": ("Service Sales:{}", ("Income", "ServiceFeeIncome")),
    "shipping": ("Shipping Income", _INCOME),
    "service_charge": ("Service Charges", ("Income", "ServiceFeeIncome")),
    "surcharge": ("Card Surcharges", ("Income", "ServiceFeeIncome")),
    "returns": ("Sales Returns", _CONTRA),
    "discounts": ("Sales Discounts", _CONTRA),
    "donations": ("Donations Collected", _LIABILITY),
    "tax": ("Sales Tax Payable - {}", _LIABILITY),
    "tips": ("Employee Tips Payable", _LIABILITY),
    "tips_out": ("Employee Tips Payable", _LIABILITY),
    "gift_sold": ("Gift Cards Outstanding", _LIABILITY),
    "gift_used": ("Gift Cards Outstanding", _LIABILITY),
    "credit_issued": ("Store Credit Outstanding", _LIABILITY),
    "credit_used": ("Store Credit Outstanding", _LIABILITY),
    "order_in": ("Customer Deposits", _LIABILITY),
    "order_out": ("Customer Deposits", _LIABILITY),
    "layaway_in": ("Layaway Deposits", _LIABILITY),
    "layaway_out": ("Layaway Deposits", _LIABILITY),
    "forfeits": ("Forfeited Deposits", _OTHER_INCOME),
    "house_charge": ("Accounts Receivable", ("Accounts Receivable", "AccountsReceivable")),
    "house_payment": ("Accounts Receivable", ("Accounts Receivable", "AccountsReceivable")),
    "house_clearing": ("House Account Clearing", _ASSET),
    "tender.cash": ("Cash in Drawer", _BANK),
    # QuickBooks has its one account of the type UndepositedFunds from the start: a further one is plain.
    "tender.check": ("Undeposited Funds", _ASSET),
    "tender.card": ("Card Clearing - {}", _ASSET),
    "tender.other": ("{} Clearing", _ASSET),
    "tender.foreign": ("Foreign Cash - {}", _ASSET),
    "rounding": ("Cash Rounding", _OTHER_INCOME),
    "over_short": ("Cash Over/Short", _EXPENSE),
    "paid_in": ("{}", _EXPENSE),
    "paid_out": ("{}", _EXPENSE),
    "safe": ("Cash in Safe", _BANK),
    "bank": ("{}", ("Bank", "Checking")),
    "cogs": ("Cost of Goods Sold:{}", _COGS),
    "inventory": ("Inventory Asset", ("Other Current Asset", "Inventory")),
    "inv_adjust": ("Inventory Shrinkage", _COGS),
    "variance": ("Cost of Goods Sold:Purchase Variance", _COGS),
    "in_transit": ("Inventory in Transit", _ASSET),
    "unbilled": ("Unbilled Purchases", _LIABILITY),
    "ap": ("Accounts Payable", ("Accounts Payable", "AccountsPayable")),
    "freight_in": ("Freight & Shipping", _COGS),
    "purchase_disc": ("Purchase Discounts", _COGS),
    "breakage": ("Gift Card Breakage", _OTHER_INCOME),
    "fx_diff": ("Exchange Gain or Loss", _OTHER_INCOME),
    "card_fees": ("Merchant Fees", ("Expense", "BankCharges")),
    "chargebacks": ("Chargebacks", _EXPENSE),
}
_EARNED_OR_SPENT = ("Income", "Other Income", "Expense", "Other Expense", "Cost of Goods Sold")
_OWN_REASONS = ("Own Use", "Samples")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of stable ids now: departments, agencies, tenders, customers."""

    by_id: dict[str, str]

    def of(self, slot: str, key: str) -> str:
        """What a sub-row is called, such as `Apparel`, `Toys (exempt)`, `State DOR` or `VAT Control 20%`."""
        if slot in ("sales", "service_sales", "cogs"):
            head, _, tail = key.partition("/")
            name = self.by_id.get(head, head)
            return f"{name or 'Merchandise Sales'} {EXEMPT}" if tail == EXEMPT else name
        head, _, tail = key.partition("/")
        if slot == "tax":
            return f"{self.by_id.get(head, head)} {tail}".strip()
        return self.by_id.get(key, key)


def account_type(slot: str) -> tuple[str, str]:
    """The QuickBooks account type and sub-type that suit a slot."""
    return _NAMES.get(slot, ("", _LIABILITY))[1]


def takes_class(slot: str) -> bool:
    """True for what is earned or spent: classes part a profit and loss, so nothing else is marked with one."""
    return account_type(slot)[0] in _EARNED_OR_SPENT


def suggestion(slot: str, key: str, names: Names) -> str:
    """The full name of the account a sub-row suggests."""
    template, _type = _NAMES.get(slot, ("{}", _LIABILITY))
    if slot == "inv_adjust" and key in _OWN_REASONS:
        return key
    if slot == "tax":
        return template.format(_clean(names.by_id.get(key.partition("/")[0], key)))
    name = _clean(names.of(slot, key))
    if not key or not name:
        return template.partition(":")[0].replace("{}", "").strip(" -") or slot
    if key == f"/{EXEMPT}":
        return name
    return template.format(name)


def _clean(name: str) -> str:
    """A name that an account may have: neither colon nor double quote, at most 100 characters."""
    return name.replace(":", "-").replace('"', "'").strip()[:100]
