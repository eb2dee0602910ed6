// The list: only rows in sight are in the document, so that its length does not matter.

const ROW = 88; // pixels, as in the style
const TALLEST = 10_000_000; // browsers place nothing below some 17 million pixels
const list = byId("list");
const extent = byId("extent");
let selected = 0;

const contentHeight = () => visible.length * ROW;
const extentHeight = () => Math.min(contentHeight(), TALLEST);

// Pixels of content for a pixel of scrolling; 1 unless the list is too tall for a browser.
function scale() {
  const room = extentHeight() - list.clientHeight;
  return room > 0 ? (contentHeight() - list.clientHeight) / room : 1;
}

function render() {
  const offset = list.scrollTop * scale();
  const first = Math.max(0, Math.floor(offset / ROW) - 3);
  const last = Math.min(visible.length, Math.ceil((offset + list.clientHeight) / ROW) + 3);
  const rows = [];
  for (let index = first; index < last; index++) {
    const row = rowOf(visible[index], index);
    row.style.top = `${list.scrollTop + index * ROW - offset}px`;
    rows.push(row);
  }
  extent.style.height = `${extentHeight()}px`;
  extent.replaceChildren(...rows);
  if (selected >= first && selected < last) list.setAttribute("aria-activedescendant", `row-${selected}`);
  else list.removeAttribute("aria-activedescendant");
}

function rowOf(problem, index) {
  const [lineNumber, column] = problem.place;
  const head = element("div", "head", tag(problem), " ", message(problem.message));
  const seen = element("div", "line", line(problem.file.lines[lineNumber], marks(problem, lineNumber), 12, 60));
  const place = element("div", "place", shown(problem.file.path, "path"), `:${lineNumber}:${column}`);
  const row = element("div", "row", head, seen, place);
  const remedy = bestRemedy(problem);
  if (remedy !== null) seen.append(element("span", "remedy", element("span", "arrow", "→"), remedy));
  row.id = `row-${index}`;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", String(index === selected));
  row.setAttribute("aria-setsize", String(visible.length));
  row.setAttribute("aria-posinset", String(index + 1));
  row.addEventListener("click", () => {
    choose(index);
    openDetail();
  });
  return row;
}

function choose(index) {
  if (!visible.length) return;
  selected = Math.min(Math.max(index, 0), visible.length - 1);
  const top = selected * ROW;
  const offset = list.scrollTop * scale();
  if (top < offset) list.scrollTop = top / scale();
  else if (top + ROW > offset + list.clientHeight) list.scrollTop = (top + ROW - list.clientHeight) / scale();
  render();
  showDetail(visible[selected]);
}

const aPage = () => Math.max(1, Math.floor(list.clientHeight / ROW) - 1);

list.addEventListener("scroll", () => requestAnimationFrame(render), { passive: true });
addEventListener("resize", render);
