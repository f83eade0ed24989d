// Which labels find room: the most important first, none over another.

import { camera } from "./camera.js";
import { graph, isConcept } from "./data.js";
import { shorten } from "./text.js";
import { tone } from "./theme.js";

const CELL = 48;
const MOST = 100; // labels drawn at once
const TRIED = 1200;
const SMALL = 3; // pixels of radius; smaller nodes may be written over
const AIR = 8; // pixels between labels on a line
const widths = new Map();
const ruler = document.createElement("canvas").getContext("2d");

export function textWidth(text, font) {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ruler.font = font;
    width = ruler.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

// Rectangles already taken, by the cells of a coarse grid that they touch.
export class Room {
  constructor() {
    this.cells = new Map();
  }

  *touched(left, top, right, bottom) {
    for (let i = Math.floor(left / CELL); i <= Math.floor(right / CELL); i++) {
      for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j++) yield i * 4096 + j;
    }
  }

  isFree(left, top, right, bottom) {
    for (const cell of this.touched(left, top, right, bottom)) {
      for (const box of this.cells.get(cell) ?? []) {
        if (left < box[2] && right > box[0] && top < box[3] && bottom > box[1]) return false;
      }
    }
    return true;
  }

  take(left, top, right, bottom) {
    for (const cell of this.touched(left, top, right, bottom)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([left, top, right, bottom]);
    }
  }
}

const inside = ({ x, y }) => {
  const { left, top, right, bottom } = camera.box;
  return x > left && x < right && y > top && y < bottom;
};

// Places for the labels of `nodes`, most important first; those in `must` are written whatever is beneath.
// A label covers nothing that has taken room. `centre` is a point that labels rather point away from, or null.
export function placeLabels(room, nodes, at, must, centre) {
  const placed = [];
  for (const node of nodes) {
    if (placed.length >= MOST) break;
    const label = labelOf(room, node, at(node), must.has(node), centre);
    if (label) placed.push(label);
  }
  return placed;
}

export function takeNodes(room, nodes, at) {
  for (const node of nodes) {
    const { x, y, radius } = at(node);
    if (radius > SMALL) room.take(x - radius, y - radius, x + radius, y + radius);
  }
}

// The nodes in sight whose labels are worth trying.
export const inSight = (nodes, at) => nodes.filter((node) => inside(at(node))).slice(0, TRIED);

function labelOf(room, node, { x, y, radius }, must, centre) {
  const size = Math.round(Math.min(Math.max(10 + radius / 4, must ? 13 : 11), 16));
  const font = `${must || radius > 12 ? 600 : 450} ${size}px ${tone.font}`;
  const text = shorten(graph.label[node], isConcept(node) ? 34 : 40);
  const width = textWidth(text, font);
  const spot = spots(x, y, radius + 3, width, size, centre).find(
    ([left, top]) =>
      left > camera.box.left + 4 &&
      left + width < camera.box.right - 4 &&
      room.isFree(left - 2, top - 2, left + width + 2, top + size + 2),
  );
  if (!spot && !must) return null;
  const [left, top] = spot ?? [x - width / 2, y + radius + 3];
  room.take(left - AIR, top - 2, left + width + AIR, top + size + 2);
  return { node, font, text, left, top };
}

// Below, to the right, to the left or above; away from the centre first where there is one.
function spots(x, y, gap, width, size, centre) {
  const below = [x - width / 2, y + gap];
  const right = [x + gap, y - size / 2];
  const left = [x - gap - width, y - size / 2];
  const above = [x - width / 2, y - gap - size];
  if (!centre || Math.hypot(x - centre.x, y - centre.y) < 2 * gap) return [below, right, left, above];
  if (Math.abs(x - centre.x) < Math.abs(y - centre.y) / 3)
    return y > centre.y ? [below, right, left] : [above, right, left];
  return x < centre.x ? [left, below, above, right] : [right, below, above, left];
}
