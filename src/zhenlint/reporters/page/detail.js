// One problem: where it stands, what is wrong, what to write instead.

const AROUND = 2; // lines before and after, as the report holds them
const MOST_LINES = 6;

// The marked columns (from 0) of a line that a problem takes part of.
function marks(problem, lineNumber) {
  const [first, column, last, endColumn] = problem.place;
  if (lineNumber < first || lineNumber > last) return [];
  const length = pointsOf(problem.file.lines[lineNumber]).length;
  const start = lineNumber === first ? Math.min(column - 1, length) : 0;
  const end = lineNumber === last ? endColumn - 1 : length;
  if (lineNumber > first && end === 0) return [];
  return [[start, Math.min(end, length), `mark ${problem.severity}`]];
}

const tag = (problem) => element("span", `tag ${problem.severity}`, problem.code);

// The fix in a few characters, or the first suggestion.
function bestRemedy(problem) {
  if (problem.suggestions) return element("ins", "", shown(problem.suggestions[0]));
  if (!problem.edits) return null;
  const content = problem.edits.map((edit) => edit[4]).filter(Boolean);
  if (!content.length) return element("span", "faint", words("delete"));
  if (content.every((text) => text === " ")) return element("span", "faint", words("space"));
  return element("ins", "", shown(content.join(" … ").slice(0, 40)));
}

const onOneLine = (edit) => edit[0] === edit[2];

// A line as a fix leaves it.
function fixedLine(text, edits) {
  const points = pointsOf(text);
  const spans = [];
  let after = "";
  let length = 0;
  let at = 0;
  const add = (part) => {
    after += part.join("");
    length += part.length;
  };
  for (const [, column, , endColumn, content] of edits) {
    add(points.slice(at, column - 1));
    const start = length;
    add(Array.from(content));
    spans.push([start, length, "added"]);
    at = Math.min(endColumn - 1, points.length);
  }
  add(points.slice(at));
  return line(after, spans, 200, 400);
}

function numbered(label, className, content) {
  return element("div", `numbered ${className}`, element("span", "gutter", label), content);
}

function context(problem) {
  const [first, , last] = problem.place;
  const made = element("div", "context");
  const lastShown = Math.min(last, first + MOST_LINES - 1);
  for (let at = first - AROUND; at <= lastShown + AROUND; at++) {
    const text = problem.file.lines[at];
    if (text === undefined) continue;
    const spans = marks(problem, at);
    const inside = at >= first && at <= last;
    made.append(numbered(String(at), inside ? "inside" : "", line(text, spans, 200, 400)));
    const edits = (problem.edits || []).filter((edit) => onOneLine(edit) && edit[0] === at);
    if (edits.length) made.append(numbered("→", "fixed", fixedLine(text, edits)));
  }
  if (last > lastShown + AROUND) {
    made.append(numbered("⋮", "faint", words("cut", { count: number(last - lastShown - AROUND) })));
  }
  return made;
}

// The lines that a fix changes out of sight.
function elsewhere(problem) {
  const far = problem.edits.filter((edit) => !onOneLine(edit) || problem.file.lines[edit[0]] === undefined);
  const lines = new Map(far.map((edit) => [edit[0], edit[4]]));
  return [...lines].slice(0, 5).map(([at, content]) =>
    element("li", "", words("elsewhere", { line: number(at) }), " ", element("ins", "", shown(content.slice(0, 200)))),
  );
}

function showDetail(problem) {
  const rule = run.rules[problem.code];
  const [lineNumber, column] = problem.place;
  const about = element("a", "rule", `${words("rule_page")}: ${problem.code} ${rule.title}`);
  about.href = rule.url;
  about.target = "_blank";
  about.rel = "noopener noreferrer";
  const parts = [
    element("p", "place", shown(problem.file.path, "path"), `:${lineNumber}:${column}`),
    element("h2", "", tag(problem), " ", message(problem.message)),
    context(problem),
  ];
  if (problem.edits) {
    parts.push(element("p", `deed ${problem.fix}`, words(problem.fix)), element("ul", "", ...elsewhere(problem)));
  }
  if (problem.suggestions) {
    const chips = problem.suggestions.map((text) => element("li", "", shown(text)));
    parts.push(element("h3", "", words("suggestions")), element("ul", "chips", ...chips));
  }
  parts.push(element("p", "", about));
  byId("chosen").replaceChildren(...parts);
}

function openDetail() {
  document.body.classList.add("reading");
  byId("detail").focus();
}

function closeDetail() {
  document.body.classList.remove("reading");
  list.focus();
}
