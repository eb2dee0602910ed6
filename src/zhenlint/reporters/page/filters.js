// The summary, which is also the filter: what is counted can be chosen.

const MOST_FILES = 100;

const chosen = { severity: new Set(), rule: new Set(), file: new Set(), path: "", text: "" };
let visible = problems;

const OF = {
  severity: (problem) => problem.severity,
  rule: (problem) => problem.code,
  file: (problem) => problem.file,
};
const ALL = { severity: tally(OF.severity), rule: tally(OF.rule), file: tally(OF.file) };

const isFiltered = () =>
  Boolean(chosen.path || chosen.text || chosen.severity.size || chosen.rule.size || chosen.file.size);

// Counts what every choice would show with the other filters as they are, and lists what they show.
function select() {
  const { severity, rule, file, path, text } = chosen;
  const counts = { severity: new Map(), rule: new Map(), file: new Map() };
  const count = (kind, key) => counts[kind].set(key, (counts[kind].get(key) || 0) + 1);
  visible = [];
  for (const problem of problems) {
    if (path && !problem.file.lower.includes(path)) continue;
    const barsSeverity = severity.size > 0 && !severity.has(problem.severity);
    const barsRule = rule.size > 0 && !rule.has(problem.code);
    const barsFile = file.size > 0 && !file.has(problem.file);
    const barring = barsSeverity + barsRule + barsFile;
    if (barring > 1 || (text && !holds(problem, text))) continue;
    if (barring === Number(barsSeverity)) count("severity", problem.severity);
    if (barring === Number(barsRule)) count("rule", problem.code);
    if (barring === Number(barsFile)) count("file", problem.file);
    if (barring === 0) visible.push(problem);
  }
  return counts;
}

function toggle(kind, key) {
  if (!chosen[kind].delete(key)) chosen[kind].add(key);
  refresh();
}

// A button with a bar as long as its share.
function bar(kind, key, label, title) {
  const fill = element("span", "fill");
  const count = element("span", "number");
  const made = element("button", "choice", fill, label, count);
  made.type = "button";
  made.title = title;
  made.addEventListener("click", () => toggle(kind, key));
  return { kind, key, made, fill, count, total: ALL[kind].get(key) || 0 };
}

function update(item, counts, most) {
  const count = counts[item.kind].get(item.key) || 0;
  item.count.textContent = number(count);
  item.fill.style.width = `${(100 * count) / most}%`;
  item.made.classList.toggle("nothing", count === 0);
  item.made.setAttribute("aria-pressed", String(chosen[item.kind].has(item.key)));
  return item;
}

const severityBars = SEVERITIES.filter((key) => ALL.severity.has(key)).map((key) =>
  bar("severity", key, element("span", `label ${key}`, words(key)), words(key)),
);
const byCount = (one, other) => other.total - one.total;
const ruleBars = [...ALL.rule.keys()].sort().map((code) => {
  const label = element("span", "label", element("b", "", code), " ", run.rules[code].title);
  return bar("rule", code, label, `${code} ${run.rules[code].name}: ${run.rules[code].title}`);
}).sort(byCount);
const fileBars = new Map();

function fileBar(file) {
  if (!fileBars.has(file)) {
    fileBars.set(file, bar("file", file, shown(file.path, "label path"), plain(file.path)));
  }
  return fileBars.get(file);
}

// The files with most problems; those chosen are always there, so that the choice can be taken back.
function filesToShow(counts) {
  const found = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  const first = found.slice(0, MOST_FILES);
  const kept = [...chosen.file].filter((file) => !first.includes(file));
  byId("more-files").textContent =
    found.length > MOST_FILES ? words("more_files", { count: number(found.length - MOST_FILES) }) : "";
  return [...first, ...kept].map(fileBar);
}

function largest(counts) {
  let most = 1;
  for (const count of counts.values()) most = Math.max(most, count);
  return most;
}

function showCounts(counts) {
  for (const item of severityBars) update(item, counts, problems.length || 1);
  const mostOfRules = largest(counts.rule);
  for (const item of ruleBars) update(item, counts, mostOfRules);
  const mostOfFiles = largest(counts.file);
  const files = filesToShow(counts.file).map((item) => update(item, counts, mostOfFiles).made);
  const focused = document.activeElement;
  byId("files").replaceChildren(...files);
  if (files.includes(focused)) focused.focus(); // moving a node takes the focus from it
}

function clearFilters() {
  for (const kind of ["severity", "rule", "file"]) chosen[kind].clear();
  chosen.path = chosen.text = byId("path").value = byId("search").value = "";
  refresh();
}
