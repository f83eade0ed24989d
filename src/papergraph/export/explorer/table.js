// The table of what the map shows: the same facts for those who would rather read.

import { csv } from "./csv.js";
import { download, el, find, say } from "./dom.js";
import { sorted, TABS } from "./rows.js";
import { go, state } from "./state.js";
import { capital, number, shorten } from "./text.js";

const FIRST = 200;
const box = find("table");
let order = { tab: "", column: 0, descending: true };
let seen = FIRST;

export function renderTable(picture) {
  box.hidden = state.view !== "table";
  find("table-toggle").setAttribute("aria-pressed", String(!box.hidden));
  if (box.hidden) return;
  const tab = TABS[state.tab];
  if (order.tab !== state.tab) {
    order = { tab: state.tab, column: tab.sort, descending: true };
    seen = FIRST;
  }
  const rows = sorted(tab.rows(picture), order.column, order.descending);
  const again = () => renderTable(picture);
  const more = el(
    "button",
    {
      type: "button",
      class: "more",
      hidden: rows.length <= seen,
      onclick: () => {
        seen += 1000;
        again();
      },
    },
    `Show more of ${number(rows.length)} rows`,
  );
  box.replaceChildren(bar(rows), el("div", { class: "sheet" }, sheet(tab, rows, again)), more);
}

function bar(rows) {
  const tabs = Object.keys(TABS).map((name) =>
    el(
      "button",
      {
        type: "button",
        id: `tab-${name}`,
        "aria-pressed": String(name === state.tab),
        onclick: () => {
          go({ tab: name });
          find(`tab-${name}`).focus();
        },
      },
      capital(name),
    ),
  );
  return el(
    "div",
    { class: "bar" },
    el("div", { role: "group", "aria-label": "What to list" }, ...tabs),
    el("span", { class: "quiet" }, `${number(rows.length)} rows`),
    el("button", { type: "button", id: "copy-csv", onclick: () => copy(rows) }, "Copy as CSV"),
    el("button", { type: "button", onclick: () => saveCsv(rows) }, "Save as CSV"),
    el(
      "button",
      { type: "button", id: "table-close", onclick: () => go({ view: "map" }) },
      "Back to the map",
    ),
  );
}

function sheet(tab, rows, again) {
  const heads = tab.columns.map((name, column) => {
    const now = order.column === column;
    const sort = now ? (order.descending ? "descending" : "ascending") : "none";
    const turn = () => {
      order = { ...order, column, descending: now ? !order.descending : false };
      again();
      box.querySelectorAll("th button")[column].focus();
    };
    return el(
      "th",
      { scope: "col", "aria-sort": sort },
      el(
        "button",
        { type: "button", onclick: turn },
        name,
        el("span", { "aria-hidden": "true" }, now ? (order.descending ? " ↓" : " ↑") : ""),
      ),
    );
  });
  return el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, ...rows.slice(0, seen).map(line)),
  );
}

function line({ open, cells }) {
  const first = el(
    "button",
    { type: "button", onclick: () => go({ node: null, edge: null, path: null, ...open }) },
    shorten(String(cells[0]), 200),
  );
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, first),
    ...cells
      .slice(1)
      .map((value) =>
        el("td", { class: String(value).length < 16 ? "short" : null }, shorten(String(value), 200)),
      ),
  );
}

const asCsv = (rows) =>
  csv(
    TABS[state.tab].columns,
    rows.map((row) => row.cells),
  );

const saveCsv = (rows) => download(`${state.tab}.csv`, "text/csv;charset=utf-8", `\ufeff${asCsv(rows)}`); // Excel wants the mark

async function copy(rows) {
  try {
    await navigator.clipboard.writeText(asCsv(rows));
    say(`${number(rows.length)} rows copied`);
    find("copy-csv").textContent = "Copied";
  } catch {
    saveCsv(rows); // no clipboard here, e.g. inside a notebook
  }
}

export function saveTable(picture) {
  saveCsv(sorted(TABS[state.tab].rows(picture), TABS[state.tab].sort, true));
}
