// Text from documents as nodes.  Nothing here ever parses HTML: every text becomes a text node.

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// What could lie about the order or the presence of text: shown as an escape, as on a terminal.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

function written(char) {
  const code = char.codePointAt(0);
  const named = { 9: "\\t", 10: "\\n", 13: "\\r" }[code];
  if (named) return named;
  return code < 0x100 ? "\\x" + code.toString(16).padStart(2, "0") : "\\u" + code.toString(16).padStart(4, "0");
}

const plain = (text) => text.replace(UNSEEN, written);

// A text, isolated from the direction of what surrounds it.
function shown(text, className = "") {
  const made = element("bdi", className);
  let at = 0;
  for (const match of text.matchAll(UNSEEN)) {
    made.append(text.slice(at, match.index), element("span", "escape", written(match[0])));
    at = match.index + match[0].length;
  }
  made.append(text.slice(at));
  return made;
}

// A message, with its code spans.
function message(text) {
  const made = element("span", "message");
  text.split(/`([^`]+)`/).forEach((part, index) => {
    if (part) made.append(index % 2 ? element("code", "", shown(part)) : shown(part));
  });
  return made;
}

// How Markdown looks: [pattern, class].  Only the look; what it means is not decided here.
const LOOKS = [
  [/\*\*[^*]+\*\*|__[^_]+__/gu, "strong"],
  [/`[^`]+`/gu, "code"],
  [/!?\[[^\]]*\]\([^)]*\)/gu, "link"],
  [/\*\*|__|^\s*#{1,6}(?= )|^\s*(?:[-*+]|\d+[.)]) |^\s*> ?|\]\([^)]*\)/gu, "markup"],
];

// The classes of each code point of a line.
function looks(line, points) {
  const classes = points.map(() => []);
  for (const [pattern, name] of LOOKS) {
    for (const match of line.matchAll(pattern)) {
      const start = Array.from(line.slice(0, match.index)).length;
      const end = start + Array.from(match[0]).length;
      for (let at = start; at < end; at++) classes[at].push(name);
    }
  }
  return classes;
}

// The code points of the line last asked for: the problems of one long line are shown one after the other.
const lastLine = { text: null, points: [] };

function pointsOf(text) {
  if (lastLine.text !== text) {
    lastLine.text = text;
    lastLine.points = Array.from(text);
  }
  return lastLine.points;
}

// A part of a line: as many code points before the columns start … end (from 0) and after them.
function windowOf(line, [start, end], before, after) {
  const points = pointsOf(line);
  const from = Math.max(0, start - before);
  const to = Math.min(points.length, Math.min(end, start + after) + after);
  return { points: points.slice(from, to), from, before: from > 0, after: to < points.length };
}

// A line as it reads.  `spans` are [start, end, class], in columns from 0; an empty one is a caret.
function line(text, spans, before, after) {
  const focus = spans[0] || [0, 0];
  const view = windowOf(text, focus, before, after);
  const wide = windowOf(text, focus, before + 400, after); // bold may have begun out of sight
  const hidden = view.from - wide.from;
  const classes = looks(wide.points.join(""), wide.points).slice(hidden);
  const carets = new Set();
  for (const [start, end, name] of spans) {
    if (start === end) carets.add(start - view.from);
    for (let at = Math.max(start - view.from, 0); at < Math.min(end - view.from, classes.length); at++) {
      classes[at].push(name);
    }
  }
  const heading = !view.before && /^\s*#{1,6} /.test(text) ? " heading" : "";
  const made = element("bdi", "prose" + heading, view.before ? "…" : "");
  appendRuns(made, view.points, classes.map((names) => names.join(" ")), carets);
  if (view.after) made.append("…");
  return made;
}

function appendRuns(made, points, classes, carets) {
  let start = 0;
  for (let at = 0; at <= points.length; at++) {
    if (at > start && (at === points.length || classes[at] !== classes[start] || carets.has(at))) {
      const run = points.slice(start, at).join("");
      made.append(element(/\bmark\b/.test(classes[start]) ? "mark" : "span", classes[start], shown(run)));
      start = at;
    }
    if (carets.has(at)) made.append(element("mark", "caret"));
  }
}
