// Shortest ways between two nodes, by breadth-first search.

import { edgesOf, family, graph, otherEnd } from "./data.js";

const LONGEST = 8; // steps
const ENOUGH = 200; // ways looked at before the surest are taken
const TAKEN = 4;

export function routes(from, to) {
  const stated = search(from, to, (edge) => family(edge) === "RelationType");
  const told = search(from, to, (edge) => family(edge) !== "ResultLink");
  const keys = new Set(stated.map(keyOf));
  return [...stated, ...told.filter((way) => !keys.has(keyOf(way)))];
}

const keyOf = (way) => way.map((step) => step.node).join();

function search(from, to, allowed) {
  const before = new Map([[from, []]]);
  let ring = [from];
  for (let steps = 0; ring.length && !before.has(to) && steps < LONGEST; steps++)
    ring = widen(ring, before, allowed);
  if (!before.has(to)) return [];
  const found = unroll(from, to, before);
  return found.sort((a, b) => surety(b) - surety(a)).slice(0, TAKEN);
}

// One ring further out; each new node remembers all nodes that it was reached from.
function widen(ring, before, allowed) {
  const reached = new Map();
  for (const node of ring) {
    for (const edge of edgesOf(node)) {
      const other = otherEnd(edge, node);
      if (other >= graph.drawn || before.has(other) || !allowed(edge)) continue;
      if (!reached.has(other)) reached.set(other, new Map());
      const links = reached.get(other);
      links.set(node, [...(links.get(node) ?? []), edge]);
    }
  }
  for (const [node, links] of reached) before.set(node, [...links]);
  return [...reached.keys()];
}

// Ways back from the goal; a step is a node and the edges that led to it.
function unroll(from, to, before) {
  const found = [];
  const walk = (node, way) => {
    if (found.length >= ENOUGH) return;
    if (node === from) found.push([{ node: from, edges: [] }, ...way]);
    else for (const [previous, edges] of before.get(node)) walk(previous, [{ node, edges }, ...way]);
  };
  walk(to, []);
  return found;
}

const surety = (way) =>
  way
    .slice(1)
    .reduce((all, step) => (all * Math.max(...step.edges.map((edge) => graph.sure[edge]))) / 100, 1);
