"""What a small form asks before it calls a service."""

from jamsos_desktop.gui.given import differs, missing


def test_each_field_that_was_left_empty_is_told():
    found = missing({"login": "siti", "name": " ", "password": ""})
    assert [(f.field, f.level, f.code) for f in found] == [
        ("name", "error", "required"),
        ("password", "error", "required"),
    ]
    assert missing({"login": "siti"}) == ()


def test_a_second_typing_that_is_another_is_told_at_the_second_field():
    assert differs("rahasia-1", "rahasia-1") == ()
    assert [(f.field, f.code) for f in differs("rahasia-1", "rahasia-l")] == [
        ("again", "passwords_differ")
    ]
