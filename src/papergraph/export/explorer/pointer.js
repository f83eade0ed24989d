// Mouse, pen and fingers on the map.

import { pan, toWorld, zoom } from "./camera.js";
import { graph } from "./data.js";
import { find } from "./dom.js";
import { physics } from "./physics.js";

const STILL = 4; // pixels of movement that still make a click
const map = find("map");
const down = new Map(); // pointers on the map, by id
let travelled = 0;

// `hover(x, y)` and `click(x, y)` are told points of the window; `grab(x, y)` gives a node to drag or null.
export function listenToPointer({ hover, leave, click, doubled, grab }) {
  map.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016)), event.clientX, event.clientY);
    },
    { passive: false },
  );
  map.addEventListener("pointerdown", (event) => {
    map.setPointerCapture(event.pointerId);
    if (down.size === 0) {
      travelled = 0;
      physics.held = physics.on ? grab(event.clientX, event.clientY) : null;
    }
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  map.addEventListener("pointermove", (event) => {
    if (down.has(event.pointerId)) drag(event);
    else hover(event.clientX, event.clientY);
  });
  const up = (event) => {
    if (!down.delete(event.pointerId) || down.size) return;
    physics.held = null;
    if (event.type === "pointerup" && travelled < STILL) click(event.clientX, event.clientY);
  };
  map.addEventListener("pointerup", up);
  map.addEventListener("pointercancel", up);
  map.addEventListener("pointerleave", leave);
  map.addEventListener("dblclick", (event) => doubled(event.clientX, event.clientY));
}

function drag(event) {
  const before = down.get(event.pointerId);
  const now = { x: event.clientX, y: event.clientY };
  down.set(event.pointerId, now);
  travelled += Math.hypot(now.x - before.x, now.y - before.y);
  if (down.size === 2) pinch(event.pointerId, before, now);
  else if (physics.held !== null) {
    const { x, y } = toWorld(now.x, now.y);
    graph.x[physics.held] = x;
    graph.y[physics.held] = y;
  } else if (travelled >= STILL) pan(now.x - before.x, now.y - before.y);
}

function pinch(id, before, now) {
  const [other] = [...down].filter(([one]) => one !== id).map(([, at]) => at);
  const apart = (at) => Math.hypot(at.x - other.x, at.y - other.y) || 1;
  pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  zoom(apart(now) / apart(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
}
