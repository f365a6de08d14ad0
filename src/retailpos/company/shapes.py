"""What each entity may hold, one property a line: name (! when required), type, limit.

Types: `text N` (longest), `day`, `amount` (money, two decimals), `number`, `flag`, `enum A|B`, `ref Kind`,
`is Shape`, `many Shape`, and `free` for what the service takes or gives back without looking into it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Property:
    """One property: `of` is the longest length, the words of an enumeration, or a kind or shape's name."""

    name: str
    type: str
    of: str = ""
    needed: bool = False


Shape = dict[str, Property]

_COMMON = "Id free; SyncToken free; MetaData free; domain free; sparse flag; status free; CustomField free"
_TXN = (
    "DocNumber text 21; TxnDate day; PrivateNote text 4000; CurrencyRef is Typed; ExchangeRate number; "
    "GlobalTaxCalculation enum TaxExcluded|TaxInclusive|NotApplicable; TxnTaxDetail is TxnTax; LinkedTxn many Linked; "
    "TotalAmt number; HomeTotalAmt number; DepartmentRef ref Department; TxnSource free; RecurDataRef free"
)
_LINE = (
    "Id free; LineNum number; Description text 4000; Amount amount; LinkedTxn many Linked; CustomField free; "
    "LineEx free; SubTotalLineDetail free; DescriptionLineDetail free"
)
_SALES = (
    "CustomerRef! ref Customer; CustomerMemo is Memo; BillAddr free; ShipAddr free; ShipFromAddr free; "
    "ShipMethodRef free; ShipDate day; TrackingNum text 31; ClassRef ref Class; ApplyTaxAfterDiscount flag; "
    "PrintStatus free; EmailStatus free; BillEmail free; BillEmailCc free; BillEmailBcc free; DeliveryInfo free; "
    "Balance number; HomeBalance number; FreeFormAddress flag; Line! many SalesLine"
)
_TILL = "DepositToAccountRef{need} ref Account; PaymentMethodRef ref PaymentMethod; CreditCardPayment free"
_INVOICE = "SalesTermRef ref Term; DueDate day; Deposit number; EInvoiceStatus free; ARAccountRef ref Account"
_ONLINE = (
    "AllowIPNPayment flag; AllowOnlinePayment flag; AllowOnlineCreditCardPayment flag; AllowOnlineACHPayment flag; "
    "InvoiceLink free"
)
_BUYING = "VendorRef! ref Vendor; APAccountRef ref Account; VendorAddr free; Balance number; Line! many ExpenseLine"
_NAME = (
    "DisplayName text 500; Title text 16; GivenName text 100; MiddleName text 100; FamilyName text 100; "
    "Suffix text 16; PrintOnCheckName text 110; Active flag; PrimaryPhone free; AlternatePhone free; Mobile free; "
    "Fax free; PrimaryEmailAddr free; WebAddr free; BillAddr free; ShipAddr free; CurrencyRef is Typed; "
    "CompanyName text 100; Notes text 2000; Balance number; OpenBalanceDate day"
)
_TREE = "Name! text 100; FullyQualifiedName free; Active flag"

