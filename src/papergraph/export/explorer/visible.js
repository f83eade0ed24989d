// Which nodes and lines the state asks for, and how many there are of each kind.

import {
  edgesOf,
  family,
  graph,
  isConcept,
  isPaper,
  otherEnd,
  PAPER,
  saidBy,
  terms,
  types,
  year,
} from "./data.js";
import { ALL } from "./state.js";

const FOCUS_PAPERS = 20; // papers drawn around a focused concept when papers are not on the map anyway
const NEAR = 24; // neighbours that come with a chosen node

// `trail`: nodes that are shown because a way leads over them.
export function compute(state, trail) {
  const alive = aliveEdges(state);
  const named = countPapers(alive);
  const passes = passing(state, named, alive);
  const shown = new Uint8Array(graph.drawn);
  const limit = state.show === ALL ? graph.drawn : state.show;
  if (state.focus === null) takeFirst(passes, shown, limit);
  else takeAround(state.focus, alive, passes, shown, { papers: FOCUS_PAPERS });
  for (const node of state.open) takeAround(node, alive, passes, shown);
  if (state.node !== null) takeAround(state.node, alive, passes, shown, { concepts: NEAR });
  if (state.focus === null && state.types.includes(PAPER)) takePapers(passes, alive, shown, limit);
  for (const node of [state.node, ...(state.edge ?? []), ...(state.path ?? []), ...trail])
    if (node !== null) shown[node] = 1;
  return { alive, named, passes, ...summary(shown, passes, alive) };
}

function aliveEdges(state) {
  const timed = state.from > 0 || state.to > 0;
  const within = (paper) => year(paper) >= state.from && year(paper) > 0 && year(paper) <= (state.to || 9999);
  const without = new Set(state.without);
  return Uint8Array.from(graph.head, (_, edge) =>
    graph.sure[edge] >= state.sure && !without.has(graph.term[edge]) && (!timed || saidBy(edge, within))
      ? 1
      : 0,
  );
}

function countPapers(alive) {
  const named = new Int32Array(graph.drawn);
  for (let edge = 0; edge < alive.length; edge++) {
    if (!alive[edge] || family(edge) !== "Role") continue;
    named[graph.tail[edge]]++;
    named[graph.head[edge]]++;
  }
  return named;
}

function passing(state, named, alive) {
  const kinds = types.map((_, place) => state.types.includes(place));
  const filtered = state.from > 0 || state.to > 0 || state.sure > 0;
  return Uint8Array.from({ length: graph.drawn }, (_, node) => {
    if (isPaper(node)) return !filtered || (named[node] && inYears(state, node)) ? 1 : 0;
    if (!kinds[graph.kind[node]]) return 0;
    return (alive && filtered ? named[node] : graph.papers[node]) >= state.papers ? 1 : 0;
  });
}

const inYears = (state, paper) =>
  !(state.from || state.to) ||
  (year(paper) >= state.from && year(paper) > 0 && year(paper) <= (state.to || 9999));

function takeFirst(passes, shown, limit) {
  let left = limit;
  for (let node = 0; node < graph.concepts && left > 0; node++) {
    if (passes[node]) {
      shown[node] = 1;
      left--;
    }
  }
}

function takeAround(centre, alive, passes, shown, { concepts = graph.concepts, papers = 0 } = {}) {
  shown[centre] = 1;
  const left = { concepts, papers };
  const edges = [...edgesOf(centre)].sort(
    (a, b) => graph.term[a] - graph.term[b] || graph.sure[b] - graph.sure[a],
  );
  for (const edge of edges) {
    const node = otherEnd(edge, centre);
    if (!alive[edge] || node >= graph.drawn || !passes[node]) continue;
    const kind = isConcept(node) ? "concepts" : "papers";
    if (!shown[node] && left[kind]-- > 0) shown[node] = 1;
  }
}

function takePapers(passes, alive, shown, limit) {
  const joins = new Int32Array(graph.drawn);
  for (let edge = 0; edge < alive.length; edge++) {
    if (alive[edge] && family(edge) === "Role" && shown[graph.tail[edge]]) joins[graph.head[edge]]++;
  }
  const found = [];
  for (let node = graph.concepts; node < graph.drawn; node++)
    if (joins[node] && passes[node]) found.push(node);
  found.sort((a, b) => joins[b] - joins[a] || a - b);
  for (const node of found.slice(0, limit)) shown[node] = 1;
}

function summary(shown, passes, alive) {
  const list = [];
  for (let node = 0; node < graph.drawn; node++) if (shown[node]) list.push(node);
  const byType = types.map(() => ({ shown: 0, of: 0 }));
  for (let node = 0; node < graph.drawn; node++) {
    const counts = byType[graph.kind[node]];
    counts.shown += shown[node];
    counts.of += passes[node];
  }
  const byTerm = terms.map(() => 0);
  for (let edge = 0; edge < alive.length; edge++) {
    if (alive[edge] && shown[graph.head[edge]] && shown[graph.tail[edge]]) byTerm[graph.term[edge]]++;
  }
  return { shown, list, lines: lines(shown, alive), byType, byTerm };
}

// One line between two nodes, however many edges join them; the most salient ends first.
function lines(shown, alive) {
  const found = new Map();
  for (let edge = 0; edge < alive.length; edge++) {
    const head = graph.head[edge];
    const tail = graph.tail[edge];
    if (!alive[edge] || !shown[head] || !shown[tail] || head === tail) continue;
    const key = Math.min(head, tail) * graph.drawn + Math.max(head, tail);
    const line = found.get(key);
    if (line) line.edges.push(edge);
    else found.set(key, { a: Math.min(head, tail), b: Math.max(head, tail), edges: [edge] });
  }
  return [...found.values()].sort((one, other) => one.b - other.b);
}
