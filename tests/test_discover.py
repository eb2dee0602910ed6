"""Which files a run checks: suffixes, order, gitignore, excludes, links."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from zhenlint.config import Configurations
from zhenlint.discover import ALWAYS_EXCLUDED, Discovery, discover
from zhenlint.patterns import excluded, parse

PATTERNS = """\
* ** *.md a b/ /a /b/ a/* a/** **/b a/**/b k/*.md !*.md !a !b/ !*/ /* !/a/ x.md !x.md a/b /a/b/ !a/b 文*
\\#.md [ab] a* !k/** k/** **/x.md/ b.md !b.md /**/a.md a/**/*.md
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of the test."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(folder: Path, *names: str) -> None:
    """Write empty files, and the folders above them."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")


def ignore(folder: Path, *lines: str, name: str = ".gitignore") -> None:
    """Write a file of patterns."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join(lines) + "\n")


def search(*paths: str) -> Discovery:
    """What paths stand for."""
    return discover(paths or (".",), Configurations())


def found(*paths: str) -> list[str]:
    """The shown paths of the files that paths stand for."""
    return [file.shown for file in search(*paths).files]


def test_markdown_is_known_by_its_suffix(folder: Path) -> None:
    make(
        folder, "a.md", "b.markdown", "c.mdx", "d.mdown", "e.qmd", "f.Rmd", "G.MD", "h.txt", "md", "i.md.bak"
    )
    assert found() == ["G.MD", "a.md", "b.markdown", "c.mdx", "d.mdown", "e.qmd", "f.Rmd"]


def test_hidden_files_and_folders_are_walked(folder: Path) -> None:
    make(folder, ".github/issue.md", ".hidden.md")
    assert found() == [".github/issue.md", ".hidden.md"]


def test_some_folders_are_never_walked(folder: Path) -> None:
    make(folder, *(f"{name}/a.md" for name in ALWAYS_EXCLUDED), "build/a.md", "deep/node_modules/x/a.md")
    assert found() == ["build/a.md"]
    assert found("node_modules") == ["node_modules/a.md"]


def test_a_file_is_found_once_and_the_order_is_that_of_the_paths_told(folder: Path) -> None:
    make(folder, "b/a.md", "b-c.md", "a.md", "b/a/z.md", "文.md", "é.md")
    expected = ["a.md", "b-c.md", "b/a.md", "b/a/z.md", "é.md", "文.md"]
    assert found() == expected
    assert found("文.md", "b", ".", "./b/../a.md") == expected


def test_paths_outside_the_current_folder_are_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(folder, "a/a.md", "b/b.md")
    monkeypatch.chdir(folder / "a")
    assert found("..") == sorted([f"{folder.as_posix()}/b/b.md", "a.md"])


# gitignore


def test_gitignore_is_respected_without_a_repository(folder: Path) -> None:
    make(folder, "a.md", "b.md", "out/c.md", "sub/b.md", "sub/out/d.md")
    ignore(folder, "b.md", "/out/")
    assert found() == ["a.md", "sub/out/d.md"]


def test_nested_gitignore_files_overrule_those_above(folder: Path) -> None:
    make(folder, "a.md", "sub/a.md", "sub/b.md", "sub/deep/a.md", "sub/deep/b.md")
    ignore(folder, "a.md")
    ignore(folder / "sub", "b.md", "!a.md")
    ignore(folder / "sub" / "deep", "/a.md", "!b.md")
    assert found() == ["sub/a.md", "sub/deep/b.md"]


def test_the_repository_around_a_named_folder_counts(folder: Path) -> None:
    make(folder, "docs/a.md", "docs/b.md", "docs/deep/b.md", "docs/c.md", "docs/d.md")
    (folder / ".git" / "info").mkdir(parents=True)
    ignore(folder, "/docs/b.md", "d.md")
    ignore(folder / ".git" / "info", "c.md", name="exclude")
    assert found("docs") == ["docs/a.md", "docs/deep/b.md"]


def test_what_lies_above_the_repository_does_not_count(folder: Path) -> None:
    make(folder, "repository/docs/a.md")
    ignore(folder, "a.md")
    (folder / "repository" / ".git").mkdir()
    assert found("repository/docs") == ["repository/docs/a.md"]


def test_an_ignored_folder_is_walked_if_it_is_named(folder: Path) -> None:
    make(folder, "drafts/a.md", "drafts/secret.md", "drafts/drafts/b.md")
    (folder / ".git").mkdir()
    ignore(folder, "drafts/", "secret.md")
    assert found() == []
    assert found("drafts") == ["drafts/a.md", "drafts/drafts/b.md"]
    assert found("drafts/secret.md") == ["drafts/secret.md"]


