// Filters by relation, years, papers and confidence.

import { paperNodes, terms, year } from "./data.js";
import { el, find } from "./dom.js";
import { go, initial, state } from "./state.js";
import { capital, number } from "./text.js";
import { yearChart, yearCounts } from "./yearchart.js";

const years = paperNodes().map(year);
const range = yearCounts(years).map(([one]) => one);
const relations = terms
  .map((term, place) => ({ ...term, place }))
  .filter((term) => term.family === "RelationType");
const FILTERS = ["types", "without", "from", "to", "papers", "sure"];

// Built once; afterwards only values change, so that the keyboard's focus stays.
export function buildFilters() {
  find("filters").append(
    el(
      "details",
      { class: "relations" },
      el("summary", {}, "Relations"),
      el("ul", {}, ...relations.map(relationRow)),
    ),
    ...(range.length ? [yearFields()] : []),
    field(
      "At least this many papers",
      el("input", {
        id: "filter-papers",
        type: "number",
        min: 1,
        onchange: (event) => go({ papers: Math.max(1, event.target.valueAsNumber || 1) }),
      }),
    ),
    field(
      "Confidence of at least",
      el("input", {
        id: "filter-sure",
        type: "range",
        min: 0,
        max: 95,
        step: 5,
        onchange: (event) => go({ sure: event.target.valueAsNumber }),
      }),
      el("output", { id: "filter-sure-says", for: "filter-sure" }),
    ),
    el("button", { type: "button", id: "reset", onclick: reset }, "Reset filters"),
  );
}

const field = (name, ...inputs) => el("label", { class: "field" }, el("span", {}, name), ...inputs);

function relationRow(term) {
  const input = el("input", {
    type: "checkbox",
    id: `term-${term.name}`,
    onchange: () => toggle(term.place),
  });
  return el(
    "li",
    {},
    el(
      "label",
      { title: term.definition },
      input,
      el("span", {}, capital(term.forward)),
      el("span", { class: "count", id: `count-${term.name}` }),
    ),
  );
}

const toggle = (place) =>
  go({
    without: state.without.includes(place)
      ? state.without.filter((one) => one !== place)
      : [...state.without, place],
  });

function yearFields() {
  const choice = (id, name, any, change) =>
    el(
      "select",
      { id, "aria-label": name, onchange: (event) => go(change(Number(event.target.value))) },
      el("option", { value: 0 }, any),
      ...range.map((one) => el("option", { value: one }, String(one))),
    );
  return el(
    "fieldset",
    {},
    el("legend", {}, "Years"),
    yearChart(years),
    el(
      "div",
      { class: "pair" },
      choice("filter-from", "From year", `from ${range[0]}`, (from) => ({ from })),
      choice("filter-to", "To year", `to ${range.at(-1)}`, (to) => ({ to })),
    ),
  );
}

export function renderFilters(picture) {
  for (const term of relations) {
    find(`term-${term.name}`).checked = !state.without.includes(term.place);
    find(`count-${term.name}`).textContent = number(picture.byTerm[term.place]);
  }
  if (range.length) {
    find("filter-from").value = String(state.from);
    find("filter-to").value = String(state.to);
  }
  find("filter-papers").value = String(state.papers);
  find("filter-sure").value = String(state.sure);
  find("filter-sure-says").textContent = `${state.sure} %`;
  find("reset").hidden = !filtered();
}

export const filtered = () => FILTERS.some((name) => String(state[name]) !== String(initial()[name]));

function reset() {
  go(Object.fromEntries(FILTERS.map((name) => [name, initial()[name]])));
  find(`type-0`).focus();
}
