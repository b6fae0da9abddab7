"""What stands in the way, in three parts: what happened, what it means for the data, what to do."""

from jamsos_desktop.messages import (
    errors_files,
    errors_places,
    errors_print,
    errors_program,
    errors_reference,
    errors_work,
)
from jamsos_desktop.messages.explanation import Explanation

#: code -> what happened, what it means for the data, what to do now
ERRORS: dict[str, Explanation] = {
    **errors_program.ERRORS,
    **errors_reference.ERRORS,
    **errors_work.ERRORS,
    **errors_files.ERRORS,
    **errors_places.ERRORS,
    **errors_print.ERRORS,
}
