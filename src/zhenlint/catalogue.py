"""The words of zhenlint's own messages: key → (English, Chinese).

``{name}`` stands for an argument; both languages take the same ones.  Every error names the place,
the cause and what to do about it.
"""

from __future__ import annotations

from collections.abc import Mapping

CATALOGUE: Mapping[str, tuple[str, str]] = {
    "nothing": ("", ""),
    "did-you-mean": ("; did you mean `{nearest}`?", "；您是不是想写 `{nearest}`？"),
    "write-apart": ("; write them apart: {parts}", "；请分开写：{parts}"),
    "known-are": ("; known are {known}", "；可用的有 {known}"),
    # Labels before a line.
    "label-error": ("error: ", "错误："),
    "label-warning": ("warning: ", "警告："),
    "label-help": ("help: ", "建议："),
    # Files (the first three are reasons of zhenlint.source.SourceError).
    "binary-file": (
        "`{path}` holds binary data, not text; rename it or add it to `exclude`",
        "`{path}` 是二进制数据而不是文本；请给它改名，或将其加入 `exclude`",
    ),
    "other-encoding": (
        "`{path}` is not {encoding} but looks like {likely}; convert it to UTF-8 or run with"
        " `--encoding {likely}`",
        "`{path}` 不是 {encoding} 编码，看上去是 {likely}；请将其转换为 UTF-8，或加上"
        " `--encoding {likely}` 再运行",
    ),
    "undecodable": (
        "`{path}` is not valid {encoding}: byte {byte} on line {line}; repair that line or name the"
        " right encoding with `--encoding`",
        "`{path}` 不是有效的 {encoding} 文本：第 {line} 行有字节 {byte}；请修正该行，或用"
        " `--encoding` 指明编码",
    ),
    "missing-path": (
        "`{path}` does not exist; check how the path is spelled",
        "`{path}` 不存在；请检查路径是否写对",
    ),
    "dangling-link": (
        "`{path}` is a symbolic link to `{target}`, which does not exist; repair or remove the link",
        "`{path}` 是指向 `{target}` 的符号链接，而目标不存在；请修复或删除该链接",
    ),
    "not-a-file": (
        "`{path}` is neither a file nor a folder but a pipe, socket or device; to check its content,"
        " pass it to `zhenlint check -`",
        "`{path}` 不是文件或文件夹，而是管道、套接字或设备；若要检查其内容，请通过 `zhenlint check -` 传入",
    ),
    "is-a-folder": (
        "`{path}` is a folder where a file is needed; name a file in it",
        "`{path}` 是文件夹，而此处需要文件；请指明其中的文件",
    ),
    "permission-denied": (
        "`{path}` cannot be read: permission denied; change its permissions or add it to `exclude`",
        "无法读取 `{path}`：权限不足；请修改其权限，或将其加入 `exclude`",
    ),
    "unreadable": (
        "`{path}` cannot be read: {detail}; repair it or add it to `exclude`",
        "无法读取 `{path}`：{detail}；请修复它，或将其加入 `exclude`",
    ),
    "write-denied": (
        "`{path}` cannot be written: permission denied; it was left as it was, change the permissions of the"
        " file or its folder",
        "无法写入 `{path}`：权限不足；文件保持原样，请修改它或所在文件夹的权限",
    ),
    "unwritable": (
        "`{path}` cannot be written: {detail}; it was left as it was, free some space or repair the disk",
        "无法写入 `{path}`：{detail}；文件保持原样，请腾出空间或修复磁盘",
    ),
    "below-a-file": (
        "`{path}` cannot be written: a file stands where a folder on the way to it would; choose another"
        " place",
        "无法写入 `{path}`：路径中应为文件夹之处是一个文件；请改用其他位置",
    ),
    "output-lost": (
        "the output cannot be written: {detail}; free some space or write elsewhere",
        "无法写出结果：{detail}；请腾出空间，或写到别处",
    ),
    "changed-meanwhile": (
        "`{path}` was changed by another program during the check; it was left alone, run again",
        "检查期间 `{path}` 被其他程序修改；未做改动，请重新运行",
    ),
    "not-reversible": (
        "`{path}` cannot be written back byte for byte in {encoding}; it was left alone, convert it to UTF-8",
        "`{path}` 无法以 {encoding} 编码逐字节还原；未做改动，请将其转换为 UTF-8",
    ),
    "internal-error": (
        "`{path}` could not be checked because of a fault in zhenlint ({detail}); please report it"
        " with the file at {url}",
        "zhenlint 自身出错（{detail}），未能检查 `{path}`；请附上该文件到 {url} 报告",
    ),
    "cache-emptied": ("emptied `{path}`: {size}", "已清空 `{path}`：{size}"),
    "worker-died": (
        "`{path}` could not be checked: the process that checked it died, perhaps for lack of memory;"
        " check it alone with --jobs 1",
        "未能检查 `{path}`：检查它的进程意外终止，可能是内存不足；请用 --jobs 1 单独检查",
    ),
    "fix-cycle": (
        "`{path}`: the fixes of {codes} undo each other and were left out; please report it at {url}",
        "`{path}`：{codes} 的修复互相抵消，已略过；请到 {url} 报告",
    ),
    "no-markdown": (
        "no Markdown file in `{path}` ({suffixes}; ignored and excluded files are left out)",
        "`{path}` 中没有 Markdown 文件（{suffixes}；被忽略和排除的文件不计）",
    ),
    # Git.
    "git-missing": (
        "git is not installed or not on the search path; install it, or run without `--changed-since` and"
        " `--staged`",
        "没有安装 git，或不在搜索路径中；请安装，或不用 `--changed-since` 和 `--staged` 运行",
    ),
    "git-failed": (
        "git cannot tell what changed in `{path}`: {detail}; put that right and run again",
        "git 无法得知 `{path}` 中的改动：{detail}；请处理后重新运行",
    ),
    "git-no-repository": (
        "`{path}` is in no git repository; run `git init`, or run without `--changed-since` and `--staged`",
        "`{path}` 不在任何 git 仓库中；请运行 `git init`，或不用 `--changed-since` 和 `--staged` 运行",
    ),
    "git-unknown-revision": (
        "`{revision}` is no revision that git knows in `{path}`; {remedy}",
        "在 `{path}` 中，git 不认识 `{revision}` 这个版本；{remedy}",
    ),
    "git-shallow": (
        "this is a shallow clone, fetch more of it with `git fetch --unshallow`",
        "这是浅克隆，请运行 `git fetch --unshallow` 取得更多历史",
    ),
    "git-list-revisions": (
        "`git branch --all` and `git log` list those it knows",
        "运行 `git branch --all` 和 `git log` 查看已有的版本",
    ),
    "staged-not-fixed": (
        "`{path}` has changes that are not staged; it was not fixed, stage or stash them",
        "`{path}` 有尚未暂存的改动；未做修复，请先暂存或用 `git stash` 收起",
    ),
    # Asking servers.
    "online-missing": (
        "`--online` needs a package that is not installed; run `pip install 'zhenlint[online]'`",
        "`--online` 需要的软件包没有安装；请运行 `pip install 'zhenlint[online]'`",
    ),
    "online-timeout": (
        "`{key}` cannot be {value}: a server needs time to answer; set a number above 0",
        "`{key}` 不能是 {value}：服务器需要时间回答；请改成大于 0 的数",
    ),
    "online-proxy": (
        "the proxy in the environment variable `{variable}` cannot be used; correct or unset it"
        " (one of SOCKS needs `pip install 'httpx[socks]'`)",
        "无法使用环境变量 `{variable}` 中的代理；请改正或取消它"
        "（SOCKS 代理需要 `pip install 'httpx[socks]'`）",
    ),
    "online-no-network": (
        "hosts cannot be looked up, so nothing is said of those that seem not to exist; is there a network?",
        "无法解析主机名，因此不判断主机是否存在；请检查网络连接",
    ),
    "online-progress": ("asked for {done} of {total} addresses", "已询问 {done} / {total} 个网址"),
    # Words.
    "words-need-terminal": (
        "`--interactive` asks at a terminal; run it in one, or list the words without it",
        "`--interactive` 需要在终端中问答；请在终端中运行，或不加它来列出词语",
    ),
    "words-none": ("name the words to accept", "请给出要认可的词"),
    "words-not-one": (
        "`{word}` is not one word; name each by itself, without blanks, commas or a leading `#`",
        "`{word}` 不是一个词；请逐个给出，不带空格和逗号，也不以 `#` 开头",
    ),
    "words-summary": (
        "{words} not in the dictionaries, {suspected} of them probably wrong.",
        "词典里没有的有 {words}，其中 {suspected} 个可能写错。",
    ),
    "words-added": ("Added {words} to `{path}`.", "已将 {words}加入 `{path}`。"),
    "words-known": ("{words} in it already.", "另有 {words}原已在内。"),
    "words-named": (
        "Named it in `{path}` as one of the `dictionaries`.",
        "已写入 `{path}` 的 `dictionaries`。",
    ),
    "word-suspected": ("suspected", "可疑"),
    "word-unknown": ("unknown", "生词"),
    "deciding-ask": (
        "[a]ccept  [f]ix everywhere (or 1-3)  [i]gnore here  [s]kip  [q]uit: ",
        "[a] 认可  [f] 处处改正（或按 1-3）  [i] 忽略此处  [s] 跳过  [q] 退出：",
    ),
    "deciding-ask-no-fix": (
        "[a]ccept  [i]gnore here  [s]kip  [q]uit: ",
        "[a] 认可  [i] 忽略此处  [s] 跳过  [q] 退出：",
    ),
    "deciding-fixed": (
        "Put `{word}` in place of {uses} in {files}.",
        "已在 {files}中将 {uses}改为 `{word}`。",
    ),
    "deciding-ignored": (
        "Put a comment there that silences {code} on this line.",
        "已在此行加入注释，不再报告 {code}。",
    ),
    "deciding-not-ignored": (
        "No comment can stand there; left as it is.",
        "此处不能加注释，保持原样。",
    ),
    "deciding-summary": (
        "Accepted: {accepted}, put right: {fixed}, ignored: {ignored}, skipped: {skipped}.",
        "认可 {accepted} 个，改正 {fixed} 个，忽略 {ignored} 处，跳过 {skipped} 个。",
    ),
    # Watching.
    "watch-missing": (
        "`--watch` needs a package that is not installed; run `pip install 'zhenlint[watch]'`",
        "`--watch` 需要的软件包没有安装；请运行 `pip install 'zhenlint[watch]'`",
    ),
    "watch-waiting": ("Waiting for changes; Ctrl-C ends.", "等待文件改动；按 Ctrl-C 结束。"),
    # Baselines.
    "baseline-missing": (
        "the baseline `{path}` does not exist; write it with `zhenlint baseline`, or run with"
        " `--no-baseline`",
        "基线 `{path}` 不存在；请用 `zhenlint baseline` 生成，或加上 `--no-baseline` 运行",
    ),
    "baseline-invalid": (
        "`{path}`, line {line}: not a baseline; write it anew with `zhenlint baseline`",
        "`{path}` 第 {line} 行：不是有效的基线；请用 `zhenlint baseline` 重新生成",
    ),
    "baseline-foreign": (
        "`{path}` is no baseline but another file; name the one that `zhenlint baseline` wrote, or one that"
        " is not there yet",
        "`{path}` 不是基线，而是别的文件；请指明 `zhenlint baseline` 写出的文件，或尚不存在的文件",
    ),
    "baseline-conflict": (
        "`{path}`, line {line}: an unresolved merge conflict; keep the lines of both sides, or write it anew"
        " with `zhenlint baseline`",
        "`{path}` 第 {line} 行：有未解决的合并冲突；请保留双方的行，或用 `zhenlint baseline` 重新生成",
    ),
    "baseline-newer": (
        "the baseline `{path}` was written by a newer zhenlint; update zhenlint",
        "基线 `{path}` 由更新版本的 zhenlint 生成；请升级 zhenlint",
    ),
    "baseline-spared": (
        "Left alone: {problems} in the baseline {baselines}.",
        "基线 {baselines} 中的 {problems}未计入。",
    ),
    "baseline-stale": (
        "{problems} of the baseline `{path}` found no more ({files}); `zhenlint baseline --prune{option}`"
        " lists and removes what is gone",
        "基线 `{path}` 中有 {problems}已不存在（{files}）；运行 `zhenlint baseline --prune{option}`"
        " 列出并删除",
    ),
    "baseline-entry": ("{path}: {code} `{text}` ({count})", "{path}：{code} `{text}`（{count} 处）"),
    "baseline-recorded": (
        "Recorded {problems} of {files} in `{path}`{hints}.",
        "已将 {files}中的 {problems}记录到 `{path}`{hints}。",
    ),
    "baseline-hints": (", and {hints}", "，另有 {hints}"),
    "baseline-pruned": (
        "Removed {problems} from `{path}`; {left} left, hints included.",
        "已从 `{path}` 中删除 {problems}，还剩 {left}（包括提示）。",
    ),
    "baseline-named": (
        "Named it in `{path}`, so that `zhenlint check` finds it.",
        "已写入 `{path}`，`zhenlint check` 会使用它。",
    ),
    "baseline-not-named": (
        "Use it with `zhenlint check --baseline {path}`.",
        "使用时请运行 `zhenlint check --baseline {path}`。",
    ),
    # Configuration.
    "config-place": ("`{path}`", "`{path}`"),
    "config-place-line": ("`{path}`, line {line}", "`{path}` 第 {line} 行"),
    "config-syntax": (
        "{place}: not valid TOML: {detail}; correct the syntax",
        "{place}：不是有效的 TOML：{detail}；请改正语法",
    ),
    "config-too-deep": (
        "{place}: nested too deeply to be read; write it with fewer brackets in each other",
        "{place}：嵌套过深，无法读取；请减少括号的层数",
    ),
    "config-encoding": (
        "{place}: not UTF-8 text; save the file as UTF-8",
        "{place}：不是 UTF-8 文本；请将文件保存为 UTF-8",
    ),
    "config-unknown-key": ("{place}: unknown key `{key}`{remedy}", "{place}：未知的键 `{key}`{remedy}"),
    "config-no-options": (
        "{place}: unknown key `{key}`: rule {code} has no options; remove it",
        "{place}：未知的键 `{key}`：规则 {code} 没有选项；请删除",
    ),
    "config-type": (
        "{place}: `{key}` must be {wanted}, not {given}",
        "{place}：`{key}` 应为{wanted}，而不是{given}",
    ),
    "config-item-type": (
        "{place}: what `{key}` lists must be {wanted}, not {given}",
        "{place}：`{key}` 中的每一项应为{wanted}，而不是{given}",
    ),
    "config-choice": (
        "{place}: `{key}` cannot be `{value}`; choose from {choices}",
        "{place}：`{key}` 不能是 `{value}`；请从 {choices} 中选择",
    ),
    "config-unknown-code": (
        "{place}: `{key}` names `{code}`, which no rule code begins with{remedy}",
        "{place}：`{key}` 中的 `{code}` 不是任何规则代码或其前缀{remedy}",
    ),
    "config-unknown-rule": (
        "{place}: no rule has the code `{code}`{remedy}",
        "{place}：没有代码为 `{code}` 的规则{remedy}",
    ),
    "config-bad-pattern": (
        "{place}: `{pattern}` in `{key}` is not a gitignore pattern that can match; correct or remove it",
        "{place}：`{key}` 中的 `{pattern}` 不是有效的 gitignore 模式；请改正或删除",
    ),
    "config-empty": (
        "{place}: an empty string in `{key}` stands for nothing; write a word or remove it",
        "{place}：`{key}` 中有空字符串；请写上内容或删除",
    ),
    "config-extend-cycle": (
        "{place}: `extend` leads back to this file ({chain}); remove one of the links",
        "{place}：`extend` 又绕回了本文件（{chain}）；请去掉其中一环",
    ),
    "config-extend-table": (
        "{place}: has no `[tool.zhenlint]` table to use; add it or name another file",
        "{place}：没有可用的 `[tool.zhenlint]` 表；请添加，或指定其他文件",
    ),
    "dictionary-bad-line": (
        "{place}: `{text}` is not a word; write one word on each line, what is wrong = right under `[terms]`",
        "{place}：`{text}` 不是一个词；请每行只写一个词，“错 = 对”请写在 `[terms]` 下",
    ),
    "config-missing-file": (
        "{place}: `{key}` names `{file}`, which does not exist; correct the path",
        "{place}：`{key}` 所指的 `{file}` 不存在；请改正路径",
    ),
    "config-folder": (
        "{place}: `{key}` names `{file}`, which is a folder; name a file in it",
        "{place}：`{key}` 所指的 `{file}` 是文件夹；请指定其中的文件",
    ),
    "config-tool-table": (
        "{place}: `[tool.zhenlint]` is for pyproject.toml; here leave that heading out",
        "{place}：`[tool.zhenlint]` 只用于 pyproject.toml；在这里请去掉这个表头",
    ),
    "engine-package": (
        "{place}: {kind} of pycorrector needs {packages}, not installed here; install with `{command}`",
        "{place}：pycorrector 的 {kind} 需要 {packages}，尚未安装；请运行 `{command}` 安装",
    ),
    "engine-neural-package": (
        "{place}: the engine `neural` needs {packages}, not installed here; install with `{command}`",
        "{place}：引擎 `neural` 需要 {packages}，尚未安装；请运行 `{command}` 安装",
    ),
    "engine-needs-model": (
        '{place}: {kind} needs a model, and none is downloaded; write `model = "path"` below '
        "`[engines.pycorrector]`",
        '{place}：{kind} 需要一个模型，不会自动下载；请在 `[engines.pycorrector]` 下写上 `model = "路径"`',
    ),
    "engine-missing-model": (
        "{place}: `{key}` names `{file}`, which does not exist; correct the path, nothing is downloaded",
        "{place}：`{key}` 所指的 `{file}` 不存在；请改正路径，模型不会自动下载",
    ),
    "engine-no-kenlm-model": (
        "{place}: `{key}` names `{file}`, which is no KenLM model; name a file that KenLM has built",
        "{place}：`{key}` 所指的 `{file}` 不是 KenLM 模型；请指定 KenLM 生成的文件",
    ),
    "engine-no-list-of-words": (
        "{place}: `{key}` names `{file}`, which is no file; name a text of a wrong and a right word a line",
        "{place}：`{key}` 所指的 `{file}` 不是文件；请指定文本文件，每行一个错词和一个正确的词",
    ),
    "engine-no-bert-model": (
        "{place}: `{key}` names `{file}`, no folder with `config.json`; name a folder of a BERT model",
        "{place}：`{key}` 所指的 `{file}` 不是含有 `config.json` 的文件夹；请指定 BERT 模型的文件夹",
    ),
    "engine-import": (
        "{path}: {package} cannot be loaded: {detail}; mend it with `pip install 'zhenlint[{extra}]'`",
        "{path}：无法加载 {package}：{detail}；请运行 `pip install 'zhenlint[{extra}]'` 修复",
    ),
    "engine-model": (
        "{path}: the model `{model}` cannot be loaded: {detail}; name another in `engines.pycorrector.model`",
        "{path}：无法加载模型 `{model}`：{detail}；请在 `engines.pycorrector.model` 中指定另一个",
    ),
    "config-default": ("default", "默认"),
    "config-user": ("your own words", "您自己的词"),
    "config-default-rules": ("(the rules that are on by default)", "（默认启用的规则）"),
    "config-none": ("(none)", "（无）"),
    "config-locale": ("(that of the locale)", "（系统区域设置）"),
    "config-no-file": (
        "No configuration file holds here; these are the defaults.",
        "这里没有配置文件，以下为默认值。",
    ),
    "config-files": ("`{path}` is configured by {files}.", "`{path}` 的配置来自 {files}。"),
    "config-excluded": (
        "`{path}` is excluded: it is only checked if it is named, and not with `--force-exclude`.",
        "`{path}` 已被排除：只有写明时才检查，加上 `--force-exclude` 则不检查。",
    ),
    "config-rules": ("Rules that run: {codes}", "运行的规则：{codes}"),
    # The first configuration.
    "peer-syntax": (
        "{place}: not valid {form} ({detail}); nothing was taken over from it",
        "{place}：不是有效的 {form}（{detail}）；没有沿用其中的内容",
    ),
    "init-there": (
        "`{path}` is there already; edit it, or write it anew with `--force`",
        "`{path}` 已经存在；请直接修改，或用 `--force` 重新生成",
    ),
    "init-there-elsewhere": (
        "`{path}` is there already; edit it, for `--force` writes over a `zhenlint.toml` only",
        "`{path}` 已经存在；请直接修改，`--force` 只覆盖 `zhenlint.toml`",
    ),
    "init-words-there": (
        "`{path}` is there already; rename it or run with `--force`",
        "`{path}` 已经存在；请给它改名，或加上 `--force` 再运行",
    ),
    "init-no-folder": (
        "`{path}` is not a folder; name the project's folder",
        "`{path}` 不是文件夹；请指明项目所在的文件夹",
    ),
    "init-head": (
        "Configuration of zhenlint. `zhenlint config` shows what holds and why, `zhenlint rule` all rules.",
        "zhenlint 的配置。运行 `zhenlint config` 查看各项的值与出处，`zhenlint rule` 列出所有规则。",
    ),
    "init-taken": ("Taken over from {files}.", "沿用了 {files} 的设置。"),
    "init-latin": (
        "Chinese beside Latin letters: {spaced} places with a space, {close} without.",
        "中文与字母相邻处：{spaced} 处有空格，{close} 处没有。",
    ),
    "init-numbers": (
        "Chinese beside numbers: {spaced} places with a space, {close} without.",
        "中文与数字相邻处：{spaced} 处有空格，{close} 处没有。",
    ),
    "init-wikilinks": (
        "{count} wikilinks: LK012 looks for their notes and headings.",
        "有 {count} 个 wiki 链接：LK012 会检查所指的笔记和标题。",
    ),
    "init-no-wikilinks": (
        "No wikilinks, so LK012 has nothing to say.",
        "没有 wiki 链接，因此 LK012 不会报告。",
    ),
    "init-looked": (
        "Looked at {read} of {documents} documents.",
        "查看了 {documents} 篇文档中的 {read} 篇。",
    ),
    "init-took": (
        "From `{file}`: {words} words, {terms} terms, {patterns} patterns, {rules} rules switched off.",
        "沿用 `{file}`：词 {words} 个，术语 {terms} 条，排除模式 {patterns} 个，关闭规则 {rules} 条。",
    ),
    "init-left": (
        "Not taken over from `{file}`, as there is no like here: {left}.",
        "`{file}` 中没有沿用的（这里没有对应的设置）：{left}。",
    ),
    "init-wrote": (
        "Wrote {files}. Next: `zhenlint check`, or `zhenlint baseline` to start from how things are today.",
        "已写出 {files}。接下来可以运行 `zhenlint check`，或用 `zhenlint baseline` 以现状为起点。",
    ),
    "type-string": ("a string", "字符串"),
    "type-list": ("a list", "列表"),
    "type-boolean": ("true or false", "布尔值"),
    "type-integer": ("a whole number", "整数"),
    "type-number": ("a number", "数字"),
    "type-table": ("a table", "表"),
    "type-date": ("a date or time", "日期或时间"),
    # The command line.
    "completion-which": (
        "which shell? Name one of {shells}",
        "要为哪个 shell 生成？请指明 {shells} 之一",
    ),
    "usage-see-help": ("Run `{command} --help` for help.", "运行 `{command} --help` 查看帮助。"),
    "usage-no-such-option": ("there is no option `{option}`{remedy}", "没有 `{option}` 这个选项{remedy}"),
    "usage-no-such-command": (
        "there is no command `{command}`{remedy}",
        "没有 `{command}` 这个命令{remedy}",
    ),
    "usage-commands-are": ("; the commands are {known}", "；可用的命令有 {known}"),
    "usage-path-as-command": (
        "there is no command `{command}`; to check that path, run `zhenlint check {command}`",
        "没有 `{command}` 这个命令；若要检查该路径，请运行 `zhenlint check {command}`",
    ),
    "usage-missing-value": ("option `{option}` needs a value", "选项 `{option}` 需要一个值"),
    "usage-needless-value": ("option `{option}` takes no value", "选项 `{option}` 不带值"),
    "usage-choice": (
        "`{option}` cannot be `{value}`; choose from {choices}",
        "`{option}` 不能是 `{value}`；请从 {choices} 中选择",
    ),
    "usage-choice-argument": (
        "there is no `{value}` here; choose from {choices}",
        "没有 `{value}` 这一项；请从 {choices} 中选择",
    ),
    "usage-missing-argument": ("`{argument}` is missing; name it", "缺少 `{argument}`；请写上"),
    "usage-jobs": (
        "`{option}` cannot be `{value}`; give a number of processes, 1 or more",
        "`{option}` 不能是 `{value}`；请给出进程数，至少为 1",
    ),
    "usage-needs": (
        "`{option}` has an effect only with {others}; add one or leave `{option}` out",
        "`{option}` 只有与 {others} 合用才有意义；请补上其一，或去掉 `{option}`",
    ),
    "usage-conflict": (
        "`{option}` and `{other}` cannot be used together; leave one out",
        "`{option}` 与 `{other}` 不能同时使用；请去掉其中一个",
    ),
    "usage-two-formats": (
        "`{first}` and `{second}` cannot both be printed; give one a file: `--output-file {second}=FILE`",
        "`{first}` 与 `{second}` 不能同时显示；请将其一写入文件：`--output-file {second}=FILE`",
    ),
    "usage-two-files": (
        "`--output-file` names `{first}` and `{second}`; say what goes where: `--output-file FORMAT=FILE`",
        "`--output-file` 同时给出了 `{first}` 和 `{second}`；请写成 `--output-file FORMAT=FILE` 指明格式",
    ),
    "usage-same-file": (
        "two reports cannot both go to `{file}`; name another file for one of them",
        "两份报告不能都写入 `{file}`；请为其中一份另取文件名",
    ),
    "usage-one-argument": ("too many arguments: `{extra}`; give one", "参数过多：`{extra}`；只能给一个"),
    "usage-other": ("{detail}", "{detail}"),
    "unknown-selector": (
        "`{option}` names `{code}`, which no rule code begins with{remedy}",
        "`{option}` 中的 `{code}` 不是任何规则代码或其前缀{remedy}",
    ),
    "unknown-encoding": (
        "`--encoding` cannot be `{name}`: no text encoding has that name{remedy}",
        "`--encoding` 不能是 `{name}`：没有叫这个名字的文本编码{remedy}",
    ),
    "unknown-rule": ("there is no rule `{code}`{remedy}", "没有 `{code}` 这条规则{remedy}"),
    "see-all-rules": ("; `zhenlint rule` lists them all", "；运行 `zhenlint rule` 查看全部规则"),
    # Summaries.
    "problem.one": ("{count} problem", "{count} 个问题"),
    "problem.many": ("{count} problems", "{count} 个问题"),
    "file.one": ("{count} file", "{count} 个文件"),
    "file.many": ("{count} files", "{count} 个文件"),
    "line.one": ("{count} line", "{count} 行"),
    "line.many": ("{count} lines", "{count} 行"),
    "word.one": ("{count} word", "{count} 个词"),
    "word.many": ("{count} words", "{count} 个词"),
    "use.one": ("{count} use", "{count} 处"),
    "use.many": ("{count} uses", "{count} 处"),
    "hint.one": ("{count} hint", "{count} 条提示"),
    "hint.many": ("{count} hints", "{count} 条提示"),
    "summary-found": ("Found {problems} in {files}{fixable}.", "在 {files}中发现 {problems}{fixable}。"),
    "summary-left": ("{problems} left in {files}{fixable}.", "{files}中还剩 {problems}{fixable}。"),
    "summary-clean": ("No problems in {files}.", "检查了 {files}，没有发现问题。"),
    "summary-fixed": ("Fixed {problems} in {files}.", "修复了 {files}中的 {problems}。"),
    "summary-would-fix": ("Would fix {problems} in {files}.", "将会修复 {files}中的 {problems}。"),
    "summary-nothing-to-fix": ("Nothing to fix in {files}.", "检查了 {files}，没有可修复之处。"),
    "summary-hints": (
        "{hints} besides, which do not count.",
        "另有 {hints}，不计入问题。",
    ),
    "fixable": (" ({safe} fixable with --fix)", "（{safe} 个可用 --fix 修复）"),
    "fixable-and-unsafe": (
        " ({safe} fixable with --fix, {unsafe} more with --fix --unsafe-fixes)",
        "（{safe} 个可用 --fix 修复，另有 {unsafe} 个可用 --fix --unsafe-fixes 修复）",
    ),
    "fixable-unsafe": (
        " ({unsafe} fixable with --fix --unsafe-fixes)",
        "（{unsafe} 个可用 --fix --unsafe-fixes 修复）",
    ),
    # Progress on a terminal.
    "progress": (
        "{done} of {total} files, {problems}, {speed} files a second",
        "{total} 个文件已检查 {done} 个，{problems}，每秒 {speed} 个文件",
    ),
    # The job summary on GitHub.
    "step-title": ("## zhenlint", "## zhenlint 检查结果"),
    "step-more": ("{problems} more are in the log.", "另有 {problems}，见日志。"),
    # What a fix does, in the full report.
    "help-delete": ("delete it", "删去"),
    "help-insert-space": ("insert a space", "加一个空格"),
    "help-replace": ("{content}", "{content}"),
    # Rule pages and the table of rules.
    "rule-on": ("on", "开"),
    "rule-off": ("off", "关"),
    "rule-safe": ("safe", "安全"),
    "rule-unsafe": ("unsafe", "不安全"),
    "rule-no-fix": ("none", "无"),
    "severity-error": ("error", "错误"),
    "severity-warning": ("warning", "警告"),
    "severity-hint": ("hint", "提示"),
    "column-word": ("WORD", "词语"),
    "column-state": ("STATE", "状态"),
    "column-suggestions": ("SUGGESTIONS", "建议"),
    "column-example": ("EXAMPLE", "例子"),
    "column-code": ("CODE", "代码"),
    "column-name": ("NAME", "名称"),
    "column-default": ("DEFAULT", "默认"),
    "column-severity": ("SEVERITY", "级别"),
    "column-fix": ("FIX", "修复"),
    "column-title": ("WHAT IT IS ABOUT", "说明"),
    "column-key": ("KEY", "键"),
    "column-value": ("VALUE", "值"),
    "column-origin": ("FROM", "出处"),
    "lines-passed-over": (
        "Chinese words were not judged in {lines} of Traditional Chinese or Japanese.",
        "有 {lines}是繁体中文或日文，其中的中文用词未作检查。",
    ),
    "column-count": ("COUNT", "数量"),
    "column-file": ("FILE", "文件"),
    "column-place": ("PLACE", "位置"),
    "column-message": ("MESSAGE", "内容"),
    "page-facts": (
        "`{name}` · {severity} · default: {default} · fix: {fix}",
        "`{name}` · {severity} · 默认：{default} · 修复：{fix}",
    ),
    "page-silence": ("How to silence it", "如何关闭"),
    "page-silence-line": (
        "for one line, above it: `<!-- zhenlint-disable-next-line {code} -->`",
        "对一行，写在它上面：`<!-- zhenlint-disable-next-line {code} -->`",
    ),
    "page-silence-run": (
        "for one run: `zhenlint check --ignore {code}`",
        "只在本次运行：`zhenlint check --ignore {code}`",
    ),
    "page-silence-project": (
        'for a project, in `zhenlint.toml`: `ignore = ["{code}"]`',
        '在整个项目中，写入 `zhenlint.toml`：`ignore = ["{code}"]`',
    ),
    "page-silence-files": (
        'for some files, under `[per-file-ignores]`: `"drafts/**" = ["{code}"]`',
        '对部分文件，写在 `[per-file-ignores]` 下：`"drafts/**" = ["{code}"]`',
    ),
    "page-turn-on-online": (
        "It is off by default; to turn it on, run `zhenlint check --online`.",
        "此规则默认关闭；若要启用，请运行 `zhenlint check --online`。",
    ),
    "page-turn-on": (
        'It is off by default; to turn it on, write `extend-select = ["{code}"]` in `zhenlint.toml`.',
        '此规则默认关闭；若要启用，请在 `zhenlint.toml` 中写入 `extend-select = ["{code}"]`。',
    ),
}
