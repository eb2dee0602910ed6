"""# A link to a page that is gone

## What it finds

With `zhenlint check --online` only: an address of which the server says that there is no such page (404), or
no longer (410), and one whose host does not exist.

Servers are asked politely: few at a time, with a pause between two requests to one host, `HEAD` before `GET`,
nothing read of the page itself. An answer is kept for days, one that says no for ten minutes.

Everything else is no proof. A server that cannot be reached, is in trouble (5xx) or has a bad certificate,
and a page that has moved for good, with its new address, are hints (`--hints`); one that wants a login or
takes zhenlint for a robot (401, 403, 429) is left alone. Addresses in private networks
(`http://localhost:3000`), reserved ones (`https://example.com/a`), placeholders and those with a password in
them are never asked.

## Why

Pages move and vanish while the document stays as it was; only the reader notices.

## Examples

```md
! 见[旧版手册](https://manual.invalid/v1)
= 见[示例](https://example.com/no/such/page)，运行后打开 http://localhost:3000/
```

## Options

- `timeout`: seconds that a server has for an answer (default 10).
- `retries`: how often a server is asked again that cannot be reached or is in trouble (default 2).
- `delay`: seconds between two requests to one host (default 0.2).
- `max-age`: days for which a good answer is kept (default 7).
- `allow-private`: hosts that are asked although their address is a private one, as
  `["wiki.corp", "127.0.0.1"]` (default: none).
- `exclude`: addresses that are not asked, `*` standing for anything, as `["https://intranet.corp/*"]`
  (default: none).

## Neighbours

| what | owner |
| --- | --- |
| an address that cannot be right: `htps://`, `gihtub.com` | LK013 |
| a file beside the document | LK009 |
| `#fragment` of a page elsewhere | nobody |

`--online` needs the extra `online`: `pip install 'zhenlint[online]'`. Proxies are those of the environment
(`HTTPS_PROXY`, `NO_PROXY`).

## Sources

- RFC 9110 (HTTP semantics), sections 10.2.3 (Retry-After), 15.4 (redirection), 15.5.5 and 15.5.11
- RFC 2606 and RFC 6761 (reserved names); IANA's registries of special-purpose addresses

---

# 链接的网页已不存在

## 它找什么

仅在 `zhenlint check --online` 时：服务器说没有这个网页（404）或已经删除（410）的网址，以及主机不存在的网址。

访问服务器时讲礼貌：同时只问几个，对同一主机的两次请求之间有间隔，先 `HEAD` 后 `GET`，不读网页内容。
正常的回答保存几天，否定的回答保存十分钟。

其余情形都不算证据。连不上、出故障（5xx）、证书有误的服务器，以及永久搬迁的网页（附新网址），只作提示（`--hints`）；
要求登录或把 zhenlint 当成机器人的（401、403、429）不管。内网地址（`http://localhost:3000`）、
保留的域名（`https://example.com/a`）、占位的网址、带密码的网址从不访问。

## 为什么

文档没有变，网页却会搬走、消失；只有读者会发现。

## 示例

{examples}

## 选项

- `timeout`：等待服务器回答的秒数（默认 10）。
- `retries`：连不上或出故障的服务器再问几次（默认 2）。
- `delay`：对同一主机的两次请求之间隔几秒（默认 0.2）。
- `max-age`：正常的回答保存几天（默认 7）。
- `allow-private`：地址虽在内网也可以访问的主机，如 `["wiki.corp", "127.0.0.1"]`（默认没有）。
- `exclude`：不访问的网址，`*` 代表任意内容，如 `["https://intranet.corp/*"]`（默认没有）。

## 相邻规则

| 情形 | 归谁管 |
| --- | --- |
| 本身就写错的网址：`htps://`、`gihtub.com` | LK013 |
| 文档旁边的文件 | LK009 |
| 别处网页的 `#锚点` | 不管 |

`--online` 需要安装附加组件：`pip install 'zhenlint[online]'`。代理取自环境变量（`HTTPS_PROXY`、`NO_PROXY`）。

## 出处

- RFC 9110（HTTP 语义），10.2.3（Retry-After）、15.4（重定向）、15.5.5、15.5.11 各节
- RFC 2606、RFC 6761（保留域名）；IANA 特殊用途地址登记表
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from zhenlint.diagnostic import Diagnostic, Severity
from zhenlint.lazy_pattern import lazy_pattern
from zhenlint.markdown.document import Document
from zhenlint.markdown.pieces import Construct
from zhenlint.named_tuple import NamedTuple
from zhenlint.project import Answer, Project
from zhenlint.rules import Context, project_rule
from zhenlint.rules.links.addresses import fault_of
from zhenlint.rules.links.targets import TEMPLATE

CODE = "LK015"
_GONE = (404, 410)
_TROUBLE = range(500, 600)
_WEB = lazy_pattern(r"https?://(?![^/?#]*@)[^/?#]|www\.[^/?#@]+(?=[/?#]|\Z)", re.IGNORECASE)
"""The beginning of an address on the web without a user's name in it."""

