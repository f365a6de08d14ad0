"""Faults as the service words them: the codes, their messages, and the two casings."""

from __future__ import annotations

from typing import Any

MESSAGES = {
    "100": "General Error",
    "110": "OAuth Authentication Error",
    "120": "Authorization Failure",
    "130": "Wrong Cluster",
    "140": "Company Locked Out",
    "150": "Company Under Maintenance",
    "500": "Unsupported Operation",
    "600": "Duplicate Request ID",
    "610": "Object Not Found",
    "620": "Transaction can't be linked",
    "630": "Duplicate Object",
    "700": "Bad Parent",
    "800": "Delete Not Allowed: Dependent Objects Exist",
    "900": "Parent And Child Are The Same",
    "1000": "Operation Failed",
    "1010": "Create Failed",
    "1020": "Update Failed",
    "1040": "Batch Size Exceeded",
    "1050": "Invalid Content Type",
    "2000": "Invalid Object Name",
    "2010": "Request has invalid or unsupported property",
    "2020": "Required param missing, need to supply the required value for the API",
    "2030": "Invalid Id",
    "2040": "Invalid Character",
    "2050": "String is either too short or too long",
    "2060": "Invalid Date Format",
    "2070": "Invalid Date Value",
    "2080": "Invalid Number Format",
    "2090": "Invalid Number Value",
    "2100": "Invalid Decimal",
    "2110": "Invalid Decimal Value",
    "2120": "Invalid Type",
    "2130": "Invalid Request Id Format",
    "2140": "Invalid Amount",
    "2170": "Invalid Enumeration",
    "2180": "Invalid String Range",
    "2190": "Invalid Date Range",
    "2210": "Invalid Email",
    "2220": "Invalid Currency",
    "2230": "Invalid Boolean",
    "2240": "Invalid Amount Format",
    "2250": "Missing Lines",
    "2260": "Missing PostingType",
    "2270": "Missing TaxApplicableOn",
    "2280": "Missing TaxAmount",
    "2290": "Negative amounts not supported on transaction lines",
    "2300": "Amount on debits not equal to credits",
    "2500": "Invalid Reference Id",
    "2600": "Conflicting Elements",
    "3001": "ThrottleExceeded",
    "3100": "ApplicationAuthorizationFailed",
    "3200": "AuthenticationFailed",
    "4000": "Error parsing query",
    "4001": "Invalid query",
    "4002": "Error processing query",
    "5000": "Deprecated Field",
    "5010": "Stale Object Error",
    "5020": "Permission Denied Error",
    "5030": "Not Supported",
    "6000": "A business validation error has occurred while processing your request",
    "6010": "Account Type or Account Sub Type required",
    "6030": "File too large",
    "6070": "Amount is not equal to UnitPrice * Qty",
    "6080": "No name provided",
    "6090": "Discount amount or percent required",
    "6100": "Line TaxCode must be TAX or NON",
    "6140": "Duplicate Document Number Error",
    "6150": "ParentRef Required",
    "6160": "CustomSalesTax Cannot Be Used",
    "6170": "TxnTaxDetail not allowed with GlobalTaxCalculation NotApplicable",
    "6180": "At most five levels are possible",
    "6190": "Invalid Company Status",
    "6200": "Account Period Closed",
    "6210": "Account Period Closed",
    "6220": "Delete Blocked: Open Balance",
    "6230": "CustomSalesTax Not Allowed",
    "6240": "Duplicate Name Exists Error",
    "6250": "Customer Missing Or Inactive",
    "6270": "Transaction Before Item Start Date",
    "6280": "Delete Blocked: Unbilled Charges",
    "6430": "Invalid account type used",
    "6440": "A line needs an item or an account",
    "6450": "Cannot Void A Settled Transaction",
    "6470": "TaxLiabilityAccount or TaxRateError",
    "6480": "Cannot Delete A Matched Transaction",
    "6540": "Deposited Transaction cannot be changed",
    "10000": "An application error has occurred while processing your request",
    "10100": "Result Too Large",
    "10200": "Company Reset",
}

INACTIVE = "Object Not Found : Something you're trying to use has been made inactive. Please check the fields."
GONE = "Object Not Found : Another user has deleted this transaction."


class Wrong(Exception):
    """A request refused, with one or more faults of (code, detail, element)."""

    def __init__(self, code: str, detail: str = "", element: str = "", *, status: int = 400) -> None:
        super().__init__(code)
        self.faults = [(code, detail or MESSAGES.get(code, ""), element)]
        self.status = status

    @classmethod
    def missing(cls, names: list[str]) -> Wrong:
        """Required properties that are not there: one fault for each."""
        wrong = cls("2020")
        wrong.faults = [
            ("2020", f"Required parameter {name} is missing in the request", name) for name in dict.fromkeys(names)
        ]
        return wrong

    @classmethod
    def business(cls, why: str, element: str = "") -> Wrong:
        """The service's catch-all for a rule of the books."""
        return cls("6000", f"Business Validation Error: {why}", element)

    @property
    def code(self) -> str:
        """The first fault's code."""
        return self.faults[0][0]

    def body(self, time: str) -> dict[str, Any]:
        """The business casing."""
        kind = "SystemFault" if self.code == "10000" else "ValidationFault"
        errors = [
            {"Message": MESSAGES.get(code, "Error"), "Detail": detail, "code": code, "element": element}
            for code, detail, element in self.faults
        ]
        return {"Fault": {"Error": errors, "type": kind}, "time": time}


def gateway(status: int, detail: str | None, moment: int) -> dict[str, Any]:
    """The gateway's casing for 401, 403 and 429; `moment` is in milliseconds."""
    code, name, kind = {
        401: ("3200", "AuthenticationFailed", "AUTHENTICATION"),
        403: ("3100", "ApplicationAuthorizationFailed", "SERVICE"),
        429: ("3001", "ThrottleExceeded", "SERVICE"),
    }[status]
    message = f"message={name}; errorCode=00{code}; statusCode={status}"
    return {
        "warnings": None,
        "intuitObject": None,
        "fault": {"error": [{"message": message, "detail": detail, "code": code, "element": None}], "type": kind},
        "report": None,
        "queryResponse": None,
        "batchItemResponse": [],
        "attachableResponse": [],
        "syncErrorResponse": None,
        "requestId": None,
        "time": moment,
        "status": None,
        "cdcresponse": [],
    }
