// The graph as it came with the page: columns by node and by edge. Nodes are numbered concepts first,
// most salient first, then papers, then results.

import { find } from "./dom.js";

const raw = JSON.parse(find("data").textContent);

export const meta = raw.meta;
export const types = raw.vocabulary.types;
export const terms = raw.vocabulary.terms;
export const PAPER = types.findIndex((type) => type.name === "Paper");

const concepts = raw.concepts.id.length;
const papers = raw.papers.id.length;
const typeNumber = new Map(types.map((type, place) => [type.name, place]));
const yearOf = (date) => (date ? Number.parseInt(date.slice(0, 4), 10) || 0 : 0);

export const graph = {
  concepts,
  drawn: concepts + papers, // concepts and papers have a place on the map, results have none
  id: [...raw.concepts.id, ...raw.papers.id, ...raw.results.id],
  label: [...raw.concepts.label, ...raw.papers.label, ...raw.results.written],
  kind: Uint8Array.from([...raw.concepts.group, ...raw.papers.group], (name) => typeNumber.get(name)),
  x: Float32Array.from([...raw.concepts.x, ...raw.papers.x]),
  y: Float32Array.from([...raw.concepts.y, ...raw.papers.y]),
  papers: raw.concepts.papers,
  first: raw.concepts.first,
  last: raw.concepts.last,
  community: raw.concepts.community,
  names: raw.concepts.names,
  head: Int32Array.from(raw.edges.head),
  tail: Int32Array.from(raw.edges.tail),
  term: Uint8Array.from(raw.edges.term),
  sure: Uint8Array.from(raw.edges.sure),
};

const years = Int16Array.from(raw.papers.date, yearOf);
const most = graph.papers.reduce((a, b) => Math.max(a, b), 1);
graph.radius = Float32Array.from({ length: graph.drawn }, (_, node) =>
  node < concepts ? 2.8 + 14 * Math.sqrt(graph.papers[node] / most) : 3,
);

export const isConcept = (node) => node < concepts;
export const isPaper = (node) => node >= concepts && node < graph.drawn;
export const family = (edge) => terms[graph.term[edge]].family;
export const year = (paper) => years[paper - concepts];
export const date = (paper) => raw.papers.date[paper - concepts];
export const address = (paper) => raw.papers.url[paper - concepts];
export const links = (paper) => raw.papers.links[paper - concepts];
export const text = (paper) => raw.papers.text[paper - concepts];
export const paperNodes = () => Array.from({ length: papers }, (_, place) => concepts + place);
export const typeOf = (node) => types[graph.kind[node]];

const numbers = new Map(graph.id.map((id, node) => [id, node]));
export const nodeOf = (id) => numbers.get(id) ?? null;

// Edges by node, both directions, as one run each.
const starts = new Int32Array(graph.id.length + 1);
for (const ends of [graph.head, graph.tail]) for (const node of ends) starts[node + 1]++;
for (let node = 0; node < graph.id.length; node++) starts[node + 1] += starts[node];
const runs = new Int32Array(2 * graph.head.length);
const next = starts.slice();
for (let edge = 0; edge < graph.head.length; edge++) {
  runs[next[graph.head[edge]]++] = edge;
  runs[next[graph.tail[edge]]++] = edge;
}
export const edgesOf = (node) => runs.subarray(starts[node], starts[node + 1]);
export const otherEnd = (edge, node) => (graph.head[edge] === node ? graph.tail[edge] : graph.head[edge]);

// Evidence is one run of numbers: see payload.py.
const run = raw.edges.evidence;
const evidenceAt = new Int32Array(graph.head.length);
for (let edge = 0, at = 0; edge < evidenceAt.length; edge++) {
  evidenceAt[edge] = at;
  let left = run[at++];
  while (left--) at += 5 + 2 * run[at + 4];
}

export function evidence(edge) {
  let at = evidenceAt[edge];
  return Array.from({ length: run[at++] }, () => {
    const [paper, start, length, sure, marks] = run.slice(at, at + 5);
    at += 5;
    const place = { paper, start, end: start + length, sure, marks: [] };
    for (let mark = 0; mark < marks; mark++, at += 2) {
      place.marks.push([start + run[at], start + run[at] + run[at + 1]]);
    }
    return place;
  });
}

// Whether any paper behind an edge passes; spares making objects for each.
export function saidBy(edge, passes) {
  let at = evidenceAt[edge];
  for (let left = run[at++]; left > 0; left--, at += 5 + 2 * run[at + 4]) if (passes(run[at])) return true;
  return false;
}

export const results = raw.results.id.map((_, place) => ({
  node: graph.drawn + place,
  written: raw.results.written[place],
  value: Number.parseFloat(raw.results.value[place]),
  kind: raw.results.kind[place],
}));

for (const result of results) {
  for (const edge of edgesOf(result.node)) result[terms[graph.term[edge]].name] = graph.tail[edge];
  result.edge = edgesOf(result.node)[0];
}

// A community is called by its two leading concepts.
export const communities = [];
for (let node = 0; node < concepts; node++) {
  communities[graph.community[node]] ??= [];
  const leading = communities[graph.community[node]];
  if (leading.length < 2) leading.push(node);
}
