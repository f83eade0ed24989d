// The panel of a way between two nodes: each step with the sentences that carry it.

import { evidence, graph, isPaper, terms } from "./data.js";
import { el } from "./dom.js";
import { nodeButton, quote } from "./evidence.js";
import { list, opening } from "./lists.js";
import { routes } from "./route.js";
import { go, state } from "./state.js";
import { counted } from "./text.js";

export function trailPanel([from, to]) {
  const ways = routes(from, to);
  if (!ways.length) return [el("p", {}, "No way of up to eight steps leads from one to the other.")];
  return ways.map((way, place) => oneWay(way, place));
}

export const trailNodes = ([from, to], way) => (routes(from, to)[way] ?? []).map((step) => step.node);

function oneWay(way, place) {
  const through = way.some((step) => isPaper(step.node)) ? "by way of papers" : "as papers state it";
  const onMap = el(
    "button",
    { type: "button", "aria-pressed": String(state.way === place), onclick: () => go({ way: place }) },
    "On the map",
  );
  return el(
    "section",
    { class: "trail" },
    el("h3", {}, `${counted(way.length - 1, "step")} ${through} `, onMap),
    el(
      "ol",
      {},
      ...way.map((step, at) =>
        el("li", {}, ...(at ? links(step, way[at - 1].node) : []), nodeButton(step.node)),
      ),
    ),
  );
}

function links(step, previous) {
  return step.edges.map((edge) => {
    const reading = terms[graph.term[edge]];
    const forward = graph.head[edge] === previous;
    const phrase = `${forward ? "↓" : "↑"} ${reading.forward}`;
    const title = forward ? reading.forward : reading.backward;
    return opening([el("span", { class: "quiet", title }, phrase)], () => [
      list(evidence(edge), (one) => quote(one), 3),
    ]);
  });
}
