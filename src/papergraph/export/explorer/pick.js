// What lies under a point of the screen. A look at every shown node takes a tenth of a millisecond.

import { toScreenX, toScreenY } from "./camera.js";
import { graph } from "./data.js";
import { nodeScale } from "./draw.js";

const SLACK = 5; // pixels beside a node that still count
const LINE_SLACK = 4;

export function nodeAt(picture, x, y) {
  const scale = nodeScale(picture.list.length);
  let best = null;
  let nearest = 0;
  for (const node of picture.list) {
    const distance = Math.hypot(toScreenX(graph.x[node]) - x, toScreenY(graph.y[node]) - y);
    const outside = distance - graph.radius[node] * scale - SLACK;
    if (outside < nearest) [best, nearest] = [node, outside];
  }
  return best;
}

export function lineAt(picture, x, y) {
  let best = null;
  let nearest = LINE_SLACK;
  for (const line of picture.lines) {
    const distance = toSegment(x, y, line.a, line.b);
    if (distance < nearest) [best, nearest] = [line, distance];
  }
  return best;
}

function toSegment(x, y, a, b) {
  const [ax, ay] = [toScreenX(graph.x[a]), toScreenY(graph.y[a])];
  const [dx, dy] = [toScreenX(graph.x[b]) - ax, toScreenY(graph.y[b]) - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}
