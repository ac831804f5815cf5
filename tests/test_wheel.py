"""The wheel holds all that the program needs, and works alone, away from the source."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program without the paths of this environment; give what it prints."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, encoding="utf-8", check=False,
        capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that ``python -m build`` makes by way of the source distribution."""
    pytest.importorskip("build", reason="pip install 'kg-actors[test]'")
    pytest.importorskip("hatchling", reason="pip install 'kg-actors[test]'")
    out = tmp_path_factory.mktemp("dist")
    # Without isolation: the build backend is that of this environment, so that nothing is fetched.
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    assert len(list(out.glob("*.tar.gz"))) == 1
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; the libraries it asks for are those of this environment."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    site = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    # Behind the site of its own, so that the package is the installed one.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_it_holds_every_file_of_the_package_and_the_ontologies(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        held = set(file.namelist())
    package = {p.relative_to(ROOT).as_posix() for p in (ROOT / "kg").rglob("*") if p.is_file()}
    knowledge = {f"kg/ontologies/{p.name}" for p in (ROOT / "ontologies").iterdir()}
    expected = {name for name in package | knowledge if "__pycache__" not in name}
    assert expected - held == set()
    assert {name for name in held - expected if ".dist-info/" not in name} == set()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in held)


def test_it_works_alone(installed: Path, tmp_path: Path) -> None:
    command = installed / "bin" / "kg"
    where = run(installed / "bin" / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed)
    assert run(command, "--version", cwd=tmp_path) == f"kg {kg.__version__}\n"
    (tmp_path / "a.txt").write_text("التقى سامح شكري نظيره الأردني أيمن الصفدي في عمّان.", encoding="utf-8")
    run(command, "build", "a.txt", "-o", "out", "--format", "turtle,graphml,html,jsonld,store", cwd=tmp_path)
    assert "vis-network" in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    query = "SELECT ?who { actor:sameh-shoukry kg:metWith ?who }"
    assert "/actor/ayman-safadi" in run(command, "query", "out", query, "--csv", cwd=tmp_path)
    assert "أيمن الصفدي" in run(command, "query", "out", "--stock", "who-met-whom", cwd=tmp_path)
    run(command, "validate", "out", cwd=tmp_path)
    assert "united-states" in run(command, "actors", "واشنطن", cwd=tmp_path)
