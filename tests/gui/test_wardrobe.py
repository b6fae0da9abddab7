"""What was chosen is worn at once and kept for the next start."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.wardrobe import Wardrobe
from jamsos_desktop.settings import Settings, load_settings


def test_a_choice_is_worn_at_once_and_kept_when_told(tmp_path):
    worn = []
    wardrobe = Wardrobe(tmp_path, Settings(), worn.append)
    chosen = Settings(theme="dark", text_scale=120)
    wardrobe.choose(chosen)
    assert worn == [chosen]
    assert wardrobe.settings == chosen
    assert load_settings(tmp_path).settings == Settings()
    wardrobe.keep()
    assert load_settings(tmp_path).settings == chosen


def test_a_folder_that_takes_nothing_is_said(tmp_path):
    wardrobe = Wardrobe(tmp_path / "gone", Settings(), print)
    with pytest.raises(UserError) as refused:
        wardrobe.keep()
    assert refused.value.code == "settings_not_saved"
