// Finds names like a query: whole, beginning, inside, and with small slips of the finger.

import { graph, isConcept, paperNodes, year } from "./data.js";
import { plain } from "./text.js";

const LENGTH = 400; // characters of a name that are looked at
let entries = null; // [plain name, node, name], made when first needed
let words = null; // every distinct word, with the entries that hold it

function index() {
  if (entries) return;
  entries = [];
  const add = (node, name) => entries.push({ key: plain(name.slice(0, LENGTH)), node, name });
  for (let node = 0; node < graph.concepts; node++) {
    add(node, graph.label[node]);
    for (const [name] of graph.names[node]) add(node, name);
  }
  for (const paper of paperNodes()) add(paper, graph.label[paper]);
}

function indexWords() {
  if (words) return;
  words = new Map();
  entries.forEach((entry, place) => {
    for (const word of new Set(entry.key.split(" "))) {
      if (!words.has(word)) words.set(word, []);
      words.get(word).push(place);
    }
  });
}

export function search(query, most) {
  index();
  const key = plain(query);
  if (!key) return [];
  const best = new Map();
  for (const entry of entries) keep(best, entry, rank(entry.key, key));
  if (best.size < 4 && key.length >= 3) for (const entry of alike(key)) keep(best, entry, 9);
  return [...best.values()].sort(byRank).slice(0, most);
}

function keep(best, entry, score) {
  if (score === null) return;
  const old = best.get(entry.node);
  if (!old || score < old.score) best.set(entry.node, { ...entry, score });
}

// Smaller is better; null is no match.
function rank(name, key) {
  const at = name.indexOf(key);
  if (at < 0)
    return key.includes(" ") && key.split(" ").every((word) => ` ${name}`.includes(` ${word}`)) ? 4 : null;
  if (name === key) return 0;
  if (at === 0) return name[key.length] === " " ? 1 : 2;
  return name[at - 1] === " " ? 3 : 5;
}

const byRank = (a, b) =>
  a.score - b.score ||
  Number(isConcept(b.node)) - Number(isConcept(a.node)) ||
  (isConcept(a.node) ? a.node - b.node : year(b.node) - year(a.node));

// Entries that hold, for each word of the query, one that is within a slip or two of it.
function alike(key) {
  indexWords();
  let found = null;
  for (const word of key.split(" ")) {
    const slips = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const near = new Set();
    for (const [other, places] of words) {
      if (nearly(word, other, slips)) for (const place of places) near.add(place);
    }
    found = found ? new Set([...found].filter((place) => near.has(place))) : near;
  }
  return [...found].map((place) => entries[place]);
}

// Whether one word begins within so many slips of another: Levenshtein's distance with swaps, over prefixes.
function nearly(word, other, slips) {
  if (other.length < word.length - slips) return false;
  const end = Math.min(other.length, word.length + slips);
  let older = [];
  let old = Array.from({ length: end + 1 }, (_, at) => at);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= end; j++) {
      const same = word[i - 1] === other[j - 1];
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], older[j - 2] + 1);
      }
    }
    if (Math.min(...row) > slips) return false;
    [older, old] = [old, row];
  }
  return Math.min(...old) <= slips;
}
