// The switch that lets nodes move: springs along lines, repulsion between near nodes, a pull towards where they were.

import { graph } from "./data.js";

const home = { x: graph.x.slice(), y: graph.y.slice() };
const rest = { x: graph.x.slice(), y: graph.y.slice() }; // at home, or where a focused neighbourhood was laid out
const speed = { x: new Float32Array(graph.drawn), y: new Float32Array(graph.drawn) };
const REACH = 1400; // world units within which nodes repel each other
const PUSH = 90;
const SPRING = 0.004;
const HOME = 0.01;
const DRAG = 0.82;

export const physics = { on: false, held: null };

export function step(picture) {
  for (const { a, b } of picture.lines) {
    for (const axis of ["x", "y"]) {
      const pull = (graph[axis][b] - graph[axis][a]) * SPRING;
      speed[axis][a] += pull;
      speed[axis][b] -= pull;
    }
  }
  repel(picture.list);
  for (const node of picture.list) {
    for (const axis of ["x", "y"]) {
      speed[axis][node] = (speed[axis][node] + (rest[axis][node] - graph[axis][node]) * HOME) * DRAG;
      if (node !== physics.held) graph[axis][node] += speed[axis][node];
    }
  }
}

function repel(list) {
  const cells = new Map();
  const cellOf = (node) => [Math.floor(graph.x[node] / REACH), Math.floor(graph.y[node] / REACH)];
  for (const node of list) {
    const [i, j] = cellOf(node);
    const key = i * 4096 + j;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(node);
  }
  for (const node of list) {
    const [i, j] = cellOf(node);
    for (const key of [i - 1, i, i + 1].flatMap((row) => [
      row * 4096 + j - 1,
      row * 4096 + j,
      row * 4096 + j + 1,
    ])) {
      for (const other of cells.get(key) ?? []) push(node, other);
    }
  }
}

function push(node, other) {
  const [dx, dy] = [graph.x[node] - graph.x[other], graph.y[node] - graph.y[other]];
  const distance = Math.hypot(dx, dy);
  if (distance === 0 || distance > REACH) return;
  const force = (PUSH * (1 - distance / REACH)) / distance;
  speed.x[node] += dx * force;
  speed.y[node] += dy * force;
}

// Put every node at home, but those that `move` then moves, and let physics leave them there.
export function layOut(move) {
  graph.x.set(home.x);
  graph.y.set(home.y);
  move();
  for (const axis of ["x", "y"]) {
    rest[axis].set(graph[axis]);
    speed[axis].fill(0);
  }
}
