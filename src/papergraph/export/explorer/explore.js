// The pointer and the keyboard on the map: what is under them, and what they open.

import { camera, fly, zoom } from "./camera.js";
import { graph } from "./data.js";
import { find, say } from "./dom.js";
import { focusPanel, toggleOpen } from "./panel.js";
import { lineAt, nodeAt } from "./pick.js";
import { pickOrGo } from "./searchbox.js";
import { go, state } from "./state.js";
import { factOf, hideTip, showTip } from "./tip.js";

export const pointed = { node: null }; // what the pointer or the keyboard is on

// `picture()` gives the present picture, `changed()` is told when something else is pointed at.
export function explorer(picture, changed) {
  const under = (x, y) => {
    const node = nodeAt(picture(), x, y);
    return { node, line: node === null ? lineAt(picture(), x, y) : null };
  };
  return {
    hover(x, y) {
      const { node, line } = under(x, y);
      find("map").style.cursor = node !== null || line ? "pointer" : "";
      showTip(node, line, x, y);
      if (node === pointed.node) return;
      pointed.node = node;
      changed();
    },
    leave() {
      hideTip();
      pointed.node = null;
      changed();
    },
    click(x, y) {
      const { node, line } = under(x, y);
      if (node !== null) pickOrGo(node);
      else go({ node: null, edge: line ? [line.a, line.b] : null, path: null });
    },
    doubled(x, y) {
      const { node } = under(x, y);
      if (node === null) zoom(1.8, x, y);
      else if (!state.open.includes(node)) toggleOpen(node);
    },
    grab: (x, y) => nodeAt(picture(), x, y),
    next(by) {
      const { list } = picture();
      const place = pointed.node === null ? (by > 0 ? -1 : 0) : list.indexOf(pointed.node);
      const node = list[(place + by + list.length) % list.length];
      pointed.node = node;
      fly({ x: graph.x[node], y: graph.y[node], k: camera.k });
      say(`${graph.label[node]}, ${factOf(node)}`);
    },
    openNext() {
      if (pointed.node === null) return;
      pickOrGo(pointed.node);
      focusPanel();
    },
  };
}
