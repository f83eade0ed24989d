// How many papers a year, as small bars.

import { el } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";

export function yearCounts(years) {
  const counts = new Map();
  for (const year of years) if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  const known = [...counts.keys()].sort((a, b) => a - b);
  if (!known.length) return [];
  const length = known.at(-1) - known[0] + 1;
  return Array.from({ length }, (_, place) => [known[0] + place, counts.get(known[0] + place) ?? 0]);
}

export function yearChart(years) {
  const counts = yearCounts(years).slice(-40);
  if (counts.length < 2) return null;
  const most = Math.max(...counts.map(([, count]) => count));
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${counts.length * 10} 30`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", counts.map(([year, count]) => `${year}: ${count}`).join(", "));
  counts.forEach(([year, count], place) => {
    const height = (28 * count) / most;
    const bar = document.createElementNS(SVG, "rect");
    const box = { x: place * 10 + 1, y: 30 - height, width: 8, height };
    for (const [name, value] of Object.entries(box)) bar.setAttribute(name, value);
    const title = document.createElementNS(SVG, "title");
    title.textContent = `${year}: ${count}`;
    bar.append(title);
    svg.append(bar);
  });
  const figure = el(
    "figure",
    { class: "years" },
    svg,
    el(
      "figcaption",
      {},
      el("span", {}, String(counts[0][0])),
      el("span", {}, "papers a year"),
      el("span", {}, String(counts.at(-1)[0])),
    ),
  );
  figure.style.maxWidth = `${Math.max(counts.length * 30, 190)}px`;
  return figure;
}
