// What is written on the picture, and where: labels, names of communities, words on lines, none over another.

import { toScreenX, toScreenY } from "./camera.js";
import { graph, terms } from "./data.js";
import { inSight, placeLabels, Room, takeNodes, textWidth } from "./labels.js";
import { placeNames } from "./places.js";
import { tone } from "./theme.js";

const LEADING = 26; // nodes whose labels come before all else
const FEW_WORDS = 16; // lines that say what they mean

// Who may write first: leading concepts, communities, then everyone else, now around all nodes.
export function arrangeWriting(picture, lit, scale) {
  const at = (node) => ({
    x: toScreenX(graph.x[node]),
    y: toScreenY(graph.y[node]),
    radius: graph.radius[node] * scale,
  });
  const order = inSight(lit ? [...new Set([...lit.chosen, ...lit.nodes])] : picture.list, at);
  const must = lit ? lit.chosen : new Set();
  const centre = must.size === 1 ? at([...must][0]) : null;
  const room = new Room();
  takeNodes(room, order.slice(0, LEADING), at);
  const leading = placeLabels(room, order.slice(0, LEADING), at, must, centre);
  const names = lit ? [] : placeNames(room, picture.places);
  takeNodes(room, order.slice(LEADING), at);
  const others = placeLabels(room, order.slice(LEADING), at, must, centre);
  return { labels: [...leading, ...others], names, words: lit ? placeWords(room, lit.lines) : [] };
}

// What lit lines say, where there is room beside them for the words.
function placeWords(room, lines) {
  if (lines.length > FEW_WORDS) return [];
  return lines.flatMap((line) => {
    const { ax, ay, bx, by } = endsOf(line);
    const text = [...new Set(line.edges.map((edge) => terms[graph.term[edge]].forward))].join(", ");
    const half = textWidth(text, wordFont()) / 2;
    for (const part of [0.5, 0.4, 0.3]) {
      const [x, y] = [ax + (bx - ax) * part, ay + (by - ay) * part];
      const box = [x - half, y - 7, x + half, y + 7];
      if (!room.isFree(...box)) continue;
      room.take(...box);
      return [{ text, x, y }];
    }
    return [];
  });
}

export const wordFont = () => `italic 11px ${tone.font}`;

// Where a line's first edge starts and ends on the screen.
export function endsOf(line) {
  const [head, tail] = [graph.head[line.edges[0]], graph.tail[line.edges[0]]];
  const [ax, ay] = [toScreenX(graph.x[head]), toScreenY(graph.y[head])];
  const [bx, by] = [toScreenX(graph.x[tail]), toScreenY(graph.y[tail])];
  return { ax, ay, bx, by };
}
