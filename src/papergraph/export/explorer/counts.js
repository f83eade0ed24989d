// What is shown, of how much: nothing is hidden silently.

import { graph, isConcept } from "./data.js";
import { find } from "./dom.js";
import { filtered } from "./filters.js";
import { ALL, FOLD, go, state } from "./state.js";
import { counted, number } from "./text.js";

const STEPS = [1000, 3000, 10_000];

export function renderCounts(picture) {
  const concepts = picture.list.filter(isConcept).length;
  const papers = picture.list.length - concepts;
  const passing = picture.passes.subarray(0, graph.concepts).reduce((sum, one) => sum + one, 0);
  const parts = [
    `Showing ${number(concepts)} of ${counted(passing, "concept")}`,
    filtered() ? ` (${number(graph.concepts)} without filters)` : "",
    papers ? ` and ${counted(papers, "paper")}` : "",
    `, ${counted(picture.lines.length, "line")}`,
  ];
  find("counts").textContent = parts.join("");
  const folded = state.focus === null && state.show !== ALL && passing > state.show;
  find("more").hidden = !folded;
  find("all").hidden = !folded;
  find("overview").hidden = state.focus === null && state.show === FOLD && !state.open.length;
}

export function showMore() {
  go({ show: STEPS.find((count) => count > state.show && count < graph.concepts) ?? ALL });
}
