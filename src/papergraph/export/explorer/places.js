// Where the communities' names stand: amid their shown concepts, larger for larger ones.

import { camera, toScreenX, toScreenY } from "./camera.js";
import { communities, graph, isConcept } from "./data.js";
import { textWidth } from "./labels.js";
import { shorten } from "./text.js";
import { tone } from "./theme.js";

const LEAST = 5; // concepts shown that make a place worth naming
const CROWD = 600; // nodes beyond which the ground stays plain
const MOST = 14;

export function places(list) {
  const sums = communities.map((_, community) => ({ community, x: 0, y: 0, weight: 0, members: 0 }));
  for (const node of list) {
    if (!isConcept(node)) continue;
    const sum = sums[graph.community[node]];
    const weight = graph.radius[node];
    sum.x += weight * graph.x[node];
    sum.y += weight * graph.y[node];
    sum.weight += weight;
    sum.members++;
  }
  const found = sums.filter((sum) => sum.members >= LEAST).sort((a, b) => b.members - a.members);
  return found.slice(0, MOST).map(({ community, x, y, weight, members }) => ({
    community,
    x: x / weight,
    y: y / weight,
    size: (14 + 9 * Math.sqrt(members / found[0].members)) * Math.min(1, Math.max(0.7, camera.width / 1000)),
  }));
}

// The concepts of each community that is large enough to colour the ground, with its tint.
export function regions(list) {
  if (list.length > CROWD) return [];
  const found = new Map();
  for (const node of list) {
    if (!isConcept(node)) continue;
    if (!found.has(graph.community[node])) found.set(graph.community[node], []);
    found.get(graph.community[node]).push(node);
  }
  return [...found]
    .filter(([, nodes]) => nodes.length >= LEAST)
    .map(([community, nodes]) => ({
      nodes,
      tint: `hsl(${Math.round(community * 137.5) % 360} 45% 50% / 8%)`,
    }));
}

const SHIFTS = [0, -1.5, 1.5, -3, 3, -4.5, 4.5]; // in heights of a line

// Where each name finds room on the screen, at its place or a little above or below.
export function placeNames(room, named) {
  const placed = [];
  for (const { community, x, y, size } of named) {
    const font = `italic 500 ${Math.round(size)}px ${tone.serif}`;
    const words = communities[community].map((node) => shorten(graph.label[node], 26));
    const half = Math.max(...words.map((word) => textWidth(word, font))) / 2;
    const box = (top) => [toScreenX(x) - half, top - size * 1.2, toScreenX(x) + half, top + size * 1.2];
    if (toScreenX(x) - half < camera.box.left || toScreenX(x) + half > camera.box.right) continue;
    const shift = SHIFTS.find((lines) => room.isFree(...box(toScreenY(y) + lines * size)));
    if (shift === undefined) continue;
    const middle = toScreenY(y) + shift * size;
    room.take(...box(middle));
    placed.push({ words, font, size, x: toScreenX(x), y: middle });
  }
  return placed;
}
