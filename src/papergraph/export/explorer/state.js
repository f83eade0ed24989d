// What the page shows, kept in the address after #, so that every state has a link and history works.

import { graph, meta, nodeOf, terms, types } from "./data.js";

export const FOLD = 300; // concepts shown at first
export const ALL = 0;

export const state = {};
const listeners = [];
let written = null;

const node = { read: nodeOf, write: (value) => (value === null ? "" : graph.id[value]), initial: null };
const pair = {
  read: (word) => {
    const ends = word.split(" ").map(nodeOf);
    return ends.length === 2 && !ends.includes(null) ? ends : null;
  },
  write: (value) => (value ? value.map((end) => graph.id[end]).join(" ") : ""),
  initial: null,
};
const nodes = {
  read: (word) =>
    word
      .split(" ")
      .map(nodeOf)
      .filter((found) => found !== null),
  write: (value) => value.map((one) => graph.id[one]).join(" "),
  initial: [],
};
const amount = (initial) => ({
  read: (word) => Number.parseInt(word, 10) || initial,
  write: String,
  initial,
});
const among = (things) => ({
  read: (word) =>
    word
      .split(" ")
      .map((name) => things.findIndex((thing) => thing.name === name))
      .filter((n) => n >= 0),
  write: (value) => value.map((place) => things[place].name).join(" "),
  initial: [],
});
const oneOf = (...words) => ({
  read: (word) => (words.includes(word) ? word : words[0]),
  write: String,
  initial: words[0],
});

const FIELDS = {
  node,
  edge: pair,
  path: pair,
  way: amount(0),
  focus: node,
  open: nodes,
  show: {
    read: (word) => (word === "all" ? ALL : Number.parseInt(word, 10) || FOLD),
    write: (n) => (n === ALL ? "all" : String(n)),
    initial: FOLD,
  },
  types: { ...among(types), initial: types.flatMap((type, place) => (type.name === "Paper" ? [] : [place])) },
  without: among(terms),
  from: amount(0),
  to: amount(0),
  papers: amount(1),
  sure: amount(0),
  view: oneOf("map", "table"),
  tab: oneOf("concepts", "papers", "relations", "results"),
  at: {
    read: (word) => {
      const [x, y, k] = word.split(" ").map(Number);
      return Number.isFinite(x) && Number.isFinite(y) && k > 0 ? { x, y, k } : null;
    },
    write: (at) => (at ? `${at.x.toFixed(0)} ${at.y.toFixed(0)} ${at.k.toPrecision(3)}` : ""),
    initial: null,
  },
};

export const initial = () =>
  Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, field.initial]));

function parse() {
  const words = new URLSearchParams(location.hash.slice(1));
  for (const [name, field] of Object.entries(FIELDS)) {
    state[name] = words.has(name) ? field.read(words.get(name)) : field.initial;
  }
}

function write() {
  const words = new URLSearchParams();
  for (const [name, field] of Object.entries(FIELDS)) {
    const word = field.write(state[name]);
    if (word !== field.write(field.initial)) words.set(name, word);
  }
  return `#${words}`;
}

const tell = (why) => {
  for (const listener of listeners) listener(why);
};

// A new state: one step in the browser's history.
export function go(change) {
  const before = write();
  Object.assign(state, { at: null }, change);
  written = write();
  if (written === before) return;
  location.hash = written;
  tell("go");
}

// The same state seen from elsewhere: no step in the history. A page inside a notebook may not do this.
export function settle(at) {
  state.at = at;
  written = write();
  try {
    history.replaceState(null, "", written);
  } catch {
    written = null;
  }
}

export function listen(listener) {
  listeners.push(listener);
}

export function begin() {
  parse();
  window.addEventListener("hashchange", () => {
    if (location.hash === written || decodeURIComponent(location.hash) === decodeURIComponent(written ?? ""))
      return;
    written = location.hash;
    parse();
    tell("history");
  });
  document.title = meta.title;
  tell("begin");
}
