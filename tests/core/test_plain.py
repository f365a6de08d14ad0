from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retailpos.core.cart import Cart
from retailpos.core.document import Document
from retailpos.core.plain import canonical, from_plain, to_plain
from retailpos.core.tax import Terms
from tests.core.carts import carts
from tests.core.papers import receipt, settled, shares


@given(carts(), shares)
def test_a_sale_in_progress_and_its_document_come_back_from_their_text(cart: Cart, share: int) -> None:
    paid = settled(cart, share)
    assert from_plain(Cart, json.loads(canonical(paid))) == paid
    document = receipt(paid)
    text = canonical(document)
    assert from_plain(Document, json.loads(text)) == document
    assert canonical(from_plain(Document, json.loads(text))) == text


@given(st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=8) | st.none(), max_size=6))
def test_the_same_value_has_the_same_text_whatever_the_order(facts: dict[str, object]) -> None:
    turned = dict(reversed(list(facts.items())))
    assert canonical(facts) == canonical(turned)


def test_a_float_has_no_canonical_text() -> None:
    with pytest.raises(TypeError):
        to_plain({"price": 1.5})


def test_what_a_later_version_added_is_left_aside() -> None:
    cart = Cart(Terms(inclusive=True, cash_step=5))
    assert from_plain(Cart, {**to_plain(cart), "loyalty": 3}) == cart
