// The panel of a line: everything that is said between two nodes, and by whom.

import { edgesOf, evidence, graph, otherEnd, terms } from "./data.js";
import { el } from "./dom.js";
import { nodeButton, quote } from "./evidence.js";
import { list, section } from "./lists.js";

export const edgesBetween = (one, other) => [...edgesOf(one)].filter((edge) => otherEnd(edge, one) === other);

export function edgePanel([one, other]) {
  return edgesBetween(one, other).map((edge) => {
    const reading = terms[graph.term[edge]];
    const places = evidence(edge);
    return section(
      `${graph.sure[edge]} % sure, sentences:`,
      places.length,
      el(
        "p",
        { class: "claim" },
        nodeButton(graph.head[edge]),
        el("span", { title: reading.definition }, reading.forward),
        nodeButton(graph.tail[edge]),
      ),
      list(places, (place) => quote(place), 10),
    );
  });
}
