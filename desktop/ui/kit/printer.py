"""The system's printers: whether there is one, and putting pages on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from .pdf_pages import PageImage

JOB_NAME = "Bleibelotse"
"""What a print queue shows: never a client's name."""


def has_printer() -> bool:
    """Whether any printer is set up."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def print_pages(parent: QWidget, pages: Sequence[PageImage]) -> bool:
    """Ask for the printer and print; whether the person did not cancel."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setFromTo(1, len(pages))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    first = max(1, printer.fromPage()) if printer.fromPage() else 1
    last = printer.toPage() or len(pages)
    painter = QPainter(printer)
    for number, page in enumerate(pages[first - 1 : last]):
        if number:
            printer.newPage()
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        painter.drawImage(sheet, picture(page))
    painter.end()
    return True


def picture(page: PageImage) -> QImage:
    """A page for painting."""
    form = QImage.Format.Format_Grayscale8 if page.grey else QImage.Format.Format_RGB32
    return QImage(page.data, page.width, page.height, page.stride, form).copy()
