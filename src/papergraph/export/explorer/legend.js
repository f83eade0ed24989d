// The legend, which is also the filter by type.

import { types } from "./data.js";
import { el, find } from "./dom.js";
import { go, state } from "./state.js";
import { number } from "./text.js";
import { icon } from "./theme.js";

export function renderLegend(picture) {
  find("legend").replaceChildren(...types.map((type, place) => row(type, place, picture.byType[place])));
}

function row(type, place, counts) {
  const on = state.types.includes(place);
  const toggle = el(
    "button",
    {
      type: "button",
      class: "type",
      id: `type-${place}`,
      "aria-pressed": String(on),
      title: type.definition,
      onclick: () => choose(place, on),
    },
    icon(place),
    el("span", {}, type.plural),
    el("span", { class: "count" }, `${number(counts.shown)} of ${number(on ? counts.of : 0)}`),
  );
  const only = el(
    "button",
    {
      type: "button",
      class: "only",
      "aria-label": `Only ${type.plural}`,
      onclick: () => go({ types: [place] }),
    },
    "only",
  );
  return el("li", {}, toggle, only);
}

function choose(place, on) {
  go({
    types: on ? state.types.filter((one) => one !== place) : [...state.types, place].sort((a, b) => a - b),
  });
  find(`type-${place}`).focus();
}
