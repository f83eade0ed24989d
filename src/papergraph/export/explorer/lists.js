// Lists that stay short until asked, and rows that open.

import { el } from "./dom.js";
import { number } from "./text.js";

const FIRST = 8;
const NEXT = 100;

// `make` turns an item into a list item's content; only what is seen is made.
export function list(items, make, first = FIRST) {
  const box = el("ul", { class: "rows" });
  const more = el("button", { type: "button", class: "more" });
  let seen = 0;
  const show = (count) => {
    const before = seen;
    seen = Math.min(items.length, seen + count);
    box.append(...items.slice(before, seen).map((item) => el("li", {}, make(item))));
    more.hidden = seen === items.length;
    more.textContent = `Show ${number(Math.min(NEXT, items.length - seen))} more of ${number(items.length - seen)}`;
    return before;
  };
  more.addEventListener("click", () => {
    const before = show(NEXT);
    box.children[before].querySelector("button, summary, a")?.focus();
  });
  show(items.length <= first + 2 ? items.length : first);
  return el("div", {}, box, more);
}

// A row whose content is made when it is first opened.
export function opening(summary, make, open = false) {
  const row = el("details", { open }, el("summary", {}, summary));
  const fill = () => {
    if (row.open && row.children.length === 1) row.append(el("div", { class: "inside" }, ...make()));
  };
  row.addEventListener("toggle", fill);
  fill();
  return row;
}

export function section(title, count, ...content) {
  return el(
    "section",
    {},
    el("h3", {}, title, " ", el("span", { class: "count" }, number(count))),
    ...content,
  );
}
