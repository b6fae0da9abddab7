"""The two questions that every small form asks before it calls a service. No Qt."""

from jamsos_desktop.domain.finding import Finding


def missing(given: dict[str, str]) -> tuple[Finding, ...]:
    """A finding for each field that was left empty."""
    return tuple(
        Finding(level="error", code="required", field=name)
        for name, text in given.items()
        if not text.strip()
    )


def differs(password: str, again: str) -> tuple[Finding, ...]:
    """A finding on the field ``again`` where the second typing is another."""
    if password == again:
        return ()
    return (Finding(level="error", code="passwords_differ", field="again"),)
