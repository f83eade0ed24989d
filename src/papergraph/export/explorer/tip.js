// The few words beside the pointer.

import { camera } from "./camera.js";
import { graph, isConcept, typeOf } from "./data.js";
import { el, find } from "./dom.js";
import { counted, shorten } from "./text.js";

const box = find("tip");

export const factOf = (node) =>
  isConcept(node) ? `${typeOf(node).name}, ${counted(graph.papers[node], "paper")}` : "Paper";

export function showTip(node, line, x, y) {
  box.hidden = node === null && !line;
  if (box.hidden) return;
  const words = line
    ? [`${shorten(graph.label[line.a], 60)} — ${shorten(graph.label[line.b], 60)}`]
    : [el("b", {}, shorten(graph.label[node], 120)), el("span", {}, factOf(node))];
  box.replaceChildren(...words);
  box.style.left = `${Math.min(x + 14, camera.width - 260)}px`;
  box.style.top = `${Math.min(y + 14, camera.height - 70)}px`;
}

export function hideTip() {
  box.hidden = true;
}
