// Joins the parts: state decides the picture, the picture is drawn, people change the state.

import { camera, fly, recentre, resize, watch, zoom } from "./camera.js";
import { renderCounts, showMore } from "./counts.js";
import { graph, meta, paperNodes, results } from "./data.js";
import { find, say } from "./dom.js";
import { draw } from "./draw.js";
import { arrange } from "./ego.js";
import { explorer, pointed } from "./explore.js";
import { buildFilters, renderFilters } from "./filters.js";
import { savePng, saveSvg } from "./image.js";
import { listenToKeys } from "./keys.js";
import { renderLegend } from "./legend.js";
import { litBy } from "./lit.js";
import { frame, look, remember } from "./look.js";
import { focusPanel, renderPanel } from "./panel.js";
import { physics, step } from "./physics.js";
import { places, regions } from "./places.js";
import { listenToPointer } from "./pointer.js";
import { focusSearch, startSearch } from "./searchbox.js";
import { ALL, begin, FOLD, go, listen, state } from "./state.js";
import { renderTable, saveTable } from "./table.js";
import { counted } from "./text.js";
import { readTone } from "./theme.js";
import { trailNodes } from "./trail.js";
import { compute } from "./visible.js";

const map = find("map");
const pen = map.getContext("2d", { alpha: false });
let picture = null;
let waiting = false;

function paint() {
  waiting = false;
  if (physics.on) {
    step(picture);
    picture.places = places(picture.list);
  }
  const ratio = window.devicePixelRatio || 1;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw(pen, picture, litBy(picture, pointed.node), !camera.moving);
  if (physics.on) invalidate();
}

function invalidate() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(paint);
}

function sizeCanvas() {
  if (matchMedia("print").matches) return; // printed as it was seen
  resize();
  const ratio = window.devicePixelRatio || 1;
  map.width = Math.round(camera.width * ratio);
  map.height = Math.round(camera.height * ratio);
  recentre();
  invalidate();
}

function render(why) {
  picture = compute(state, state.path ? trailNodes(state.path, state.way) : []);
  pointed.node = null;
  renderLegend(picture);
  renderFilters(picture);
  renderCounts(picture);
  renderTable(picture);
  renderPanel();
  recentre();
  place();
  look(picture, why);
  invalidate();
}

function place() {
  arrange(picture.list, state.focus);
  picture.places = state.focus === null ? places(picture.list) : [];
  picture.regions = state.focus === null ? regions(picture.list) : [];
}

const fit = () => fly(frame(picture.list));

function togglePhysics() {
  physics.on = !physics.on;
  find("physics-toggle").setAttribute("aria-pressed", String(physics.on));
  if (!physics.on) place();
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

function toggleSide() {
  const open = find("side").classList.toggle("open");
  find("side-toggle").setAttribute("aria-expanded", String(open));
}

const BUTTONS = {
  skip: focusSearch,
  more: showMore,
  all: () => go({ show: ALL }),
  overview: () => go({ show: FOLD, focus: null, open: [] }),
  "zoom-in": () => zoom(1.5),
  "zoom-out": () => zoom(1 / 1.5),
  "zoom-fit": fit,
  "table-toggle": () => go({ view: state.view === "table" ? "map" : "table" }),
  "physics-toggle": togglePhysics,
  "save-png": () => savePng(picture, litBy(picture, null)),
  "save-svg": () => saveSvg(picture, litBy(picture, null)),
  "save-csv": () => saveTable(picture),
  "copy-link": copyLink,
  "help-open": () => find("help").showModal(),
  "side-toggle": toggleSide,
};

// A menu closes once something was chosen or the focus has gone elsewhere.
function closeMenu({ type, relatedTarget }) {
  if (type === "click" || !find("save").contains(relatedTarget)) find("save").open = false;
}

function wire() {
  for (const [id, action] of Object.entries(BUTTONS)) find(id).addEventListener("click", action);
  find("save").querySelector("div").addEventListener("click", closeMenu);
  find("save").addEventListener("focusout", closeMenu);
  const hands = explorer(() => picture, invalidate);
  listenToPointer(hands);
  listenToKeys({ fit, ...hands });
  startSearch(focusPanel);
  watch(invalidate, () => {
    remember();
    invalidate();
  });
  window.addEventListener("resize", sizeCanvas);
  for (const query of ["(prefers-color-scheme: dark)", "print"]) {
    matchMedia(query).addEventListener("change", recolour);
  }
}

function recolour() {
  readTone();
  paint();
}

function introduce() {
  find("title").textContent = meta.title;
  find("about").textContent =
    `${counted(graph.concepts, "concept")} and ${counted(results.length, "result")} from ` +
    `${counted(paperNodes().length, "paper")}. Made by papergraph ${meta.version} with ${meta.extractor}.`;
  map.setAttribute("aria-label", `Map of ${meta.title}`);
}

introduce();
buildFilters();
readTone();
resize();
listen(render);
begin();
wire();
sizeCanvas();
paint();
