// The panel of a concept: names, relations, papers by what they do with it, results.

import { edgesOf, evidence, family, graph, isPaper, otherEnd, results, terms, typeOf, year } from "./data.js";
import { el } from "./dom.js";
import { nodeButton, paperLine, quote } from "./evidence.js";
import { list, opening, section } from "./lists.js";
import { resultTable } from "./resulttable.js";
import { capital, counted, number } from "./text.js";
import { yearChart } from "./yearchart.js";

export function conceptPanel(node) {
  const edges = [...edgesOf(node)];
  const roles = edges.filter((edge) => family(edge) === "Role");
  return [
    facts(node),
    names(node),
    yearChart(roles.map((edge) => year(graph.head[edge]))),
    ...relationSections(node, edges),
    ...roleSections(roles),
    resultSection(edges),
    company(node, roles),
  ];
}

function facts(node) {
  const span = [graph.first[node], graph.last[node]].filter(Boolean).map((date) => date.slice(0, 4));
  const years = span.length ? `, ${[...new Set(span)].join("–")}` : "";
  return el(
    "p",
    { class: "facts" },
    `Named by ${counted(graph.papers[node], "paper")}${years}. `,
    el("span", { class: "quiet" }, `${typeOf(node).name}: ${typeOf(node).definition}`),
  );
}

// Names that differ in more than capitals, hyphens and spaces.
function names(node) {
  const bare = (name) => name.toLowerCase().replace(/[-\s]/g, "");
  const others = graph.names[node].filter(([name]) => bare(name) !== bare(graph.label[node]));
  if (!others.length) return null;
  return el("section", {}, el("h3", {}, "Also called"), el("ul", { class: "names" }, ...others.map(oneName)));
}

function oneName([name, papers, reason, paper]) {
  const facts = [papers ? counted(papers, "paper") : "", reason].filter(Boolean).join(", ");
  const definedIn = isPaper(paper) ? [" ", nodeButton(paper)] : [];
  return el("li", {}, el("b", {}, name), " ", el("span", { class: "quiet" }, facts), ...definedIn);
}

function relationSections(node, edges) {
  const stated = edges.filter((edge) => family(edge) === "RelationType");
  const groups = Map.groupBy(stated, (edge) => {
    const reading = terms[graph.term[edge]];
    return graph.head[edge] === node ? reading.forward : reading.backward;
  });
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([phrase, group]) =>
      section(
        capital(phrase),
        group.length,
        list(byPapers(group), (edge) => relationRow(edge, node)),
      ),
    );
}

const byPapers = (edges) =>
  edges
    .map((edge) => ({ edge, papers: new Set(evidence(edge).map((place) => place.paper)).size }))
    .sort((a, b) => b.papers - a.papers || graph.sure[b.edge] - graph.sure[a.edge])
    .map(({ edge }) => edge);

function relationRow(edge, from) {
  const places = evidence(edge);
  const papers = new Set(places.map((place) => place.paper)).size;
  const summary = [
    nodeButton(otherEnd(edge, from)),
    el("span", { class: "quiet" }, `${counted(papers, "paper")}, ${graph.sure[edge]} %`),
  ];
  return opening(summary, () => [list(places, (place) => quote(place), 5)]);
}

function roleSections(roles) {
  const groups = [...Map.groupBy(roles, (edge) => graph.term[edge])].sort(([a], [b]) => a - b);
  return groups.map(([term, edges]) => {
    edges.sort((a, b) => year(graph.head[b]) - year(graph.head[a]) || graph.head[a] - graph.head[b]);
    const row = (edge) =>
      opening([paperLine(graph.head[edge])], () => evidence(edge).map((place) => quote(place, false)));
    return section(capital(terms[term].backward), edges.length, list(edges, row));
  });
}

function resultSection(edges) {
  const found = [
    ...new Set(edges.filter((edge) => family(edge) === "ResultLink").map((edge) => graph.head[edge])),
  ];
  if (!found.length) return null;
  return section(
    "Reported results",
    found.length,
    resultTable(found.map((node) => results[node - graph.drawn])),
  );
}

// What the same papers name: a way on where nothing is stated.
function company(node, roles) {
  const counts = new Map();
  for (const role of roles) {
    for (const edge of edgesOf(graph.head[role])) {
      const other = graph.tail[edge];
      if (family(edge) === "Role" && other !== node) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const often = [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 20);
  if (!often.length) return null;
  return section(
    "Often named together with",
    often.length,
    list(often, ([other, count]) => nodeButton(other, el("span", { class: "quiet" }, number(count)))),
  );
}
