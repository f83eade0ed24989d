// Reported numbers with what they are of, each opening to the sentence that reports it.

import { evidence, graph } from "./data.js";
import { el } from "./dom.js";
import { nodeButton, quote } from "./evidence.js";
import { list, opening } from "./lists.js";

const PARTS = [
  ["of", "of_method"],
  ["on", "on_benchmark"],
  ["by", "by_metric"],
  ["over", "over_baseline"],
];

export function resultTable(found) {
  return list(found, (result) => {
    const parts = PARTS.filter(([, name]) => result[name] !== undefined).flatMap(([word, name]) => [
      el("span", { class: "quiet" }, word),
      nodeButton(result[name]),
    ]);
    const value = el("b", { class: "value" }, graph.label[result.node]);
    const kind = result.kind === "gain" ? el("span", { class: "quiet" }, "gain") : null;
    return opening([value, kind, ...parts].filter(Boolean), () =>
      evidence(result.edge).map((place) => quote(place)),
    );
  });
}
