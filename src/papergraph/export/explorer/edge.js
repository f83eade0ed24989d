// The panel of a line: everything that is said between two nodes, and by whom.

import { edgesOf, evidence, graph, otherEnd, terms } from "./data.js";
import { el } from "./dom.js";
import { nodeButton, quote } from "./evidence.js";
import { list } from "./lists.js";
import { counted } from "./text.js";

const edgesBetween = (one, other) => [...edgesOf(one)].filter((edge) => otherEnd(edge, one) === other);

export const edgePanel = ([one, other]) => edgesBetween(one, other).map(claim);

function claim(edge) {
  const reading = terms[graph.term[edge]];
  const places = evidence(edge);
  const papers = new Set(places.map((place) => place.paper)).size;
  return el(
    "section",
    { class: "claim" },
    el(
      "h3",
      {},
      nodeButton(graph.head[edge]),
      el("span", { class: "verb", title: reading.definition }, reading.forward),
      nodeButton(graph.tail[edge]),
    ),
    el("p", { class: "quiet" }, `Said by ${counted(papers, "paper")}, ${graph.sure[edge]} % sure.`),
    list(places, (place) => quote(place), 10),
  );
}