_PARTED = frozenset(("link", "image", "definition"))
"""Constructs of which only a part is the address."""

_WHOLE = frozenset(("autolink", "bare_url"))


class Options(NamedTuple):
    """On what terms servers are asked; ``max_age`` in days, the other times in seconds."""

    timeout: float = 10.0
    retries: int = 2
    delay: float = 0.2
    max_age: float = 7.0
    allow_private: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Address(NamedTuple):
    """An address on ``text[start:end]``, without its fragment."""

    start: int
    end: int
    address: str
    fragment: str


class Addresses(NamedTuple):
    """The addresses of a document, and on what terms they may be asked for."""

    addresses: Sequence[Address]
    terms: Options


def gather(document: Document, context: Context) -> Addresses | None:
    """The addresses in a document that may be asked for."""
    excluded = [re.compile(re.escape(item).replace(r"\*", ".*")) for item in context.options.exclude]
    found = [
        address
        for address in _addresses(document)
        if not any(pattern.fullmatch(address.address) for pattern in excluded)
    ]
    return Addresses(found, context.options) if found else None


def _addresses(document: Document) -> Iterator[Address]:
    for item in (*document.links, *document.definitions):
        if not _WEB.match(item.destination) or TEMPLATE.search(item.destination):
            continue
        place = _place(document, item)
        if place is None or fault_of(item.destination, scheme_less=False):
            continue
        address, mark, fragment = item.destination.partition("#")
        absolute = address if "://" in address else f"http://{address}"  # GFM 0.29, section 6.9
        yield Address(*place, absolute, mark + fragment)


def _place(document: Document, item: Construct) -> tuple[int, int] | None:
    """Where an address stands; None in a reference, whose definition says where it leads."""
    if item.kind in _WHOLE:
        return item.start, item.end
    if item.kind not in _PARTED:
        return None
    usual = item.inner_end + 2  # behind `](`
    if item.kind != "definition" and document.text.startswith(item.destination, usual):
        return usual, usual + len(item.destination)
    return document.link_parts(item).destination


@project_rule(
    CODE,
    gather=gather,
    needs="web",
    name="dead-url",
    severity=Severity.ERROR,
    fix=None,
    default=False,
    options=Options,
    messages={
        "default": (
            "there is no such page: `{host}` answers {status}",
            "没有这个网页：`{host}` 回答 {status}",
        ),
        "host": ("there is no host `{host}`", "没有 `{host}` 这个主机"),
        "moved": ("the page has moved for good to `{address}`", "网页已永久搬到 `{address}`"),
        "trouble": ("`{host}` is in trouble: it answers {status}", "`{host}` 出了故障：回答 {status}"),
        "timeout": ("`{host}` gives no answer in time", "`{host}` 没有及时回答"),
        "connection": ("`{host}` cannot be reached", "连不上 `{host}`"),
        "tls": ("the certificate of `{host}` is not valid", "`{host}` 的证书无效"),
        "loop": ("`{host}` redirects without end", "`{host}` 无休止地重定向"),
    },
)
def judge(found: Addresses, project: Project, context: Context) -> Iterator[Diagnostic]:
    """Report addresses that lead nowhere; as hints, those that could not be asked for or have moved."""
    if project.web is None:
        return
    for item in found.addresses:
        answer = project.web.answer(item.address)
        if answer is not None:
            yield from _report(item, answer, context)


def _report(item: Address, answer: Answer, context: Context) -> Iterator[Diagnostic]:
    host = urlsplit(answer.at).hostname or ""
    if answer.status in _GONE:
        yield context.report(item.start, item.end, host=host, status=str(answer.status))
    elif answer.fault == "host":
        yield context.report(item.start, item.end, "host", host=host)
    elif answer.status in _TROUBLE:
        yield context.report(
            item.start, item.end, "trouble", severity=Severity.HINT, host=host, status=str(answer.status)
        )
    elif answer.fault in context.rule.messages:
        yield context.report(item.start, item.end, answer.fault, severity=Severity.HINT, host=host)
    elif answer.moved_to:
        moved_to = answer.moved_to if "#" in answer.moved_to else answer.moved_to + item.fragment
        yield context.report(
            item.start,
            item.end,
            "moved",
            suggestions=(moved_to,),
            severity=Severity.HINT,
            address=moved_to,
        )