_TEXTS = {
    "Account": (
        "Name! text 100; AccountType text 100; AccountSubType text 100; AcctNum text 20; Description text 100; "
        "ParentRef ref Account; SubAccount flag; CurrencyRef is Typed; TaxCodeRef ref TaxCode; Active flag; "
        "FullyQualifiedName free; Classification free; CurrentBalance number; CurrentBalanceWithSubAccounts number"
    ),
    "Class": f"{_TREE}; ParentRef ref Class; SubClass flag",
    "Department": f"{_TREE}; ParentRef ref Department; SubDepartment flag; Address free",
    "PaymentMethod": "Name! text 31; Type enum CREDIT_CARD|NON_CREDIT_CARD; Active flag",
    "Term": (
        "Name! text 31; Active flag; Type free; DueDays number; DayOfMonthDue number; DueNextMonthDays number; "
        "DiscountPercent number; DiscountDays number; DiscountDayOfMonth number"
    ),
    "Customer": (
        f"{_NAME}; FullyQualifiedName free; Taxable flag; DefaultTaxCodeRef ref TaxCode; ParentRef ref Customer; "
        "Job flag; IsProject flag; BillWithParent flag; SalesTermRef ref Term; PaymentMethodRef ref PaymentMethod; "
        "PreferredDeliveryMethod text 20; ResaleNum text 16; TaxExemptionReasonId free; BalanceWithJobs number; "
        "Level number; PrimaryTaxIdentifier text 31; ARAccountRef ref Account; ClientEntityId free"
    ),
    "Vendor": (
        f"{_NAME}; AcctNum text 100; TermRef ref Term; TaxIdentifier text 20; Vendor1099 flag; BillRate number; "
        "CostRate number; APAccountRef ref Account; OtherContactInfo free; VendorPaymentBankDetail free; "
        "TaxReportingBasis text 30; HasTPAR flag; T5018Eligible flag; BusinessNumber text 30; Source free; "
        "GSTIN text 30; GSTRegistrationType text 30"
    ),
    "Employee": f"{_NAME}; SSN text 100; HiredDate day; ReleasedDate day; EmployeeNumber text 100; PrimaryAddr free",
    "Item": (
        "Name! text 100; Sku text 100; Description text 4000; Active flag; SubItem flag; ParentRef ref Item; "
        "Level number; FullyQualifiedName free; Taxable flag; SalesTaxIncluded flag; PurchaseTaxIncluded flag; "
        "UnitPrice number; Type enum Inventory|NonInventory|Service|Category; PurchaseDesc text 1000; "
        "PurchaseCost number; IncomeAccountRef ref Account; ExpenseAccountRef ref Account; "
        "AssetAccountRef ref Account; TrackQtyOnHand flag; QtyOnHand number; InvStartDate day; "
        "SalesTaxCodeRef ref TaxCode; PurchaseTaxCodeRef ref TaxCode; ClassRef ref Class; PrefVendorRef ref Vendor; "
        "ReorderPoint number; ItemCategoryType free; TaxClassificationRef free; ServiceType free"
    ),
    "TaxAgency": (
        "DisplayName! text 100; TaxTrackedOnSales flag; TaxTrackedOnPurchases flag; TaxRegistrationNumber text 30; "
        "LastFileDate day; TaxAgencyConfig free"
    ),
    "Attachable": (
        "FileName text 1000; Note text 2000; Category text 100; ContentType text 100; Tag text 2000; Size number; "
        "AttachableRef many AttachedTo; FileAccessUri free; TempDownloadUri free; ThumbnailFileAccessUri free; "
        "ThumbnailTempDownloadUri free; Lat free; Long free; PlaceName free"
    ),
    "AttachedTo": "EntityRef is Typed; IncludeOnSend flag; LineInfo free; NoRefOnly flag; Inactive flag",
    "JournalEntry": f"{_TXN}; Adjustment flag; Line! many JournalLine",
    "JournalLine": (
        f"{_LINE}; DetailType! enum JournalEntryLineDetail|DescriptionOnly; JournalEntryLineDetail is Journal"
    ),
    "Journal": (
        "PostingType enum Debit|Credit; AccountRef! ref Account; Entity is Party; ClassRef ref Class; "
        "DepartmentRef ref Department; TaxCodeRef ref TaxCode; TaxRateRef free; TaxApplicableOn enum Sales|Purchase; "
        "TaxAmount amount; TaxInclusiveAmt number; BillableStatus enum Billable|NotBillable|HasBeenBilled"
    ),
    "Party": "Type enum Customer|Vendor|Employee; EntityRef is Typed",
    "TxnTax": (
        "TxnTaxCodeRef ref TaxCode; TotalTax amount; TaxLine many TaxLine; TaxReviewStatus free; "
        "UseAutomatedSalesTax flag; DefaultTaxCodeRef free"
    ),
    "TaxLine": "Amount amount; DetailType text 30; TaxLineDetail is TaxDetail; Id free; LineNum number",
    "TaxDetail": (
        "TaxRateRef ref TaxRate; PercentBased flag; TaxPercent number; NetAmountTaxable number; "
        "TaxInclusiveAmount number; OverrideDeltaAmount number"
    ),
    "Linked": "TxnId text 30; TxnType text 30; TxnLineId free",
    "Memo": "value text 1000",
    "Typed": "value text 30; name free; type text 30",
    "SalesReceipt": f"{_TXN}; {_SALES}; {_TILL.format(need='')}; PaymentRefNum text 21; PaymentType free",
    "RefundReceipt": (
        f"{_TXN}; {_SALES.replace('CustomerRef!', 'CustomerRef')}; {_TILL.format(need='!')}; PaymentRefNum text 100; "
        "PaymentType enum Cash|Check|CreditCard|Other; CheckPayment free; TxnStatus free"
    ),
    "Invoice": f"{_TXN}; {_SALES}; {_INVOICE}; {_ONLINE}",
    "CreditMemo": f"{_TXN}; {_SALES}; RemainingCredit number; PaymentMethodRef ref PaymentMethod; ARAccountRef free",
    "SalesLine": (
        f"{_LINE}; DetailType! enum SalesItemLineDetail|DiscountLineDetail|DescriptionOnly|SubTotalLineDetail; "
        "SalesItemLineDetail is SalesItem; DiscountLineDetail is Discount; SubtotalLineDetail free"
    ),
    "SalesItem": (
        "ItemRef! ref Item; Qty number; UnitPrice number; ClassRef ref Class; TaxCodeRef ref TaxCode; ServiceDate day; "
        "DiscountRate number; DiscountAmt amount; TaxInclusiveAmt number; ItemAccountRef ref Account; MarkupInfo free; "
        "PriceLevelRef free; TaxClassificationRef free"
    ),
    "Discount": (
        "PercentBased flag; DiscountPercent number; DiscountAccountRef ref Account; ClassRef ref Class; "
        "TaxCodeRef ref TaxCode; Discount free"
    ),
    "Payment": (
        f"{_TXN}; CustomerRef! ref Customer; PaymentMethodRef ref PaymentMethod; PaymentRefNum text 21; "
        "DepositToAccountRef ref Account; ARAccountRef ref Account; UnappliedAmt number; ProcessPayment flag; "
        "CreditCardPayment free; Line many PayLine; TransactionLocationType free"
    ),
    "PayLine": f"{_LINE}; DetailType text 30",
    "BillPayment": (
        f"{_TXN}; VendorRef! ref Vendor; PayType! enum Check|CreditCard; CheckPayment is Check; "
        "CreditCardPayment is Card; APAccountRef ref Account; ProcessBillPayment flag; Line many PayLine"
    ),
    "Check": "BankAccountRef! ref Account; PrintStatus free; CheckNum free; NameOnAcct free; AcctNum free",
    "Card": "CCAccountRef! ref Account; CCDetail free",
    "Bill": f"{_TXN}; {_BUYING}; DueDate day; SalesTermRef ref Term; IncludeInAnnualTPAR flag",
    "VendorCredit": f"{_TXN}; {_BUYING}",
    "PurchaseOrder": f"{_TXN}; {_BUYING}; POStatus enum Open|Closed; ShipTo free; ShipAddr free; DueDate day",
    "Purchase": (
        f"{_TXN}; AccountRef! ref Account; PaymentType! enum Cash|Check|CreditCard; EntityRef is Typed; Credit flag; "
        "PaymentMethodRef ref PaymentMethod; PaymentRefNum text 21; PrintStatus free; RemitToAddr free; "
        "PurchaseEx free; CheckNum free; Line! many ExpenseLine"
    ),
    "ExpenseLine": (
        f"{_LINE}; DetailType! enum AccountBasedExpenseLineDetail|ItemBasedExpenseLineDetail|DescriptionOnly; "
        "AccountBasedExpenseLineDetail is AccountExpense; ItemBasedExpenseLineDetail is ItemExpense"
    ),
    "AccountExpense": (
        "AccountRef! ref Account; CustomerRef ref Customer; ClassRef ref Class; BillableStatus free; MarkupInfo free; "
        "TaxCodeRef ref TaxCode; TaxAmount amount; TaxInclusiveAmt number"
    ),
    "ItemExpense": (
        "ItemRef! ref Item; Qty number; UnitPrice number; CustomerRef ref Customer; ClassRef ref Class; "
        "BillableStatus free; MarkupInfo free; PriceLevelRef free; TaxCodeRef ref TaxCode; TaxInclusiveAmt number"
    ),
    "Deposit": f"{_TXN}; DepositToAccountRef! ref Account; CashBack is CashBack; Line! many DepositLine",
    "CashBack": "AccountRef! ref Account; Amount! amount; Memo text 4000",
    "DepositLine": f"{_LINE}; DetailType text 30; DepositLineDetail is Banked",
    "Banked": (
        "AccountRef! ref Account; PaymentMethodRef ref PaymentMethod; CheckNum text 21; ClassRef ref Class; "
        "Entity is Typed; TaxCodeRef ref TaxCode; TxnType free"
    ),
    "Transfer": (
        "TxnDate day; PrivateNote text 4000; FromAccountRef! ref Account; ToAccountRef! ref Account; Amount! amount; "
        "ClassRef ref Class; DepartmentRef ref Department; CurrencyRef is Typed; ExchangeRate number; DocNumber text 21"
    ),
}


def _read(text: str) -> Shape:
    found = {}
    for part in f"{text}; {_COMMON}".split("; "):
        name, kind, *of = part.split(" ", 2)
        bare = name.rstrip("!")
        found[bare] = Property(bare, kind, of[0] if of else "", name.endswith("!"))
    return found


SHAPES: dict[str, Shape] = {name: _read(text) for name, text in _TEXTS.items()}
LISTS = ("Account", "Class", "Department", "PaymentMethod", "Term", "Customer", "Vendor", "Employee", "Item")
TRANSACTIONS = (
    "JournalEntry SalesReceipt RefundReceipt Invoice CreditMemo Payment BillPayment Bill VendorCredit PurchaseOrder "
    "Purchase Deposit Transfer"
).split()
WRITABLE = (*LISTS, "TaxAgency", "Attachable", *TRANSACTIONS)
READABLE = (*WRITABLE, "TaxCode", "TaxRate", "CompanyInfo", "Preferences")
NAMED = {name.lower(): name for name in READABLE}