def test_what_a_named_folder_is_ignored_for_does_not_count_below_it(folder: Path) -> None:
    make(folder, "notes/a.md", "notes/sub/b.md")
    (folder / ".git").mkdir()
    ignore(folder, "*", "!.gitignore")
    assert found("notes") == ["notes/a.md", "notes/sub/b.md"]


def test_a_worktree_shares_info_exclude(folder: Path) -> None:
    make(folder, "tree/a.md", "tree/b.md")
    (folder / "main" / ".git" / "worktrees" / "tree").mkdir(parents=True)
    (folder / "main" / ".git" / "worktrees" / "tree" / "commondir").write_text("../..\n")
    (folder / "tree" / ".git").write_text("gitdir: ../main/.git/worktrees/tree\n")
    ignore(folder / "main" / ".git" / "info", "b.md", name="exclude")
    assert found("tree") == ["tree/a.md"]


def test_gitignore_need_not_be_respected(folder: Path) -> None:
    make(folder, "a.md", "sub/a.md")
    ignore(folder, "a.md")
    (folder / "sub" / "zhenlint.toml").parent.mkdir(exist_ok=True)
    (folder / "sub" / "zhenlint.toml").write_text("respect-gitignore = false")
    assert found() == ["sub/a.md"]


def test_odd_gitignore_files_do_no_harm(folder: Path) -> None:
    make(folder, "a.md", "b.md")
    (folder / ".gitignore").write_bytes(b"\xef\xbb\xbfa.md\r\n[z-a]\n!\n\\\n\xff\xfe\n# b.md\n\n")
    assert found() == ["b.md"]


@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def test_git_itself_agrees(folder: Path) -> None:
    names = ["a.md", "b.md", "x/a.md", "x/b.md", "x/y/a.md", "x/y/c d.md", "out/a.md", "x/out/a.md", "z/#.md"]
    make(folder, *names, "k/keep.md", "k/drop.md", "文/文.md", "文/b.md")
    ignore(folder, "/a.md", "out/", "k/*", "!k/keep.md", r"\#.md", "文/文.md", "x/**/c*.md")
    ignore(folder / "x", "b.md", "!/y/", "y/a.md")
    (folder / ".git" / "info").mkdir(parents=True)
    ignore(folder / ".git" / "info", "文/b.md", name="exclude")
    assert found() == _listed_by_git()


def _listed_by_git() -> list[str]:
    """The Markdown files that git sees in the current folder."""
    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "-c", "core.quotePath=false", "ls-files", "-co", "--exclude-standard", "-z"],
        check=True,
        capture_output=True,
    ).stdout.decode()
    return sorted(name for name in listed.split("\0") if name.endswith(".md"))


# Excludes


def test_exclude_comes_on_top_of_gitignore(folder: Path) -> None:
    make(folder, "a.md", "vendor/a.md", "sub/vendor/a.md", "sub/b.md", "c.md")
    ignore(folder, "c.md")
    (folder / "zhenlint.toml").write_text('exclude = ["vendor/", "!c.md", "/sub/b.md"]')
    assert found() == ["a.md"]


def test_a_named_file_is_always_checked(folder: Path) -> None:
    make(folder, "vendor/a.md", "node_modules/b.md", "ignored.md", "notes.txt")
    ignore(folder, "ignored.md")
    (folder / "zhenlint.toml").write_text('exclude = ["vendor/"]')
    names = ["ignored.md", "node_modules/b.md", "notes.txt", "vendor/a.md"]
    assert found(*names) == names


def test_a_named_folder_is_walked_though_it_is_excluded(folder: Path) -> None:
    make(folder, "vendor/a.md", "vendor/b.draft.md", "vendor/sub/c.md")
    (folder / "zhenlint.toml").write_text('exclude = ["vendor/", "*.draft.md"]')
    assert found("vendor") == ["vendor/a.md", "vendor/sub/c.md"]


def test_the_nearest_configuration_excludes(folder: Path) -> None:
    make(folder, "a/x.md", "a/y.md", "b/x.md")
    (folder / "zhenlint.toml").write_text('exclude = ["x.md"]')
    (folder / "a" / "zhenlint.toml").write_text('exclude = ["y.md"]')
    assert found() == ["a/x.md"]


def test_the_last_pattern_that_speaks_decides() -> None:
    outer, _ = parse("/r", ["*.md", "!keep.md"])
    inner, bad = parse("/r/sub", ["keep.md", "!a.md", "!", " ", "# x"])
    assert outer
    assert inner
    assert bad == ["!"]
    stack = (outer, inner)
    assert excluded(stack, "/r/b.md", folder=False)
    assert not excluded((outer,), "/r/keep.md", folder=False)
    assert not excluded((outer,), "/r/sub/keep.md", folder=False)
    assert excluded(stack, "/r/sub/keep.md", folder=False)
    assert excluded(stack, "/r/sub/x/keep.md", folder=False)
    assert not excluded(stack, "/r/sub/a.md", folder=False)
    assert not excluded((), "/r/a.md", folder=False)
    assert parse("/r", ["", "# only a comment"]) == (None, [])


