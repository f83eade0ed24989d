// The sentences that say so, with what they speak of marked, and the way to the paper.

import { address, date, graph, meta, text } from "./data.js";
import { el, outLink } from "./dom.js";
import { go } from "./state.js";
import { piece } from "./text.js";
import { icon } from "./theme.js";

export function nodeButton(node, ...after) {
  return el(
    "button",
    { type: "button", class: "node", onclick: () => go({ node, edge: null, path: null, view: "map" }) },
    icon(graph.kind[node]),
    el("span", { class: "name" }, graph.label[node]),
    ...after,
  );
}

const LOOK_UP = "https://www.semanticscholar.org/search?q=";

// The way to the paper, or to where a paper without a known address can be found by its title.
export function readLink(paper, word) {
  const title = el("span", { class: "unseen" }, ` ${graph.label[paper]}`);
  const known = outLink(address(paper), word, title, " ↗");
  return (
    known ??
    outLink(LOOK_UP + encodeURIComponent(graph.label[paper].slice(0, 300)), "Look it up", title, " ↗")
  );
}

export function paperLine(paper) {
  return el(
    "span",
    { class: "paper-line" },
    nodeButton(paper),
    el("span", { class: "quiet" }, date(paper) ?? "undated"),
    readLink(paper, "Read"),
  );
}

// The stretch [start, end) of a text with marks in it; of marks that overlap the first counts.
export function marked(whole, start, end, marks, mark) {
  const parts = [];
  let at = start;
  for (const [from, to, ...rest] of [...marks].sort((a, b) => a[0] - b[0])) {
    const upto = Math.min(to, end);
    if (from < at || from >= upto) continue;
    parts.push(piece(whole, at, from), mark(piece(whole, from, upto), ...rest));
    at = upto;
  }
  return [...parts, piece(whole, at, end)];
}

export function quote(place, withPaper = true) {
  return el(
    "figure",
    { class: "quote" },
    el("blockquote", {}, ...words(place)),
    el(
      "figcaption",
      {},
      withPaper ? paperLine(place.paper) : null,
      el("span", { class: "quiet", title: "How sure the reading is" }, `${place.sure} % sure`),
    ),
  );
}

function words(place) {
  const whole = text(place.paper);
  if (whole !== null)
    return marked(whole, place.start, place.end, place.marks, (word) => el("mark", {}, word));
  const marks = place.marks.map(([from, to]) => `${from}–${to}`).join(", ");
  return [
    el(
      "span",
      { class: "quiet" },
      `${meta.quotes ? "The text of this paper is missing" : "This graph was built without quotes"}: characters ` +
        `${place.start}–${place.end} of title and abstract${marks ? `, about ${marks}` : ""}.`,
    ),
  ];
}
