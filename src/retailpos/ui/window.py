"""The main window: sign-in, the register, the pages behind it, and what every one of them is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from retailpos.actions import people
from retailpos.actions.looks import kept_wishes
from retailpos.actions.shop import Changes, OpenShop
from retailpos.actions.till import Till
from retailpos.core.errors import PosError, Refusal, Trouble
from retailpos.ui.day import pages as desk_pages
from retailpos.ui.notices import words_for, words_of
from retailpos.ui.parts.notice import NoticeStack
from retailpos.ui.parts.sheet import Sheet
from retailpos.ui.practice_mark import PracticeMark
from retailpos.ui.sale.counter import Asked, Counter
from retailpos.ui.sale.look_sheet import wear
from retailpos.ui.sale.menu import rail_items
from retailpos.ui.sale.model import RegisterModel
from retailpos.ui.sale.screen import RegisterPage
from retailpos.ui.sale.sheets import RegisterSheets
from retailpos.ui.scans import ScanFilter
from retailpos.ui.shell import Shape, Shell
from retailpos.ui.signin.model import SignInModel
from retailpos.ui.signin.screen import SignInPage, colour_of
from retailpos.ui.standing import greeting, pins_shown, saved_words, signed_out_words, strip_words
from retailpos.ui.theme.look import look
from retailpos.wording import _

_SYNC_MS = 1_000
_TICK_MS = 20_000
_SEARCH_SMALLEST = 250
_BACK = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Left)
_IDLE_MS = 5 * 60_000
_DEVICE_CALM = ("printed", "kicked", "printer_ready", "scanner_ready")
_DEVICE_ONCE = ("drawer_not_opened", "unconfirmed", "paper_near_end", "left_unprinted", "not_printable")
_DEVICE_ICONS = {"printer": "printer", "scanner": "barcode"}
_ACTIVE = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin))


class Context:
    """The window as a page behind the counter sees it."""

    def __init__(self, window: Window, tasks: Any = None) -> None:
        self._window = window
        self.shop: OpenShop = window.counter.shop
        self.till: Till = window.counter.till
        self.tasks = tasks

    def notify(self, error: PosError) -> None:
        """Tell the person about a refusal or trouble, in place."""
        self._window.counter.refused.emit(error)

    def open_page(self, name: str) -> None:
        """Show another page."""
        self._window.open_page(name)

    def changed(self, changes: Changes) -> None:
        """Tell every page that something changed."""
        self._window.counter.changed.emit(changes)


class Window(Shell):
    """Joins the pages. It asks actions through the counter only, and holds no rule of the shop."""

    first_paint = Signal()

    def __init__(
        self, till: Till, *, tasks: Any = None, scans: ScanFilter | None = None, company_url: str = ""
    ) -> None:
        super().__init__()
        self.counter = Counter(till, self)
        facts = self.counter.shop.facts
        self.setWindowTitle(_("{shop} · PRACTICE").format(shop=facts.name) if facts.practice else facts.name)
        register = _("Register {n}").format(n=till.register)
        self.top.set_shop(facts.name, register, practice=facts.practice)
        self.rail.set_shop(facts.name, register)
        if facts.practice:
            PracticeMark(self.rail)
        self.register_model = RegisterModel(self.counter, self)
        self.register = RegisterPage(self.register_model, self.top)
        self.sign_in_model = SignInModel(self.counter, self)
        self.sign_in = SignInPage(
            self.sign_in_model, shop=facts.name, hint=pins_shown(self.counter.shop), practice=facts.practice
        )
        self.sheets = RegisterSheets(self, self.register)
        self.notices = NoticeStack(self.register.panes.left)
        self._desk: dict[str, Callable[[], QWidget]] = desk_pages.pages(Context(self, tasks))
        self._troubles: set[str] = set()
        self._device_words: dict[str, str] = {}
        self._made: dict[str, NoticeStack] = {}
        self.add_page("sign-in", self.sign_in, "plain")
        self.add_page("register", self.register, "register")
        self._join()
        if scans is not None:
            scans.scanned.connect(self.scanned)
        self.company_url = company_url
        self._painted = False
        self._wear_kept()
        self._start_timers()
        self.show_sign_in()
        self.tell_strip()

    def _wear_kept(self) -> None:
        """As it was chosen here; a theme that the computer was told to wear stays."""
        wishes = kept_wishes(self.counter.till)
        told = look().choice
        wear(self, wishes if told == "system" else replace(wishes, theme=told))
        self.sheets.sounds.on = wishes.sounds

    # Pages

    def open_page(self, name: str) -> None:
        """Show a page by name; it is made when it is first shown."""
        if self.counter.till.employee is None and name != "connect":
            self.show_sign_in()
            return
        self.top.set_selling(name == "register", _("Counting. Scans are refused until the drawer is closed."))
        if name == "register":
            self.show_page("register")
            self.register.redraw()
            self._tell_saved()
            return
        if name == "company":
            QDesktopServices.openUrl(QUrl(self.company_url))
            return
        if name not in self._desk:
            return
        if name not in self._made:
            page = self._make(name)
            if page is None:
                return
        self.show_page(name)
        self._tell_saved()
        chosen = desk_pages.RAIL.get(name, name)
        self.rail.set_items(rail_items(self.counter, company=bool(self.company_url)), chosen)

    def _make(self, name: str) -> QWidget | None:
        made: list[QWidget] = []

        def make() -> Changes:
            made.append(self._desk[name]())
            return Changes()

        if not self.counter.do(make):
            return None
        page = made[0]
        self.add_page(name, page, desk_pages.FRAMES.get(name, "desk"))
        self._made[name] = NoticeStack(page, bottom=24, margin=32)
        return page

    def show_sign_in(self, *, locked: bool = False) -> None:
        """Nobody may do anything before they sign in; the sale stays as it is."""
        self.sign_in_model.begin(locked=locked)
        if self.counter.till.employee is not None:
            self.counter.changed.emit(people.sign_out(self.counter.till))
        words = greeting(self.counter.shop, locked=locked)
        self.sign_in.set_state(*words)
        self.show_page("sign-in")
        self.sign_in.take_keyboard()
        self.tell_strip()

    def lock(self) -> None:
        """Lock the register; the same sale comes back."""
        self.close_sheets()
        self.show_sign_in(locked=True)

    def close_sheets(self) -> None:
        """Close whatever lies over the window."""
        for sheet in self.findChildren(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly):
            sheet.close_sheet()

    def sheet_open(self) -> bool:
        """True while a sheet lies over the window."""
        found = self.findChildren(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return any(sheet.isVisible() for sheet in found)

    # Scans and keys

    def scanned(self, code: str) -> None:
        """A scan goes to the register, whatever has the keyboard; on another page it is refused with its reason."""
        if self.shown == "sign-in":
            self.sign_in_model.refuse(Refusal("sign_in_first"))
        elif self.shown == "register":
            self.register_model.scanned(code)
        else:
            self.counter.refused.emit(Refusal("scan_at_register", code=code[:40]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.shown == "register" and not self.sheet_open() and self.register.pressed(event):
            event.accept()
            return
        if self.shown != "register" and not self.sheet_open() and event.keyCombination() == _BACK:
            # A page with a way back of its own has taken the key before.
            self.open_page("register")
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_paint.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVE and watched.isWidgetType():
            self._idle.start()
        return False

    # What is told

    def tell_strip(self) -> None:
        """Printer, drawer, QuickBooks, what is saved, the time."""
        words = strip_words(self.counter.shop, self._device_words, drawer_open=self.counter.drawer_open())
        self.strip.set_words(words)
        self._tell_saved()

    def _tell_saved(self) -> None:
        till = self.counter.till
        saved = saved_words(till, self.counter.money) if till.employee else signed_out_words(till)
        if self.counter.shop.facts.practice and self.shown not in ("register", "sign-in", "count"):
            saved = _("PRACTICE · {saved}").format(saved=saved)
        self.strip.set_right(saved, self.counter.clock_words())

    def device_told(self, device: str, code: str, facts: tuple[tuple[str, str], ...]) -> None:
        """A device reported something: trouble stays until it is over, and shows in the strip."""
        key = f"{device} trouble"
        if code in _DEVICE_CALM:
            if code.endswith("_ready"):
                self._device_words.pop(device, None)
                self._over(key)
        else:
            words = words_for(code, dict(facts))
            if code not in _DEVICE_ONCE:
                self._device_words[device] = words.bold.rstrip(".")
            retry = self.counter.shop.devices.printer.retry if device == "printer" else None
            self._stack().trouble(key, words, retry if words.button else None, icon=_DEVICE_ICONS.get(device, ""))
        self.tell_strip()

    def _join(self) -> None:
        counter = self.counter
        counter.refused.connect(self._refused)
        counter.done.connect(self._done)
        counter.changed.connect(self._changed)
        counter.asked.connect(self._asked)
        counter.faulted.connect(self.sheets.show_fault)
        self.sign_in_model.signed_in.connect(self._signed_in)
        self.register.wished.connect(self._wished)
        self.register_model.changed.connect(self._tell_saved)
        self.register.turned.connect(self._place_keyboard)
        self.typed.connect(self._typed)
        self.closing.connect(self._stop_timers)
        self.shaped.connect(self._shaped)
        self.top.lock.clicked.connect(self.lock)
        self.top.person.clicked.connect(self.lock)
        self.top.menu.clicked.connect(lambda: self.open_page("today"))
        self.rail.chosen.connect(self.open_page)
        self.rail.person_pressed.connect(self.lock)
        self.strip.pressed.connect(self._pressed_strip)

    def _start_timers(self) -> None:
        self._sync = QTimer(self)
        self._sync.setInterval(_SYNC_MS)
        self._sync.setSingleShot(True)
        self._sync.timeout.connect(lambda: self.counter.do(self._sync_draft))
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.tell_strip)
        self._tick.start()
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._idled)
        _app().installEventFilter(self)

    def _stop_timers(self) -> None:
        """The window closes: nothing is asked of the shop any more."""
        _app().removeEventFilter(self)
        for timer in (self._sync, self._tick, self._idle):
            timer.stop()

    def _sync_draft(self) -> Changes:
        self.counter.shop.store.sync()
        return Changes()

    def _idled(self) -> None:
        if self.counter.till.employee is not None:
            self.lock()

    def _changed(self, changes: Changes) -> None:
        if changes.kinds:
            self._stack().worked()
            for code in self._troubles:
                self._over(code)
            self._troubles.clear()
        if "cart" in changes.kinds:
            self._sync.start()
        if changes.kinds & {"drawer", "documents", "days", "exchange", "person"}:
            self.tell_strip()
        if "lists" in changes.kinds:
            self.register.keys.read_items()

    def _signed_in(self) -> None:
        person = self.counter.till.employee
        if person is None:
            return
        place = [one.id for one in self.sign_in_model.now.people].index(person.id)
        first, _space, last = person.name.partition(" ")
        self.top.person.set_person(
            person.name, f"{first} {last[:1]}.".strip(" .") + ("." if last else ""), colour_of(place)
        )
        self.rail.set_person(person.name, colour_of(place))
        self.open_page("register")
        self._idle.start()
        self.tell_strip()
        if not self.counter.drawer_open():
            self.sheets.open_float()

    def _refused(self, error: PosError) -> None:
        if self.shown == "sign-in":
            self.sign_in_model.refuse(error)
            return
        words = words_of(error)
        pressed = self.sheets.instead(error)
        self.sheets.sounds.play("trouble" if isinstance(error, Trouble) else "refused")
        if isinstance(error, Trouble):
            self._troubles.add(error.code)
            self._stack().trouble(error.code, words, pressed)
        else:
            self._stack().refuse(words, pressed, key="Ins" if words.button == "Open item" else "")

    def _done(self, text: str, undo: bool) -> None:
        self._stack().done(text, self.register_model.undo if undo else None)

    def _asked(self, asked: Asked) -> None:
        self.sheets.open_override(asked)
        self.sheets.sounds.play("needs someone")

    def _over(self, key: str) -> None:
        for stack in (self.notices, *self._made.values()):
            stack.over(key)

    def _stack(self) -> NoticeStack:
        return self._made.get(self.shown, self.notices)

    def _wished(self, name: str) -> None:
        if name == "lock":
            self.lock()
        elif name == "drawer":
            self.open_page("drawer")
        else:
            self.sheets.open(name)

    def _typed(self, text: str) -> None:
        if self.shown == "sign-in":
            self.sign_in.typed(text)
        elif self.shown == "register":
            self.register.typed(text)

    def _shaped(self, shape: Shape) -> None:
        """On the smallest window the word PRACTICE takes its room from the search."""
        if shape.tiny and self.counter.shop.facts.practice:
            self.top.search.setFixedWidth(_SEARCH_SMALLEST)
        self.register.redraw()

    def _place_keyboard(self, face: str) -> None:
        """Selling needs no field, paying types into the amount. Nothing is taken from a sheet or from the search."""
        if face == "change":
            self.sheets.sounds.play("paid")
        if self.shown != "register" or face == "search" or self.sheet_open():
            return
        if face == "tender":
            self.register.tender_pane.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.no_focus()

    def _pressed_strip(self, word: str) -> None:
        if self.counter.till.employee is None:
            return
        if word == "printer":
            self.sheets.show_paper()
        else:
            self.open_page(word)


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())
