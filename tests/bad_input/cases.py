"""What people, scanners, typed fields and far computers may hand to a register, by the surface it comes in by."""

from __future__ import annotations

from dataclasses import dataclass

KEPT, REFUSED = "kept", "refused"


@dataclass(frozen=True, slots=True)
class Case:
    """An input and what becomes of it: a refusal's code, or `kept` where it is carried harmlessly."""

    name: str
    text: str
    code: str = REFUSED


GLUED = "40063813339314006381333931"
ESCAPES = "\x1bp\x00\x19\xfa"

SCANS = (
    Case("two codes glued together", GLUED, "code_unknown"),
    Case("carriage return behind", "4006381333931\r", KEPT),
    Case("line feed behind", "4006381333931\n", KEPT),
    Case("tab behind", "4006381333931\t", KEPT),
    Case("leading zero of an EAN-13", "04006381333931", KEPT),
    Case("AIM prefix", "]E04006381333931", KEPT),
    Case("drawer kick inside", f"40063{ESCAPES}81333931", "code_unknown"),
    Case("control O inside", "4006381\x0f333931", KEPT),
    Case("NUL inside", "4006381\x00333931", KEPT),
    Case("wrong check digit", "4006381333930", "code_unknown"),
    Case("a web address", "https://example.org/?q=4006381333931", "code_unknown"),
    Case("wireless network text", "WIFI:S:shop;T:WPA;P:secret;;", "code_unknown"),
    Case("a visiting card", "BEGIN:VCARD\nFN:Ana\nEND:VCARD", "code_unknown"),
    Case("4,296 characters", "A" * 4296, "code_unknown"),
    Case("a card number", "4111111111111111", "looks_like_a_card"),
    Case("a card number with spaces", "4111 1111 1111 1111", "looks_like_a_card"),
    Case("track one", "%B4111111111111111^DOE/JANE^30121011000?", "looks_like_a_card"),
    Case("track two", ";4111111111111111=30121011000?", "looks_like_a_card"),
    Case("an American Express number", "371449635398431", "looks_like_a_card"),
    Case("a statement for a database", "'; DROP TABLE item; --", "code_unknown"),
    Case("a path", "../../etc/passwd", "code_unknown"),
    Case("a search pattern", '* OR "a" NEAR', "code_unknown"),
    Case("nothing", "", "code_unknown"),
    Case("blanks", "   ", "code_unknown"),
    Case("shifted digits", "$))^#*!###(#!", "code_unknown"),
    Case("Arabic digits", "\u0664\u0660\u0660\u0666", "code_unknown"),
    Case("a lone surrogate", "\ud800", "code_unknown"),
    Case("right-to-left override", "\u202e4006381333931", KEPT),
    Case("a group separator where a batch should be", "]d2010400638133393110\x1dAB", "code_unknown"),
    Case("a format string", "%s%n{0}", "code_unknown"),
)

AMOUNTS = (
    Case("nothing", ""),
    Case("a word", "ten"),
    Case("a sign", "-5.00"),
    Case("a plus", "+5.00"),
    Case("a decimal comma", "1,5"),
    Case("groups", "1,234.56"),
    Case("apostrophes", "1'234.56"),
    Case("three decimals", "1.234"),
    Case("an exponent", "1e3"),
    Case("not a number", "NaN"),
    Case("infinity", "Infinity"),
    Case("a barcode", "4006381333931"),
    Case("underscores", "1_000"),
    Case("hexadecimal", "0x10"),
    Case("full-width digits", "\uff11\uff12"),
    Case("Arabic digits", "\u0661\u0662"),
    Case("two points", "1.2.3"),
    Case("a currency", "$5"),
    Case("a currency behind", "5 USD"),
    Case("brackets", "(5.00)"),
    Case("a sign behind", "5-"),
    Case("a NUL", "5\x00"),
    Case("a formula", "=1+1"),
    Case("5,000 digits", "9" * 5000),
    Case("a superscript", "5\u00b2"),
    Case("a half", "\u00bd"),
    Case("blanks inside", "1 000"),
    Case("only a point", "."),
)

QUANTITIES = (
    Case("nothing at all", "0"),
    Case("a tenth of a thousandth", "0.0001"),
    Case("half a piece", "0.5"),
    Case("999,999", "999999"),
    Case("a thousand million", "1000000000"),
    Case("below zero", "-1"),
    Case("an exponent", "1e2"),
    Case("not a number", "nan"),
    Case("a fraction", "1/2"),
    Case("a barcode", "4006381333931"),
    Case("full-width", "\uff13"),
    Case("a comma", "1,5"),
)

NAMES = (
    Case("10,000 characters", "a" * 10_000),
    Case("a NUL", "a\x00b"),
    Case("a bell", "a\x07b"),
    Case("a line break", "a\nb"),
    Case("an escape", f"a{ESCAPES}b"),
    Case("a C1 mark", "a\x9bb"),
    Case("delete", "a\x7fb"),
    Case("blanks only", "   "),
    Case("nothing", ""),
    Case("zero-width marks only", "\u200b\u200d"),
    Case("a lone surrogate", "a\ud800b"),
    Case("right-to-left override", "a\u202eb", KEPT),
    Case("Hebrew", "\u05e9\u05dc\u05d5\u05dd", KEPT),
    Case("emoji", "Caf\u00e9 \U0001f600", KEPT),
    Case("many combining marks", "Z" + "\u0301" * 150, KEPT),
    Case("markup", "<b>&amp;{0}%s${x}</b>", KEPT),
    Case("a word of machines", "NULL", KEPT),
    Case("a device's name", "CON", KEPT),
    Case("a formula", "=cmd()|'/c calc'!A1", KEPT),
    Case("an unclosed quote", 'Bar 6" long', KEPT),
    Case("wide letters", "\u6f22\u5b57" * 40, KEPT),
    Case("Cyrillic a", "\u0430pple", KEPT),
    Case("a statement for a database", "Robert'); DROP TABLE item;--", KEPT),
    Case("a colon", "Toys: small", KEPT),
)

RECEIPTS = (
    Case("nothing", ""),
    Case("a word", "receipt"),
    Case("no dash", "000001"),
    Case("a register of letters", "A-000001"),
    Case("one that was never given", "1-999999"),
    Case("a register that is not there", "7-000001"),
    Case("far too long", "1-" + "9" * 400),
    Case("a register far too long", "9" * 400 + "-1"),
    Case("a number above any", "1-999999999999"),
    Case("below zero", "1--1"),
    Case("Arabic digits", "\u0661-\u0660\u0660\u0660\u0660\u0660\u0661"),
    Case("superscripts", "1-\u00b2"),
    Case("a NUL", "1-00000\x001"),
    Case("a statement", "1-000001' OR '1'='1"),
)
