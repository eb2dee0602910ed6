"""Links in the forms of site generators, by option."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import call


def _found(folder: Path, site: str, documents: dict[str, str], root: str = "") -> list[str]:
    """What is reported of documents, by rule, line and the target."""
    for name, text in documents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    options = f'[rules.LK009]\nsite = "{site}"\nroot = "{root}"\n'
    (folder / "zhenlint.toml").write_text(options, encoding="utf-8")
    lines = call("check", "--select", "LK009,LK010", ".").out.splitlines()
    return [line.replace(": ", ":").split("; did")[0] for line in lines]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


VITEPRESS = """\
[a](./install) [b](/guide/install) [c](install.html) [d](/guide/) [e](../) [f](/logo.png) [g](/guide)
[h](./instal) [i](/guide/instal) [j](instal.html) [k](/gide/) [l](/log.png) [m](/posts/anything)
[n](./install#开始) [o](/guide/install.html#结束) [p](https://example.com/no) [q](#no) [r](/page.html)
"""


def test_vitepress(folder: Path) -> None:
    documents = {
        "docs/.vitepress/config.md": "",
        "docs/index.md": "# 主页\n",
        "docs/guide/index.md": "# 指南\n",
        "docs/guide/install.md": "# 开始\n",
        "docs/guide/links.md": VITEPRESS,
        "docs/public/logo.png": "",
        "docs/public/page.html": "",
        "docs/posts/[id].md": "",
    }
    assert _found(folder, "vitepress", documents) == [
        "docs/guide/links.md:2:5:LK009 there is no file `./instal`",
        "docs/guide/links.md:2:19:LK009 there is no file `/guide/instal`",
        "docs/guide/links.md:2:38:LK009 there is no file `instal.html`",
        "docs/guide/links.md:2:55:LK009 there is no file `/gide/`",
        "docs/guide/links.md:2:67:LK009 there is no file `/log.png`",
        "docs/guide/links.md:3:42:LK010 no heading or id gives `#结束`",
        "docs/guide/links.md:3:79:LK010 no heading or id gives `#no`",
    ]
    assert _found(folder, "none", documents) == [
        "docs/guide/links.md:3:79:LK010 no heading or id gives `#no`"
    ]


HUGO = """\
[a]({{< ref "b.md" >}}) [b]({{% relref "/posts/b" %}}) [c]({{< ref "about" >}}) {{< ref "bundle" >}}
[d](/img/a.png) {{< ref (printf "%s" .x) >}}
[e]({{< ref "d.md" >}}) [f]({{< relref path="/posts/d" lang="en" >}}) [g](/img/b.png) {{< ref `x.md` >}}
[i]({{< ref "b.md#开始" >}}) [j]({{< relref "/posts/b#结束" >}}) {{< ref "#a" >}} [h](../c/)
"""


def test_hugo(folder: Path) -> None:
    documents = {
        "content/posts/a.md": HUGO,
        "content/posts/b.zh.md": "# 开始\n",
        "content/posts/bundle/index.md": "",
        "content/pages/about.md": "",
        "static/img/a.png": "",
    }
    assert _found(folder, "hugo", documents) == [
        "content/posts/a.md:3:14:LK009 there is no file `d.md`",
        "content/posts/a.md:3:46:LK009 there is no file `/posts/d`",
        "content/posts/a.md:3:75:LK009 there is no file `/img/b.png`",
        "content/posts/a.md:3:96:LK009 there is no file `x.md`",
        "content/posts/a.md:4:44:LK010 no heading or id gives `#结束`",
        "content/posts/a.md:4:71:LK010 no heading or id gives `#a`",
    ]
    assert _found(folder, "none", documents) == []


def test_hugo_in_another_folder(folder: Path) -> None:
    documents = {"site/zh/a.md": '{{< ref "/b" >}} {{< ref "/c" >}}\n', "site/zh/b/_index.md": ""}
    assert _found(folder, "hugo", documents, root="site/zh") == [
        "site/zh/a.md:1:27:LK009 there is no file `/c`"
    ]


def test_what_cannot_be_told(folder: Path) -> None:
    text = '{{< ref "/b" >}} [a](/no.png) [b](/no/)\n'
    for site in ("hugo", "vitepress", "none"):
        assert _found(folder, site, {"notes/a.md": text}) == []