# Links and what cannot be read


def test_links_are_not_followed_round_in_circles(folder: Path) -> None:
    make(folder, "a/a.md")
    (folder / "a" / "up").symlink_to("..")
    (folder / "a" / "self").symlink_to(".")
    assert found() == ["a/a.md"]
    assert found("a/up/a") == ["a/up/a/a.md"]


def test_a_link_to_a_file_found_anyway_is_left_out(folder: Path) -> None:
    make(folder, "AGENTS.md", "out.txt")
    (folder / "CLAUDE.md").symlink_to("AGENTS.md")
    (folder / "other.md").symlink_to("out.txt")
    (folder / "second.md").symlink_to("out.txt")
    assert found() == ["AGENTS.md", "other.md"]
    assert found("CLAUDE.md") == ["CLAUDE.md"]
    assert found("CLAUDE.md", "AGENTS.md") == ["AGENTS.md", "CLAUDE.md"]


def test_failures_are_told_beside_the_files(folder: Path) -> None:
    make(folder, "a.md")
    (folder / "b.md").symlink_to("gone")
    os.mkfifo(folder / "c.md")
    outcome = search(".", "missing")
    assert [file.shown for file in outcome.files] == ["a.md"]
    keys = [failure.phrase.key for failure in outcome.failures]
    assert keys == ["dangling-link", "not-a-file", "missing-path"]
    assert outcome.warnings == []


def test_a_folder_without_markdown_is_warned_of_once(folder: Path) -> None:
    make(folder, "empty/a.txt", "full/a.md", "ignored/a.md", "bad/a.txt")
    ignore(folder / "ignored", "*.md")
    warned = [str(dict(warning.arguments)["path"]) for warning in search("empty", "full", "ignored").warnings]
    assert warned == ["empty", "ignored"]
    assert search("full", "full").warnings == []


@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def grow(tree: Path, choice: random.Random) -> None:
    """Make a random tree of files and ``.gitignore`` files."""
    names = ["a.md", "b.md", "x.md", "#.md", "文.md"]
    folders = ["."] + ["/".join(choice.choices("abk文", k=choice.randint(1, 3))) for _ in range(5)]
    for name in folders:
        make(tree, *(f"{name}/{file}" for file in choice.sample(names, 3)))
    for name in choice.sample(folders, choice.randint(1, 3)):
        ignore(tree / name, *choice.choices(PATTERNS.split(), k=choice.randint(1, 4)))


def test_git_agrees_on_random_trees(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(25):
        tree = folder / str(seed)
        grow(tree, random.Random(seed))
        monkeypatch.chdir(tree)
        assert found() == _listed_by_git(), seed


# Named files


def forced(*paths: str) -> list[str]:
    """The shown paths of the files that paths stand for, what is excluded left out."""
    return [file.shown for file in discover(paths, Configurations(), force_exclude=True).files]


def test_a_named_file_is_taken_unless_excludes_are_forced(folder: Path) -> None:
    (folder / "zhenlint.toml").write_text('exclude = ["vendor/", "draft-*.md"]\n')
    names = ["a.md", "draft-b.md", "vendor/c.md", "node_modules/d.md", "deep/vendor/e.md"]
    make(folder, *names)
    assert found(*names) == sorted(names)
    assert forced(*names) == ["a.md"]
    assert forced("vendor", "deep") == []
    assert forced(str(folder / "a.md")) == ["a.md"]


def test_a_forced_run_forgives_what_is_above_the_project(folder: Path) -> None:
    project = folder / "venv" / "node_modules" / "project"
    make(project, "a.md", "venv/b.md")
    (project / "zhenlint.toml").write_text("")
    assert forced("venv/node_modules/project/a.md", "venv/node_modules/project/venv/b.md") == [
        "venv/node_modules/project/a.md"
    ]


def test_a_forced_run_may_be_told_to_forget_git(folder: Path) -> None:
    (folder / ".git").mkdir()
    ignore(folder, "a.md")
    make(folder, "a.md")
    assert forced("a.md") == []
    (folder / "zhenlint.toml").write_text("respect-gitignore = false\n")
    assert forced("a.md") == ["a.md"]


def test_a_forced_run_takes_what_a_walk_takes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(25):
        choice = random.Random(seed)
        tree = folder / str(seed)
        (tree / ".git").mkdir(parents=True)
        grow(tree, choice)
        patterns = ", ".join(f'"{item}"' for item in choice.choices(["a/", "k/*.md", "x.md", "/b"], k=2))
        (tree / "zhenlint.toml").write_text(f"exclude = [{patterns}]\n")
        monkeypatch.chdir(tree)
        everything = [str(path.relative_to(tree)) for path in tree.rglob("*.md")]
        assert forced(*everything) == found(), seed
