// Joins the parts: state decides the picture, the picture is drawn, people change the state.

import { around, camera, fly, jump, recentre, resize, watch, zoom } from "./camera.js";
import { graph, isConcept, meta, paperNodes, results, typeOf } from "./data.js";
import { el, find, say } from "./dom.js";
import { draw } from "./draw.js";
import { arrange } from "./ego.js";
import { buildFilters, filtered, renderFilters } from "./filters.js";
import { savePng, saveSvg } from "./image.js";
import { listenToKeys } from "./keys.js";
import { renderLegend } from "./legend.js";
import { litBy } from "./lit.js";
import { focusPanel, renderPanel, toggleOpen } from "./panel.js";
import { goHome, physics, step } from "./physics.js";
import { lineAt, nodeAt } from "./pick.js";
import { places } from "./places.js";
import { listenToPointer } from "./pointer.js";
import { focusSearch, pickOrGo, startSearch } from "./searchbox.js";
import { ALL, begin, FOLD, go, listen, settle, state } from "./state.js";
import { renderTable, saveTable } from "./table.js";
import { counted, number, shorten } from "./text.js";
import { readTone } from "./theme.js";
import { trailNodes } from "./trail.js";
import { compute } from "./visible.js";

const map = find("map");
const pen = map.getContext("2d", { alpha: false });
let picture = null;
let hovered = null;
let waiting = false;

function paint() {
  waiting = false;
  if (physics.on) {
    step(picture);
    picture.places = places(picture.list);
  }
  const ratio = window.devicePixelRatio || 1;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw(pen, picture, litBy(picture, hovered), !camera.moving);
  if (physics.on) invalidate();
}

function invalidate() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(paint);
}

function sizeCanvas() {
  resize();
  const ratio = window.devicePixelRatio || 1;
  map.width = Math.round(camera.width * ratio);
  map.height = Math.round(camera.height * ratio);
  recentre();
  invalidate();
}

function render(why) {
  const trail = state.path ? trailNodes(state.path, state.way) : [];
  picture = compute(state, trail);
  hovered = null;
  renderLegend(picture);
  renderFilters(picture);
  renderCounts();
  renderTable(picture);
  renderPanel();
  recentre();
  arrange(picture.list, state.focus);
  picture.places = state.focus === null ? places(picture.list) : [];
  look(why);
  invalidate();
}

// Where to look after a change of state: as the link says, at what was chosen, or at everything.
let last = {};
function look(why) {
  const now = {
    node: state.node,
    edge: state.edge,
    path: state.path,
    focus: state.focus,
    way: state.way,
    show: state.show,
    open: state.open,
  };
  const changed = (...names) =>
    names.some((name) => JSON.stringify(now[name]) !== JSON.stringify(last[name]));
  const first = why === "begin";
  if (first) homeScale();
  const to = state.at && why !== "go" ? state.at : target(changed, first);
  last = now;
  if (!to) {
    recentre();
    settle({ x: camera.x, y: camera.y, k: camera.k });
  } else if (first) jump(to);
  else fly(to);
}

function target(changed, first) {
  if (state.path && changed("path", "way")) return frame(trailNodes(state.path, state.way));
  if (state.edge && changed("edge")) return frame(state.edge);
  if (changed("focus", "show", "open")) return frame(picture.list);
  if (state.node !== null && changed("node")) {
    return closeUp(state.node);
  }
  return first ? frame(picture.list) : null;
}

// The chosen node with its neighbours, as near as is comfortable; alone in the middle if they are far away.
function closeUp(node) {
  const near = frame(litBy(picture, null)?.nodes ?? [node]);
  const [nearest, furthest] = [camera.home * 2.5, camera.home * 0.7];
  if (near.k < furthest) return { x: graph.x[node], y: graph.y[node], k: camera.home };
  return { ...near, k: Math.min(near.k, nearest) };
}

const frame = (nodes) =>
  around(
    Array.from(nodes, (node) => graph.x[node]),
    Array.from(nodes, (node) => graph.y[node]),
  );

function homeScale() {
  camera.home = frame(picture.list).k;
}

function renderCounts() {
  const concepts = picture.list.filter(isConcept).length;
  const papers = picture.list.length - concepts;
  let passing = 0;
  for (let node = 0; node < graph.concepts; node++) passing += picture.passes[node];
  const all = filtered() ? ` (${number(graph.concepts)} without filters)` : "";
  const alsoPapers = papers ? ` and ${counted(papers, "paper")}` : "";
  find("counts").textContent =
    `Showing ${number(concepts)} of ${counted(passing, "concept")}${all}${alsoPapers}, ${counted(picture.lines.length, "line")}`;
  const folded = state.focus === null && state.show !== ALL && passing > state.show;
  find("more").hidden = !folded;
  find("all").hidden = !folded;
  find("overview").hidden = state.focus === null && state.show === FOLD && !state.open.length;
}

