// What the page shows, kept in the address after #, so that every state has a link and history works.

import { graph, meta, nodeOf, terms, types } from "./data.js";

export const FOLD = 300; // concepts shown at first
export const ALL = 0;
const SURE = 55; // per cent: of the relations that are shown at first, two in three are right (the model card)

export const state = {};
const listeners = [];
let written = null; // the address as this page has put it last; null where it may not

// How each part of the state is read from the words that stand for it in the address, and written as such.
const one = (read, write, initial) => ({
  read: ([word]) => read(word) ?? initial,
  write: (value) => (value === null ? [] : [write(value)]),
  initial,
});
const several = (read, write, initial) => ({
  read: (words) => words.map(read).filter((value) => value !== null),
  write: (values) => values.map(write),
  initial,
});
const idOf = (node) => graph.id[node];
const node = one(nodeOf, idOf, null);
const pair = {
  read: (words) =>
    words.length === 2 && words.every((word) => nodeOf(word) !== null) ? words.map(nodeOf) : null,
  write: (value) => (value ?? []).map(idOf),
  initial: null,
};
const whole = (word) => (/^\d+$/.test(word) ? Number.parseInt(word, 10) : null);
const amount = (initial) => one(whole, String, initial);
const placeIn = (things) => (word) => {
  const place = things.findIndex((thing) => thing.name === word);
  return place < 0 ? null : place;
};
const among = (things, initial) => several(placeIn(things), (place) => things[place].name, initial);
const choice = (...words) => one((word) => (words.includes(word) ? word : null), String, words[0]);
const drawnTypes = types.flatMap((type, place) => (type.name === "Paper" ? [] : [place]));

const FIELDS = {
  node,
  edge: pair,
  path: pair,
  way: amount(0),
  focus: node,
  open: several(nodeOf, idOf, []),
  show: one(
    (word) => (word === "all" ? ALL : Number.parseInt(word, 10) || null),
    (count) => (count === ALL ? "all" : String(count)),
    FOLD,
  ),
  types: among(types, drawnTypes),
  without: among(terms, []),
  from: amount(0),
  to: amount(0),
  papers: amount(1),
  sure: amount(SURE),
  view: choice("map", "table"),
  tab: choice("concepts", "papers", "relations", "results"),
  at: one(readView, (at) => `${at.x.toFixed(0)} ${at.y.toFixed(0)} ${at.k.toPrecision(3)}`, null),
};

function readView(word) {
  const [x, y, k] = word.split(" ").map(Number);
  return Number.isFinite(x) && Number.isFinite(y) && k > 0 ? { x, y, k } : null;
}

export const initial = () =>
  Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, field.initial]));

function parse() {
  const words = new URLSearchParams(location.hash.slice(1));
  for (const [name, field] of Object.entries(FIELDS)) {
    state[name] = words.has(name) ? field.read(words.getAll(name)) : field.initial;
  }
}

function write() {
  const words = new URLSearchParams();
  for (const [name, field] of Object.entries(FIELDS)) {
    const now = field.write(state[name]);
    if (String(now) === String(field.write(field.initial))) continue;
    for (const word of now.length ? now : [""]) words.append(name, word);
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

const spelled = (hash) => new URLSearchParams(hash.slice(1)).toString();
const same = (one, other) => spelled(one) === spelled(other);

// The same state seen from elsewhere: no step in the history. A page inside a notebook may not do this.
export function settle(at) {
  if (written !== null && !same(location.hash, written)) return; // an address just opened is read first
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
  written = location.hash;
  window.addEventListener("hashchange", () => {
    if (written !== null && same(location.hash, written)) return;
    written = location.hash;
    parse();
    tell("history");
  });
  document.title = meta.title;
  tell("begin");
}
