// The keyboard: letters anywhere but in a field, arrows and signs on the map.

import { pan, zoom } from "./camera.js";
import { find } from "./dom.js";
import { closePanel, toggleFocus, toggleOpen } from "./panel.js";
import { focusSearch, stopPicking } from "./searchbox.js";
import { go, state } from "./state.js";

const STEP = 80; // pixels
const typing = (target) => target.matches("input:not([type=checkbox]):not([type=range]), select, textarea");

export function listenToKeys({ fit, next, openNext }) {
  const anywhere = {
    "/": focusSearch,
    "?": () => find("help").showModal(),
    t: () => go({ view: state.view === "table" ? "map" : "table" }),
    f: () => state.node !== null && toggleFocus(state.node),
    e: () => state.node !== null && toggleOpen(state.node),
    Escape: back,
  };
  const onMap = {
    ArrowLeft: () => pan(STEP, 0),
    ArrowRight: () => pan(-STEP, 0),
    ArrowUp: () => pan(0, STEP),
    ArrowDown: () => pan(0, -STEP),
    "+": () => zoom(1.4),
    "=": () => zoom(1.4),
    "-": () => zoom(1 / 1.4),
    0: fit,
    n: () => next(1),
    p: () => next(-1),
    Enter: openNext,
  };
  const listen = (where, actions) =>
    where.addEventListener("keydown", (event) => {
      const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!action || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (find("help").open) return;
      event.preventDefault();
      action();
    });
  listen(document, anywhere);
  listen(find("map"), onMap);
}

// Escape closes the last thing that was opened.
function back() {
  if (stopPicking()) return;
  if (state.node !== null || state.edge || state.path) closePanel();
  else if (state.view === "table") go({ view: "map" });
  else if (state.focus !== null) go({ focus: null });
}
