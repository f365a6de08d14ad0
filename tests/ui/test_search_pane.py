"""What a search shows: prices as the shop's money has them, something to do where nothing fits."""

from __future__ import annotations

from retailpos.ui.sale.search_pane import SearchPane
from tests.ui.register_shop import Register


def _said(pane: SearchPane) -> str:
    pane.redraw()
    model = pane.view.model()
    return str(model.data(model.index(0, 0)))


def test_prices_have_the_decimals_of_the_shops_money(register: Register) -> None:
    finding = register.window.register_model.finding
    finding.type("stoneware")
    assert _said(SearchPane(finding, {}, 2)) == "Stoneware Mug, 20 here, 14.00"
    assert _said(SearchPane(finding, {}, 0)) == "Stoneware Mug, 20 here, 1,400"


def test_where_nothing_fits_it_says_what_to_do(register: Register) -> None:
    pane = register.page.search_pane
    register.type("zzz")
    assert pane.nothing.isVisible()
    assert not pane.view.isVisible()
    assert "open item" in pane.nothing.sentence.text()
    for _mark in range(3):
        register.page.top.search.backspace()
    register.page.search("stone")
    assert pane.view.isVisible()
    assert not pane.nothing.isVisible()
