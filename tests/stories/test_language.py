from __future__ import annotations

import json
from pathlib import Path

import pytest

from retailpos.stories.language import StoryFault, read_story
from retailpos.stories.play import Player, json_lines, play_file
from retailpos.stories.stage import Stage
from retailpos.words import sentence


def fault_of(text: str) -> StoryFault:
    stage = Stage()
    try:
        with pytest.raises(StoryFault) as caught:
            Player(stage, sentence).play(text)
        return caught.value
    finally:
        stage.close()


@pytest.mark.parametrize(
    ("story", "line", "said"),
    [
        ("dance", 1, "not understood: dance"),
        ("  item Mug", 1, "a step without a statement"),
        ('item "Mug price 8.00', 1, "quote is not closed"),
        ('item "M\\x" price 8.00', 1, "not understood in quotes"),
        ("item Mug price eight", 1, "not an amount: eight"),
        ("item Mug price -8.00", 1, "not an amount: -8.00"),
        ("item Mug price 8.00 sideways", 1, "not understood: sideways"),
        ("tax State 7", 1, "not a rate: 7"),
        ("tax State 7% from yesterday", 1, "not a date: yesterday"),
        ("prices with tax", 1, "prices include tax"),
        ("tax-rounding sometimes", 1, "not a way to round tax"),
        ("stock-below-zero maybe", 1, "stock-below-zero"),
        ('shop "A" currency USD timezone Moon/Sea', 1, "not a time zone"),
        ('shop "A" day-ends 25:00', 1, "not a time of day"),
        ("tender Token kind shell", 1, "not a kind of tender"),
        ("at 2026-13-01 10:00", 1, "not a moment"),
        ("at 0001-01-01 00:00", 1, "not a moment"),
        ("at 9999-12-31 23:59", 1, "not a moment"),
        ('shop "A" currency Dollars', 1, "not a currency: Dollars"),
        ('shop "A" currency JPY\nitem Tea price 1.50', 2, "not an amount: 1.50"),
        ('shop "A" currency JPY\nexpect bag 1200', 2, "the till bag is 0, not 1200"),
        ("cogs perhaps", 1, "cogs on, or off"),
        ("at 2026-03-02", 1, "a time is missing"),
        ("open float 5.00 register two", 1, "not a register: two"),
        ("open float 5.00 by Nobody", 1, "nobody is called Nobody"),
        ("open float 5.00\nsale\n  item Mug\n  pay cash", 2, "No item is called Mug"),
        ("open float 5.00\nsale\n  dance", 3, "not understood: dance"),
        ("open float 5.00\nexpect refused", 2, "was not refused"),
        ("open float 5.00\nopen float 5.00\nexpect refused\n  because Friday", 4, "refused because: The drawer is"),
        ("open float 5.00\nopen float 5.00\nexpect check ok", 2, "refused: The drawer is open already"),
        ("expect sale net 1.00", 1, "there is no sale yet"),
        ("expect joy", 1, "not understood: expect joy"),
        ("expect bag 1.00", 1, "the till bag is 0.00, not 1.00"),
    ],
)
def test_a_story_that_does_not_hold_says_where_and_why(story: str, line: int, said: str) -> None:
    fault = fault_of(story)
    assert (fault.line, said in fault.text) == (line, True), fault.text


@pytest.mark.parametrize(
    "statement",
    [
        'gift-card "GC-1" balance 100.00',
        'store-credit "M. Ortiz" balance 40.76',
        "tender CAD kind foreign rate 0.70",
        'layaway "L-1" customer "M. Ortiz"\n  item Ring x 1',
        'deposit "L-1" "Visa/MC" 120.00',
        'pick-up "L-1"',
        'cancel "L-1" forfeit 30.00 refund cash',
        "pay-out-tips 33.00",
        'receive "Northside Supply" invoice NS-881 freight 30.00',
        'count "Hammer" 34',
        "sale\n  shipping 45.00",
        "sale\n  tip 3.00",
        'sale\n  donation "Red Cross" 3.00',
        'sale\n  gift-card "GC-1" 100.00',
        'item Mug price 1.00\nsale\n  item Mug\n  pay gift-card "GC-1"',
        "open float 5.00\nclose counted 5.00 CAD 190.00",
        'shop "Souk" currency KWD',
        'expect balance gift-card "GC-1" 5.00',
        'expect balance store-credit "M. Ortiz" 5.00',
        'sale\n  open-item 5.00\n  pay store-credit "M. Ortiz" 5.00',
        'return\n  open-item 5.00 reason Torn\n  refund gift-card "GC-2"',
        'sales-order "S-1" customer "M. Ortiz"',
        'work-order "W-1" customer "M. Ortiz"',
        "sale\n  service-charge 3.00",
        "sale\n  surcharge 3.00",
    ],
)
def test_what_comes_with_later_work_is_named_and_never_ignored(statement: str) -> None:
    assert fault_of(statement).text.startswith("not yet")


def test_two_runs_print_the_same_bytes() -> None:
    story = Path(__file__).parent / "stories" / "returns-add-up.story"
    printed = []
    for _ in range(2):
        stage = play_file(story, telling=sentence)
        try:
            printed.append([json.dumps(line, sort_keys=True) for line in json_lines(stage)])
        finally:
            stage.close()
    assert printed[0] == printed[1]
    kinds = {next(iter(json.loads(line))) for line in printed[0]}
    assert kinds == {"document", "posting", "entry"}


def test_a_word_may_hold_quoted_parts() -> None:
    (statement,) = read_story('map tax/"VAT Control"/"20 %" "Two \\ud83d\\ude00"')
    assert [word.text for word in statement.words] == ["map", "tax/VAT Control/20 %", "Two \N{GRINNING FACE}"]
    assert [word.quoted for word in statement.words] == [False, False, True]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    first, second = read_story('sale customer "A\u2028B"\r\nno-sale\r')
    assert (first.words[-1].text, second.line) == ("A\u2028B", 2)


@pytest.mark.parametrize("name", ["Ding\\u0007", "Half \\ud83d", "Tab\there", "Line\x85end"])
def test_what_no_form_would_take_is_refused(name: str) -> None:
    stage = Stage()
    try:
        Player(stage, sentence).play(
            f'item "{name}" price 1.00\nexpect refused by Owner\n  because "control characters"'
        )
    finally:
        stage.close()


def test_words_keep_their_quotes_comments_and_steps_apart() -> None:
    story = 'sale # a sale\n   item "a # b" x 2\n\t# nothing\n  pay "x"\n\nno-sale reason "\\u0041\\"\\\\"\n'
    sale, no_sale = read_story(story)
    assert [word.text for word in sale.words] == ["sale"]
    assert [[word.text for word in words] for _, words in sale.steps] == [["item", "a # b", "x", "2"], ["pay", "x"]]
    assert no_sale.words[-1].text == 'A"\\'
    assert no_sale.line == 6
