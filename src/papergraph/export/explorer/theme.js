// Colours, as the style sheet gives them for the present scheme, and the shapes of node types.

import { types } from "./data.js";

export const tone = {};

export function readTone() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  for (const name of ["ground", "ink", "soft", "line", "accent", "place"]) tone[name] = colour(name);
  tone.types = types.map((type) => colour(type.name.toLowerCase()));
  tone.serif = colour("serif");
  tone.font = getComputedStyle(document.body).fontFamily;
}

const polygon = (corners, turn, size) =>
  Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (corner * 2 * Math.PI) / corners;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });

// Corners on about the unit circle, sized so that all shapes look equally large; a dot has none.
const OUTLINES = {
  dot: null,
  square: polygon(4, Math.PI / 4, 1.25),
  diamond: polygon(4, 0, 1.3),
  triangle: polygon(3, -Math.PI / 2, 1.4),
  hexagon: polygon(6, 0, 1.12),
  box: [
    [-0.8, -1.05],
    [0.8, -1.05],
    [0.8, 1.05],
    [-0.8, 1.05],
  ],
};

const outlines = types.map((type) => OUTLINES[type.shape]);

export function trace(pen, kind, x, y, radius) {
  const outline = outlines[kind];
  if (outline === null) {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  pen.moveTo(x + outline[0][0] * radius, y + outline[0][1] * radius);
  for (let corner = 1; corner < outline.length; corner++) {
    pen.lineTo(x + outline[corner][0] * radius, y + outline[corner][1] * radius);
  }
  pen.closePath();
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-1.5 -1.5 3 3");
  svg.setAttribute("class", `icon ${types[kind].name.toLowerCase()}`);
  svg.setAttribute("aria-hidden", "true");
  const outline = outlines[kind];
  const shape = document.createElementNS(SVG, outline ? "polygon" : "circle");
  if (outline) shape.setAttribute("points", outline.map((corner) => corner.join(",")).join(" "));
  else shape.setAttribute("r", "1.1");
  svg.append(shape);
  return svg;
}
