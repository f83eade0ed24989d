// The panel of a paper: its abstract with everything it names marked, what it does, what it reports.

import {
  date,
  edgesOf,
  evidence,
  family,
  graph,
  links,
  otherEnd,
  results,
  saidBy,
  terms,
  text,
} from "./data.js";
import { el, outLink } from "./dom.js";
import { marked, nodeButton, quote, readLink } from "./evidence.js";
import { list, opening, section } from "./lists.js";
import { resultTable } from "./resulttable.js";
import { go } from "./state.js";
import { capital } from "./text.js";

export function paperPanel(paper) {
  const edges = [...edgesOf(paper)];
  const roles = edges.filter((edge) => family(edge) === "Role");
  return [
    el("p", { class: "facts" }, date(paper) ?? "Undated", " ", readLink(paper, "Read the paper")),
    abstract(paper, roles),
    ...links(paper).map((link) => el("p", {}, outLink(link, link))),
    ...roleSections(roles),
    relationSection(paper, roles),
    resultSection(edges),
  ];
}

function abstract(paper, roles) {
  const whole = text(paper);
  if (whole === null)
    return el("p", { class: "quiet" }, "The abstract is not in this file; numbers tell where in it.");
  const marks = roles.flatMap((edge) =>
    evidence(edge).flatMap((place) => place.marks.map(([from, to]) => [from, to, graph.tail[edge]])),
  );
  const start = Array.from(graph.label[paper]).length + 1;
  const mark = (word, node) =>
    el(
      "button",
      {
        type: "button",
        class: `mention kind-${graph.kind[node]}`,
        title: graph.label[node],
        onclick: () => go({ node, edge: null, path: null }),
      },
      word,
    );
  return el("p", { class: "abstract" }, ...marked(whole, start, Array.from(whole).length, marks, mark));
}

function roleSections(roles) {
  const groups = [...Map.groupBy(roles, (edge) => graph.term[edge])].sort(([a], [b]) => a - b);
  return groups.map(([term, edges]) => {
    const row = (edge) =>
      opening([nodeButton(graph.tail[edge])], () => evidence(edge).map((place) => quote(place, false)));
    return section(capital(terms[term].forward), edges.length, list(edges, row));
  });
}

// What the paper says of two concepts: found through the concepts that it names.
function relationSection(paper, roles) {
  const said = new Set();
  for (const role of roles) {
    for (const edge of edgesOf(graph.tail[role])) {
      if (family(edge) === "RelationType" && saidBy(edge, (one) => one === paper)) said.add(edge);
    }
  }
  if (!said.size) return null;
  return section(
    "States",
    said.size,
    list([...said], (edge) =>
      opening(
        [
          nodeButton(graph.head[edge]),
          el("span", { class: "quiet" }, terms[graph.term[edge]].forward),
          nodeButton(otherEnd(edge, graph.head[edge])),
        ],
        () =>
          evidence(edge)
            .filter((place) => place.paper === paper)
            .map((place) => quote(place, false)),
      ),
    ),
  );
}

function resultSection(edges) {
  const found = edges
    .filter((edge) => terms[graph.term[edge]].name === "reported_in")
    .map((edge) => graph.head[edge]);
  if (!found.length) return null;
  return section("Reports", found.length, resultTable(found.map((node) => results[node - graph.drawn])));
}
