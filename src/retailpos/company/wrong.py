"""Faults as the service words them: the codes, the two casings."""

from __future__ import annotations

from typing import Any

_MESSAGES = {
    "500": "Unsupported Operation",
    "600": "Duplicate Request ID",
    "610": "Object Not Found",
    "1040": "Batch Size Exceeded",
    "2000": "Invalid Object Name",
    "2010": "Request has invalid or unsupported property",
    "2020": "Required param missing, need to supply the required value for the API",
    "2040": "Invalid Character",
    "2050": "String is either too short or too long",
    "2060": "Invalid Date Format",
    "2100": "Invalid Decimal",
    "2130": "Invalid Request Id Format",
    "2170": "Invalid Enumeration",
    "2260": "Missing PostingType",
    "2270": "Missing TaxApplicableOn",
    "2280": "Missing TaxAmount",
    "2290": "Negative amounts not supported on transaction lines",
    "2300": "Amount on debits not equal to credits",
    "2500": "Invalid Reference Id",
    "4000": "Error parsing query",
    "4001": "Invalid query",
    "5010": "Stale Object Error",
    "5020": "Permission Denied Error",
    "6000": "A business validation error has occurred while processing your request",
    "6010": "Account Type or Account Sub Type required",
    "6070": "Amount Calculation Error",
    "6080": "No name provided",
    "6140": "Duplicate Document Number Error",
    "6190": "Invalid Company Status",
    "6210": "Account Period Closed",
    "6240": "Duplicate Name Exists Error",
    "6430": "Invalid account type used",
    "10000": "An application error has occurred while processing your request",
}


class Wrong(Exception):
    """A request refused, with one or more faults."""

    def __init__(self, code: str, detail: str = "", element: str = "", status: int = 400) -> None:
        super().__init__(code)
        self.faults = [(code, detail or _MESSAGES.get(code, ""), element)]
        self.status = status

    def body(self, time: str) -> dict[str, Any]:
        """The business casing."""
        kind = "SystemFault" if self.faults[0][0] == "10000" else "ValidationFault"
        errors = [
            {"Message": _MESSAGES.get(code, "Error"), "Detail": detail, "code": code, "element": element}
            for code, detail, element in self.faults
        ]
        return {"Fault": {"Error": errors, "type": kind}, "time": time}


def gateway(status: int, detail: str | None = None) -> dict[str, Any]:
    """The gateway's casing: 401, 403 and 429."""
    code, name, kind = {
        401: ("3200", "AuthenticationFailed", "AUTHENTICATION"),
        403: ("3100", "ApplicationAuthorizationFailed", "SERVICE"),
        429: ("3001", "ThrottleExceeded", "SERVICE"),
    }[status]
    message = f"message={name}; errorCode=00{code}; statusCode={status}"
    error = {"message": message, "detail": detail, "code": code, "element": None}
    return {
        "warnings": None,
        "intuitObject": None,
        "fault": {"error": [error], "type": kind},
        "report": None,
        "queryResponse": None,
        "batchItemResponse": [],
        "requestId": None,
        "status": None,
    }
