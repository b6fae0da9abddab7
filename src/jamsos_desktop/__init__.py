"""JAMSOS Desktop: offline enrolment of vulnerable informal workers in Indonesia."""

__version__ = "0.1.0"
