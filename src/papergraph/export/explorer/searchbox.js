// The search field with its list: a combobox as the ARIA Authoring Practices describe it.

import { date, graph, isConcept, typeOf } from "./data.js";
import { el, find, say } from "./dom.js";
import { search } from "./match.js";
import { go } from "./state.js";
import { counted, shorten } from "./text.js";
import { icon } from "./theme.js";

const MOST = 12;
const field = find("search");
const box = find("found");
let found = [];
let active = -1;
let origin = null; // where a path starts while its other end is being picked
let onChosen = () => {};
let closing = 0; // the timer that closes the list once the field is left

export function startSearch(chosen) {
  onChosen = chosen;
  field.addEventListener("input", update);
  field.addEventListener("focus", update);
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", () => {
    closing = setTimeout(close, 150); // a click in the list comes first
  });
}

export function focusSearch() {
  field.focus();
  field.select();
}

function update() {
  clearTimeout(closing); // whoever comes back at once finds the list open
  found = search(field.value, MOST);
  active = found.length ? 0 : -1;
  const nothing = field.value.trim() && !found.length;
  box.replaceChildren(
    ...found.map(option),
    ...(nothing ? [el("li", { class: "quiet" }, "Nothing has such a name.")] : []),
  );
  box.hidden = !found.length && !nothing;
  field.setAttribute("aria-expanded", String(!box.hidden));
  mark();
}

function option({ node, name }, place) {
  const other =
    name === graph.label[node] ? null : el("span", { class: "quiet" }, `also ${shorten(name, 60)}`);
  const fact = isConcept(node)
    ? `${typeOf(node).name}, ${counted(graph.papers[node], "paper")}`
    : `Paper, ${date(node)?.slice(0, 4) ?? "undated"}`;
  return el(
    "li",
    {
      role: "option",
      id: `found-${place}`,
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => choose(place),
    },
    icon(graph.kind[node]),
    el("span", { class: "name" }, shorten(graph.label[node], 120)),
    other,
    el("span", { class: "quiet fact" }, fact),
  );
}

function mark() {
  [...box.children].forEach((item, place) => {
    if (item.role === "option") item.setAttribute("aria-selected", String(place === active));
  });
  if (active >= 0) {
    field.setAttribute("aria-activedescendant", `found-${active}`);
    box.children[active].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function onKey(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (box.hidden) update();
    if (found.length) active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
    mark();
    event.preventDefault();
  } else if (event.key === "Enter" && active >= 0) choose(active);
  else if (event.key === "Escape") {
    if (box.hidden && !field.value) return;
    event.stopPropagation();
    field.value = "";
    close();
  }
}

function choose(place) {
  const { node } = found[place];
  field.value = "";
  close();
  field.blur();
  pickOrGo(node);
  onChosen();
}

function close() {
  box.hidden = true;
  active = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

// A node that was chosen, by search or on the map: the other end of a path, or what to look at.
export function pickOrGo(node) {
  if (origin === null) {
    go({ node, edge: null, path: null, view: "map" });
    return;
  }
  const path = [origin, node];
  stopPicking();
  if (path[0] !== path[1]) go({ node: null, edge: null, path, way: 0, view: "map" });
}

export function startPicking(node) {
  origin = node;
  const picking = find("picking");
  picking.replaceChildren(
    `Path from ${shorten(graph.label[node], 50)} to: click a node or search. `,
    el("button", { type: "button", onclick: stopPicking }, "Cancel"),
  );
  picking.hidden = false;
  focusSearch();
}

export function stopPicking() {
  const was = origin !== null;
  origin = null;
  find("picking").hidden = true;
  if (was) say("");
  return was;
}
