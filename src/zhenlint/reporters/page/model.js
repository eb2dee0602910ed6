"use strict";

// What the page knows: the run, the files, and one flat list of problems in the order of the report.

const byId = (id) => document.getElementById(id);

function read(id) {
  const block = byId(id);
  const value = JSON.parse(block.textContent);
  block.remove();
  return value;
}

const results = read("results");
const run = read("run");
const SEVERITIES = ["error", "warning", "hint"];

function words(key, values = {}) {
  return run.words[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name]));
}

const number = (count) => count.toLocaleString(document.documentElement.lang);

const problems = results.flatMap((file) =>
  file.problems.map((problem) => Object.assign(problem, { file, words: null })),
);

for (const file of results) {
  file.lower = file.path.toLowerCase();
  file.sought = new Map(); // line number → its lower-case text and the last answer, made when first sought
}

function wordsOf(problem) {
  if (problem.words === null) {
    const told = [problem.code, run.rules[problem.code].name, problem.message, ...(problem.suggestions || [])];
    problem.words = told.join("\n").toLowerCase();
  }
  return problem.words;
}

function lineOf({ file, place }) {
  let line = file.sought.get(place[0]);
  if (!line) {
    line = { lower: file.lines[place[0]].toLowerCase(), text: null, holds: false };
    file.sought.set(place[0], line);
  }
  return line;
}

// Whether a problem is told of in a text, or its line holds it.  A line of many problems is searched once.
function holds(problem, text) {
  if (wordsOf(problem).includes(text)) return true;
  const line = lineOf(problem);
  if (line.text !== text) {
    line.text = text;
    line.holds = line.lower.includes(text);
  }
  return line.holds;
}

// Makes what the first search reads while the page is idle, so that nobody waits for it.
function prepare(at = 0) {
  if (at >= problems.length || !("requestIdleCallback" in window)) return;
  requestIdleCallback((deadline) => {
    while (at < problems.length && deadline.timeRemaining() > 1) {
      wordsOf(problems[at]);
      lineOf(problems[at]);
      at += 1;
    }
    prepare(at);
  });
}

function tally(keyOf) {
  const counts = new Map();
  for (const problem of problems) {
    const key = keyOf(problem);
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  return counts;
}
