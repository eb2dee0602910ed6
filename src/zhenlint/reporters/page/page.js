// The page as a whole: what happens first, keys, light and dark.

function refresh() {
  const counts = select();
  showCounts(counts);
  byId("count").textContent = words("shown", { shown: number(visible.length), total: number(problems.length) });
  byId("clear").hidden = !isFiltered();
  const empty = byId("empty");
  empty.hidden = visible.length > 0;
  empty.textContent = words(problems.length ? "none" : "clean");
  list.hidden = visible.length === 0;
  list.scrollTop = 0;
  selected = 0;
  if (visible.length) choose(0);
  else {
    extent.replaceChildren();
    byId("chosen").replaceChildren();
  }
}

function seek(kind, field) {
  field.addEventListener("input", () => {
    chosen[kind] = field.value.trim().toLowerCase();
    refresh();
  });
}

function showNotices() {
  const notices = byId("notices");
  for (const [key, told] of [["failed", run.failures], ["warned", run.warnings]]) {
    if (!told.length) continue;
    const items = told.slice(0, 50).map((text) => element("li", "", message(text)));
    if (told.length > items.length) items.push(element("li", "faint", `+ ${number(told.length - items.length)}`));
    notices.append(element("h2", "", words(key)), element("ul", "", ...items));
  }
  notices.hidden = !notices.children.length;
}

const MOVES = {
  ArrowDown: () => selected + 1,
  j: () => selected + 1,
  ArrowUp: () => selected - 1,
  k: () => selected - 1,
  PageDown: () => selected + aPage(),
  PageUp: () => selected - aPage(),
  Home: () => 0,
  End: () => visible.length - 1,
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = document.activeElement;
  const isField = at instanceof HTMLInputElement;
  if (event.key === "Escape") return escape(at, isField);
  if (isField && (event.key === "ArrowDown" || event.key === "Enter")) {
    event.preventDefault();
    return list.focus();
  }
  if (isField) return;
  if (event.key === "/") {
    event.preventDefault();
    return byId("search").focus();
  }
  const inList = at === list || at === document.body || at === byId("detail");
  if (MOVES[event.key] && (inList || event.key.length === 1)) {
    event.preventDefault();
    return choose(MOVES[event.key]());
  }
  if (event.key === "Enter" && inList && visible.length) openDetail();
}

// Out of what one is in: the problem, the field, at last the filters.
function escape(at, isField) {
  if (document.body.classList.contains("reading")) return closeDetail();
  if (isField && at.value === "") return list.focus();
  if (isField) {
    at.value = "";
    at.dispatchEvent(new Event("input"));
    return;
  }
  if (isFiltered()) clearFilters();
}

const dark = matchMedia("(prefers-color-scheme: dark)");

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
}

function switchTheme() {
  const now = document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  setTheme(now === "dark" ? "light" : "dark");
}

const wide = matchMedia("(min-width: 70rem)");
const openFilters = () => (byId("filters").open = wide.matches);

byId("theme").addEventListener("click", switchTheme);
byId("clear").addEventListener("click", clearFilters);
byId("close").addEventListener("click", closeDetail);
addEventListener("keydown", onKey);
wide.addEventListener("change", openFilters);
seek("text", byId("search"));
seek("path", byId("path"));
byId("total").textContent = words("total", {
  problems: number(problems.length),
  affected: number(results.length),
  files: number(run.files),
});
byId("severities").append(...severityBars.map((item) => item.made));
byId("rules").append(...ruleBars.map((item) => item.made));
showNotices();
openFilters();
refresh();
list.focus({ preventScroll: true });
performance.mark("shown");
prepare();
