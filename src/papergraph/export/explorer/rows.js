// What is shown, as rows: one table each for concepts, papers, relations and results.

import {
  address,
  communities,
  date,
  evidence,
  family,
  graph,
  isConcept,
  isPaper,
  results,
  terms,
  typeOf,
} from "./data.js";

const joined = (nodes) => nodes.map((node) => graph.label[node]).join(", ");

export const TABS = {
  concepts: {
    columns: ["Name", "Type", "Papers", "First", "Last", "Community", "Other names"],
    sort: 2,
    rows: (picture) =>
      picture.list.filter(isConcept).map((node) => ({
        open: { node },
        cells: [
          graph.label[node],
          typeOf(node).name,
          graph.papers[node],
          graph.first[node] ?? "",
          graph.last[node] ?? "",
          joined(communities[graph.community[node]]),
          graph.names[node].map(([name]) => name).join("; "),
        ],
      })),
  },
  papers: {
    columns: ["Title", "Date", "Concepts", "Link"],
    sort: 1,
    rows: (picture) =>
      papersBehind(picture).map((node) => ({
        open: { node },
        cells: [graph.label[node], date(node) ?? "", picture.named[node], address(node) ?? ""],
      })),
  },
  relations: {
    columns: ["From", "Relation", "To", "Papers", "Confidence %"],
    sort: 3,
    rows: (picture) =>
      picture.lines
        .flatMap((line) => line.edges)
        .filter((edge) => family(edge) === "RelationType")
        .map((edge) => ({
          open: { edge: [graph.head[edge], graph.tail[edge]] },
          cells: [
            graph.label[graph.head[edge]],
            terms[graph.term[edge]].forward,
            graph.label[graph.tail[edge]],
            new Set(evidence(edge).map((place) => place.paper)).size,
            graph.sure[edge],
          ],
        })),
  },
  results: {
    columns: ["Value", "Kind", "Method", "Benchmark", "Metric", "Baseline", "Paper"],
    sort: 2,
    rows: (picture) =>
      results
        .filter((result) => concerns(result, picture))
        .map((result) => ({
          open: { node: result.reported_in },
          cells: [
            result.written,
            result.kind,
            ...["of_method", "on_benchmark", "by_metric", "over_baseline", "reported_in"].map((name) =>
              result[name] === undefined ? "" : graph.label[result[name]],
            ),
          ],
        })),
  },
};

// Papers that name something shown.
function papersBehind(picture) {
  const found = new Set(picture.list.filter(isPaper));
  for (let edge = 0; edge < graph.head.length; edge++) {
    if (
      picture.alive[edge] &&
      family(edge) === "Role" &&
      picture.shown[graph.tail[edge]] &&
      picture.passes[graph.head[edge]]
    ) {
      found.add(graph.head[edge]);
    }
  }
  return [...found].sort((a, b) => a - b);
}

const concerns = (result, picture) =>
  ["of_method", "on_benchmark", "by_metric"].some((name) => picture.shown[result[name]]);

export function sorted(rows, column, descending) {
  const order = (a, b) => {
    const [one, other] = [a.cells[column], b.cells[column]];
    return typeof one === "number" ? one - other : one.localeCompare(other, "en", { numeric: true });
  };
  const direction = descending ? -1 : 1;
  return [...rows].sort((a, b) => direction * order(a, b));
}
