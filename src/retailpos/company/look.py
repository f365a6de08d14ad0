"""The look of every page: our own style, a banner that says PRACTICE, no script."""

from __future__ import annotations

import html

from retailpos.company.books import Books

CSS = """
*{box-sizing:border-box}
body{margin:0;font:15px/22px Inter,system-ui,"Segoe UI",sans-serif;background:#F4F2EC;color:#1B1F2A}
.stripe{background:repeating-linear-gradient(45deg,#F2B84B 0 14px,#E9A92F 14px 28px);color:#2A1B00;
text-align:center;font-size:13px;line-height:28px;letter-spacing:.4px;font-weight:600}
header{background:#fff;border-bottom:1px solid #DCD8CD;padding:0 40px;min-height:64px;display:flex;
align-items:center;gap:8px;flex-wrap:wrap}header strong{display:block;line-height:20px}
header small{color:#4A5060;font-size:13px}header .who{margin-right:24px}
header a{padding:9px 16px;min-height:48px;border-radius:8px;color:#1B1F2A;text-decoration:none;font-weight:600}
header a.here{background:#E5EAFC;color:#1F3DB3}header .date{margin-left:auto;color:#4A5060}
.desk{display:flex;gap:24px;padding:24px 40px;align-items:flex-start;flex-wrap:wrap}main{flex:1 1 600px;min-width:0}
aside{flex:0 1 340px;display:flex;flex-direction:column;gap:16px}
.card{background:#fff;border:1px solid #DCD8CD;border-radius:12px;padding:16px 20px;overflow-x:auto}
h1{font-size:24px;line-height:32px;margin:0;font-weight:600}h2{font-size:18px;line-height:26px;margin:0 0 4px}
.sub{color:#4A5060;font-size:14px;margin:0 0 12px}.top{display:flex;gap:8px;align-items:center}.top>div{flex:1}
table{border-collapse:collapse;width:100%}td,th{padding:7px 16px;border-bottom:1px solid #DCD8CD;text-align:left}
.card td:first-child,.card th:first-child{padding-left:0}th{color:#4A5060;font-size:13px}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}tr.sum td{font-weight:700;border:0}
td a{color:#1F3DB3;font-weight:600}.off{color:#5F6575}
button{font:inherit;font-weight:600;min-height:48px;padding:8px 16px;border-radius:8px;cursor:pointer}
nav{display:flex;gap:4px;flex-wrap:wrap}
button.plain{background:#fff;border:1px solid #827C6E;color:#1B1F2A}
button.red{background:#fff;border:1px solid #B3231A;color:#B3231A}
button.blue{background:#2446C8;border:1px solid #2446C8;color:#fff}form{margin:0}
input,select{font:inherit;padding:8px;border:1px solid #827C6E;border-radius:8px;min-height:48px;background:#fff}
.toggle{display:flex;align-items:center;gap:8px;width:100%;padding:0;border:0;background:none;text-align:left;
font-weight:400;color:#1B1F2A}.toggle span{flex:1}.toggle i{width:40px;height:24px;padding:3px;border-radius:12px;
background:#827C6E}.toggle i::before{content:"";display:block;width:18px;height:18px;border-radius:9px;background:#fff}
.toggle.on i{background:#2446C8}.toggle.on i::before{margin-left:16px}
:focus-visible{outline:3px solid #2446C8;outline-offset:2px}
.chip{border-radius:12px;padding:2px 8px;font-size:13px;font-weight:600}.chip.ok{background:#DCF1E6;color:#14694A}
.chip.bad{background:#FBE3DF;color:#B3231A}.log{display:flex;gap:8px;font-size:13px;line-height:32px}
.log span:nth-child(2){flex:1}
"""
PLACES = (("/", "Accounts"), ("/journal", "Journal"), ("/trial-balance", "Trial balance"), ("/requests", "Requests"),
          ("/faults", "Faults"))  # fmt: skip


def page(books: Books, title: str, content: str, *, here: str = "", side: str = "") -> str:
    """A whole page; `content` and `side` are markup, everything told in them already escaped."""
    company = html.escape(books.setting("company_name"))
    about = html.escape(f"practice company, {books.setting('seed')}, {books.setting('plan').rpartition(' ')[2]}")
    links = "".join(
        f'<a href="{place}"{" class=here aria-current=page" if place == here else ""}>{name}</a>'
        for place, name in PLACES
    )
    beside = f"<aside>{side}</aside>" if side else ""
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>PRACTICE - {html.escape(title)}</title>"
        f"<style>{CSS}</style></head><body>"
        "<div class=stripe>PRACTICE COMPANY. Nothing here is real, and nothing leaves this computer.</div>"
        f"<header><div class=who><strong>{company}</strong><small>{about}</small></div><nav>{links}</nav>"
        f"<span class=date>Company date {books.today()}</span></header>"
        f"<div class=desk><main class=card><h1>{html.escape(title)}</h1>{content}</main>{beside}</div></body></html>"
    )


def money(cents: int) -> str:
    """An amount with grouping, and a true minus."""
    sign = "\N{MINUS SIGN}" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def table(heads: list[str], rows: list[list[str]], *, foot: list[str] | None = None) -> str:
    """A table of markup cells; heads that start with > are figures."""
    figures = [head.startswith(">") for head in heads]
    top = "".join(
        f"<th{' class=n' if n else ''}>{head.lstrip('>')}</th>" for head, n in zip(heads, figures, strict=True)
    )
    body = "".join(_row(row, figures, "") for row in rows)
    return f"<table><tr>{top}</tr>{body}{_row(foot, figures, ' class=sum') if foot else ''}</table>"


def _row(cells: list[str], figures: list[bool], mark: str) -> str:
    inner = "".join(f"<td{' class=n' if n else ''}>{cell}</td>" for cell, n in zip(cells, figures, strict=True))
    return f"<tr{mark}>{inner}</tr>"
