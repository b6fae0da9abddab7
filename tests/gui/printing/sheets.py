"""A view that shows sheets, and a printer that takes them."""

from tests.fakes import FakeView


class SheetsView(FakeView):
    """Keeps the picture that it was last asked to show."""

    def __init__(self):
        super().__init__()
        self.image = None

    def show_sheet(self, image):
        self.image = image


class FakePrinter:
    """Takes pages; ``on_add`` may raise or press "stop"."""

    name = "Printer uji"

    def __init__(self, on_add=lambda: None):
        self.pages, self.ended, self._on_add = [], "", on_add

    @property
    def sizes(self):
        """In pixels."""
        return [(image.width, image.height) for image, _dpi, _calibration in self.pages]

    def add(self, image, dpi, calibration):
        self._on_add()
        self.pages.append((image, dpi, calibration))

    def finish(self):
        self.ended = "finished"

    def abort(self):
        self.ended = "aborted"
