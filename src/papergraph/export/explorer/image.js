// The view as a file: the same drawing with a finer canvas, or with a pen that writes SVG.

import { camera } from "./camera.js";
import { download } from "./dom.js";
import { draw } from "./draw.js";

const FINER = 2;
const SVG = "http://www.w3.org/2000/svg";

export function savePng(picture, lit) {
  const canvas = document.createElement("canvas");
  canvas.width = camera.width * FINER;
  canvas.height = camera.height * FINER;
  const pen = canvas.getContext("2d");
  pen.scale(FINER, FINER);
  drawWhole(pen, picture, lit);
  canvas.toBlob((blob) => download("map.png", "image/png", blob));
}

export function saveSvg(picture, lit) {
  const pen = new SvgPen(camera.width, camera.height);
  drawWhole(pen, picture, lit);
  download("map.svg", "image/svg+xml", new XMLSerializer().serializeToString(pen.root));
}

// Without the cards labels may stand anywhere.
function drawWhole(pen, picture, lit) {
  const { box } = camera;
  camera.box = { left: 0, top: 0, right: camera.width, bottom: camera.height };
  draw(pen, picture, lit, true);
  camera.box = box;
}

const point = (x, y) => `${x.toFixed(1)} ${y.toFixed(1)}`;

// The part of CanvasRenderingContext2D that draw.js uses.
class SvgPen {
  constructor(width, height) {
    this.root = document.createElementNS(SVG, "svg");
    this.root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.root.setAttribute("width", width);
    this.root.setAttribute("height", height);
    this.path = "";
  }

  beginPath() {
    this.path = "";
  }

  moveTo(x, y) {
    this.path += `M${point(x, y)}`;
  }

  lineTo(x, y) {
    this.path += `L${point(x, y)}`;
  }

  closePath() {
    this.path += "Z";
  }

  // Only whole circles are drawn, from their rightmost point.
  arc(x, y, radius) {
    const half = `A${point(radius, radius)} 0 1 1 `;
    this.path += `${half}${point(x - radius, y)}${half}${point(x + radius, y)}Z`;
  }

  rect(x, y, width, height) {
    this.path += `M${point(x, y)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}Z`;
  }

  fillRect(x, y, width, height) {
    this.add("rect", { x, y, width, height, fill: this.fillStyle });
  }

  fill() {
    if (this.path) this.add("path", { d: this.path, fill: this.fillStyle });
  }

  stroke() {
    if (this.path) this.add("path", { d: this.path, fill: "none", ...this.outline() });
  }

  fillText(text, x, y) {
    this.addText(text, x, y, { fill: this.fillStyle });
  }

  strokeText(text, x, y) {
    this.addText(text, x, y, { fill: "none", ...this.outline() });
  }

  outline() {
    return { stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": "round" };
  }

  addText(text, x, y, properties) {
    const anchor = this.textAlign === "center" ? "middle" : "start";
    const baseline = this.textBaseline === "top" ? "text-before-edge" : "central";
    const made = this.add("text", {
      x,
      y,
      "text-anchor": anchor,
      "dominant-baseline": baseline,
      ...properties,
    });
    made.style.font = this.font; // the policy forbids setting the attribute
    made.textContent = text.replace(/\p{Cc}/gu, " "); // XML cannot hold control characters
  }

  add(tag, properties) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
    if (this.globalAlpha < 1) made.setAttribute("opacity", this.globalAlpha);
    this.root.append(made);
    return made;
  }
}
