// The card of details: of a node, a line, or a way between two nodes.

import { conceptPanel } from "./concept.js";
import { edgesOf, graph, isConcept, isPaper, typeOf } from "./data.js";
import { el, find, say } from "./dom.js";
import { edgePanel } from "./edge.js";
import { paperPanel } from "./paper.js";
import { startPicking } from "./searchbox.js";
import { go, state } from "./state.js";
import { icon } from "./theme.js";
import { trailPanel } from "./trail.js";

const panel = find("panel");
let shown = "";

export function renderPanel() {
  const { node, edge, path } = state;
  const now = JSON.stringify([node, edge, path, state.way, state.open, state.focus]);
  if (now === shown) return;
  const opened =
    JSON.stringify(JSON.parse(now).slice(0, 3)) !== JSON.stringify(JSON.parse(shown || "[]").slice(0, 3));
  shown = now;
  panel.hidden = node === null && !edge && !path;
  if (panel.hidden) return;
  const content = path ? pathContent(path) : edge ? edgeContent(edge) : nodeContent(node);
  panel.replaceChildren(closeButton(), ...content.filter(Boolean));
  if (!opened) return;
  panel.scrollTop = 0;
  say(`${panel.querySelector("h2").textContent}: details are open`);
}

export const focusPanel = () => panel.querySelector("h2")?.focus({ preventScroll: true });

const closeButton = () =>
  el("button", { type: "button", class: "close", "aria-label": "Close details", onclick: closePanel }, "×");

export function closePanel() {
  go({ node: null, edge: null, path: null });
  find("map").focus({ preventScroll: true });
}

const heading = (...parts) => el("h2", { tabindex: "-1" }, ...parts);

const pathContent = (path) => [
  heading(`From ${graph.label[path[0]]} to ${graph.label[path[1]]}`),
  ...trailPanel(path),
];

const edgeContent = (edge) => [
  heading(`Between ${graph.label[edge[0]]} and ${graph.label[edge[1]]}`),
  ...edgePanel(edge),
];

function nodeContent(node) {
  const kind = el("p", { class: "kind" }, icon(graph.kind[node]), typeOf(node).name);
  return [
    kind,
    heading(graph.label[node]),
    actions(node),
    ...(isConcept(node) ? conceptPanel(node) : paperPanel(node)),
  ];
}

function actions(node) {
  const focused = state.focus === node;
  const open = state.open.includes(node);
  const hidden = edgesOf(node).length === 0 || isPaper(node);
  return el(
    "div",
    { class: "actions" },
    el(
      "button",
      { type: "button", "aria-pressed": String(focused), onclick: () => toggleFocus(node) },
      "Focus",
    ),
    el("button", { type: "button", "aria-pressed": String(open), onclick: () => toggleOpen(node) }, "Expand"),
    hidden ? null : el("button", { type: "button", onclick: () => startPicking(node) }, "Path to…"),
  );
}

export const toggleFocus = (node) => go({ focus: state.focus === node ? null : node });

export const toggleOpen = (node) =>
  go({ open: state.open.includes(node) ? state.open.filter((one) => one !== node) : [...state.open, node] });
