"""Shipped files are found from the sources and from an installed package alike."""

import importlib.util
import shutil

from jamsos_desktop import paths


def test_a_checkout_has_its_resources_at_the_top():
    assert (paths.resource("tariffs.toml")).is_file()
    assert paths.resource("fonts").is_dir()


def test_a_package_carries_them_inside(tmp_path):
    """As a wheel and the built program lay them out."""
    package = tmp_path / "site-packages" / "jamsos_desktop"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()  # of somebody else
    shutil.copy(paths.__file__, package / "paths.py")
    spec = importlib.util.spec_from_file_location("installed_paths", package / "paths.py")
    installed = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(installed)
    assert installed.resource("tariffs.toml") == package / "resources" / "tariffs.toml"
