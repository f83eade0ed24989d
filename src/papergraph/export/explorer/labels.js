// Which labels find room: the most important first, none over another.

import { camera } from "./camera.js";
import { graph, isConcept } from "./data.js";
import { shorten } from "./text.js";
import { tone } from "./theme.js";

const CELL = 48;
const MOST = 260; // labels drawn at once
const TRIED = 1500;
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

// `order` holds nodes, most important first; those in `must` are written whatever is beneath.
export function placeLabels(order, must, at) {
  const room = new Room();
  const placed = [];
  let tried = 0;
  for (const node of order) {
    const { x, y, radius } = at(node);
    if (x < -40 || y < -20 || x > camera.width + 40 || y > camera.height + 20) continue;
    if (++tried > TRIED || placed.length >= MOST) break;
    const size = fontSize(radius, must.has(node));
    const font = `${must.has(node) || radius > 13 ? 600 : 500} ${size}px ${tone.font}`;
    const text = shorten(graph.label[node], isConcept(node) ? 38 : 52);
    const label = fitted(room, text, font, size, x, y, radius, must.has(node));
    if (label) placed.push({ node, font, text, ...label });
  }
  return placed;
}

const fontSize = (radius, important) => Math.round(Math.min(Math.max(10.5 + radius / 4, important ? 13 : 11), 17));

// Below the node, else to its right, left or above.
function fitted(room, text, font, size, x, y, radius, must) {
  const width = textWidth(text, font);
  const gap = radius + 3;
  const spots = [
    [x - width / 2, y + gap],
    [x + gap, y - size / 2],
    [x - gap - width, y - size / 2],
    [x - width / 2, y - gap - size],
  ];
  for (const [left, top] of spots) {
    if (room.isFree(left - 4, top - 2, left + width + 4, top + size + 2)) {
      room.take(left - 4, top - 2, left + width + 4, top + size + 2);
      return { left, top };
    }
  }
  return must ? { left: spots[0][0], top: spots[0][1] } : null;
}
