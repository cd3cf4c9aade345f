"""The system's printers: which there is, how it prints, and putting pages on it one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.settings import AS_THE_PRINTER, PrinterSetup

from .pdf_pages import PageImage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

JOB_NAME = "Bleibelotse"
"""What a print queue shows: never a client's name."""


def has_printer() -> bool:
    """Whether any printer is set up."""
    return bool(printer_names())


def printer_names() -> list[str]:
    """The printers of this computer, as the system calls them."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return list(QPrinterInfo.availablePrinterNames())


class PrintRun:
    """One job of the printer under way: every page is painted when it comes, so that few are in memory."""

    def __init__(self, printer: QPrinter, count: int) -> None:
        """`count`: pages there are; `numbers` are those that were asked for, from 0."""
        first = max(1, printer.fromPage()) if printer.fromPage() else 1
        last = printer.toPage() or count
        self.numbers: Sequence[int] = range(first - 1, min(last, count))
        self._printer = printer
        self._painter = QPainter(printer)
        self._pages = 0

    @property
    def begun(self) -> bool:
        """Whether the printer takes pages at all."""
        return self._painter.isActive()

    def put(self, page: PageImage) -> None:
        """The next page."""
        if self._pages:
            self._printer.newPage()
        self._pages += 1
        sheet = QRectF(self._printer.pageLayout().fullRectPixels(self._printer.resolution()))
        self._painter.drawImage(sheet, picture(page))

    def finish(self) -> None:
        """Send the job off."""
        self._painter.end()

    def abort(self) -> None:
        """Nothing is printed."""
        self._printer.abort()
        self._painter.end()


def begin(
    parent: QWidget, count: int, setup: PrinterSetup, *, ask: bool = False
) -> tuple[PrintRun, PrinterSetup] | None:
    """A job on the remembered printer; where there is none, or with `ask`, on the one the person chooses.

    Returns the job with what is to be remembered, None if the person gave up.
    """
    from PySide6.QtPrintSupport import QPrintDialog

    printer = _printer(setup, count)
    if ask or not setup.printer or setup.printer not in printer_names():
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, count)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
    run = PrintRun(printer, count)
    return run, setup_of(printer)


def setup_of(printer: QPrinter) -> PrinterSetup:
    """What is remembered of a printer as somebody set it."""
    return PrinterSetup(
        printer.printerName(), max(1, printer.copyCount()), printer.duplex().name, printer.paperSource().name
    )


def put_setup(printer: QPrinter, setup: PrinterSetup) -> None:
    """Set a printer up as remembered; what it cannot do stays as the system has it."""
    from PySide6.QtPrintSupport import QPrinter

    if setup.printer in printer_names():
        printer.setPrinterName(setup.printer)
    printer.setCopyCount(setup.copies)
    if setup.duplex != AS_THE_PRINTER:
        printer.setDuplex(QPrinter.DuplexMode[setup.duplex])
    if setup.tray != AS_THE_PRINTER:
        printer.setPaperSource(QPrinter.PaperSource[setup.tray])


def _printer(setup: PrinterSetup, count: int) -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setFromTo(1, count)
    put_setup(printer, setup)
    return printer


def print_pages(parent: QWidget, pages: Sequence[PageImage]) -> bool:
    """Ask for the printer and print; whether the person did not cancel."""
    begun = begin(parent, len(pages), PrinterSetup(), ask=True)
    if begun is None:
        return False
    run, _ = begun
    for number in run.numbers:
        run.put(pages[number])
    run.finish()
    return True


def picture(page: PageImage) -> QImage:
    """A page for painting."""
    form = QImage.Format.Format_Grayscale8 if page.grey else QImage.Format.Format_RGB32
    return QImage(page.data, page.width, page.height, page.stride, form).copy()