function hover(x, y) {
  const node = nodeAt(picture, x, y);
  const line = node === null ? lineAt(picture, x, y) : null;
  map.style.cursor = node !== null || line ? "pointer" : "";
  tip(node, line, x, y);
  if (node === hovered) return;
  hovered = node;
  invalidate();
}

function tip(node, line, x, y) {
  const box = find("tip");
  box.hidden = node === null && !line;
  if (box.hidden) return;
  box.replaceChildren(
    ...(line
      ? [`${shorten(graph.label[line.a], 60)} — ${shorten(graph.label[line.b], 60)}`]
      : [el("b", {}, shorten(graph.label[node], 120)), fact(node)]),
  );
  box.style.left = `${Math.min(x + 14, camera.width - 260)}px`;
  box.style.top = `${Math.min(y + 14, camera.height - 70)}px`;
}

const fact = (node) =>
  el("span", {}, isConcept(node) ? `${typeOf(node).name}, ${counted(graph.papers[node], "paper")}` : "Paper");

function leave() {
  hovered = null;
  find("tip").hidden = true;
  invalidate();
}

function click(x, y) {
  const node = nodeAt(picture, x, y);
  const line = node === null ? lineAt(picture, x, y) : null;
  if (node !== null) pickOrGo(node);
  else if (line) go({ node: null, edge: [line.a, line.b], path: null });
  else go({ node: null, edge: null, path: null });
}

function doubled(x, y) {
  const node = nodeAt(picture, x, y);
  if (node === null) zoom(1.8, x, y);
  else if (!state.open.includes(node)) toggleOpen(node);
}

// Stepping through the shown concepts by the keyboard.
function next(by) {
  const list = picture.list;
  const place = hovered === null ? (by > 0 ? -1 : 0) : list.indexOf(hovered);
  hovered = list[(place + by + list.length) % list.length];
  const node = hovered;
  fly({ x: graph.x[node], y: graph.y[node], k: camera.k });
  hovered = node;
  say(
    `${graph.label[node]}, ${isConcept(node) ? `${typeOf(node).name}, ${counted(graph.papers[node], "paper")}` : "Paper"}`,
  );
}

function openNext() {
  if (hovered === null) return;
  pickOrGo(hovered);
  focusPanel();
}

const fit = () => fly(frame(picture.list));

function togglePhysics() {
  physics.on = !physics.on;
  find("physics-toggle").setAttribute("aria-pressed", String(physics.on));
  if (!physics.on) {
    goHome();
    picture.places = places(picture.list);
  }
  invalidate();
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    say("Link copied");
  } catch {
    say(location.href);
  }
}

function showMore() {
  const steps = [1000, 3000, 10_000];
  go({ show: steps.find((count) => count > state.show && count < graph.concepts) ?? ALL });
}

function wire() {
  const on = (id, action) => find(id).addEventListener("click", action);
  on("skip", focusSearch);
  on("more", showMore);
  on("all", () => go({ show: ALL }));
  on("overview", () => go({ show: FOLD, focus: null, open: [] }));
  on("zoom-in", () => zoom(1.5));
  on("zoom-out", () => zoom(1 / 1.5));
  on("zoom-fit", fit);
  on("table-toggle", () => go({ view: state.view === "table" ? "map" : "table" }));
  on("physics-toggle", togglePhysics);
  on("save-png", () => savePng(picture, litBy(picture, null)));
  on("save-svg", () => saveSvg(picture, litBy(picture, null)));
  on("save-csv", () => saveTable(picture));
  on("copy-link", copyLink);
  on("help-open", () => find("help").showModal());
  on("side-toggle", () => {
    const open = find("side").classList.toggle("open");
    find("side-toggle").setAttribute("aria-expanded", String(open));
  });
  listenToPointer({ hover, leave, click, doubled, grab: (x, y) => nodeAt(picture, x, y) });
  listenToKeys({ fit, next, openNext });
  startSearch(focusPanel);
}

function recolour() {
  readTone();
  if (picture) paint();
}

find("title").textContent = meta.title;
find("about").textContent =
  `${counted(graph.concepts, "concept")} and ${counted(results.length, "result")} from ${counted(paperNodes().length, "paper")}. ` +
  `Made by papergraph ${meta.version} with ${meta.extractor}.`;
map.setAttribute("aria-label", `Map of ${meta.title}`);
buildFilters();
wire();
watch(invalidate, () => {
  invalidate();
  settle({ x: camera.x, y: camera.y, k: camera.k });
});
for (const query of ["(prefers-color-scheme: dark)", "print"])
  matchMedia(query).addEventListener("change", recolour);
window.addEventListener("resize", sizeCanvas);
readTone();
resize();
listen(render);
begin();
sizeCanvas();
paint();
