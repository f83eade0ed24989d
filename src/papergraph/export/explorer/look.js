// Where to look after a change of state: as the link says, at what was chosen, or at everything.

import { around, camera, fly, jump, recentre } from "./camera.js";
import { graph } from "./data.js";
import { litBy } from "./lit.js";
import { initial, settle, state } from "./state.js";
import { trailNodes } from "./trail.js";

const WATCHED = ["node", "edge", "path", "way", "focus", "show", "open"];
const NEAREST = 2.5; // times the overview's scale
const FURTHEST = 0.7;
let last = watched(initial());

export function look(picture, why) {
  const first = why === "begin";
  const now = watched(state);
  const changed = (...names) => names.some((name) => now[name] !== last[name]);
  if (first) camera.home = frame(picture.list).k;
  const to = state.at && why !== "go" ? state.at : target(picture, changed, first);
  last = now;
  if (!to) {
    recentre();
    remember();
  } else if (first) jump(to);
  else fly(to);
}

function watched(values) {
  return Object.fromEntries(WATCHED.map((name) => [name, JSON.stringify(values[name])]));
}

export const remember = () => settle({ x: camera.x, y: camera.y, k: camera.k });

function target(picture, changed, first) {
  if (state.path && changed("path", "way")) return near(trailNodes(state.path, state.way));
  if (state.edge && changed("edge")) return near(state.edge);
  if (changed("focus", "show", "open")) return frame(picture.list);
  if (state.node !== null && changed("node")) return closeUp(picture, state.node);
  return first ? frame(picture.list) : null;
}

// The chosen node with its neighbours, as near as is comfortable; alone in the middle if they are far away.
function closeUp(picture, node) {
  const view = near(litBy(picture, null)?.nodes ?? [node]);
  return view.k < camera.home * FURTHEST ? { x: graph.x[node], y: graph.y[node], k: camera.home } : view;
}

function near(nodes) {
  const view = frame(nodes);
  return { ...view, k: Math.min(view.k, camera.home * NEAREST) };
}

export function frame(nodes) {
  const along = (axis) => Array.from(nodes, (node) => graph[axis][node]);
  return around(along("x"), along("y"));
}
