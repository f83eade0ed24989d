// Draws the picture with any pen that knows the canvas' words: the screen's, or the one that writes SVG.

import { camera, toScreenX, toScreenY } from "./camera.js";
import { graph, isConcept } from "./data.js";
import { tone, trace } from "./theme.js";
import { arrangeWriting, endsOf, wordFont } from "./writing.js";

const FEW_LINES = 3000; // drawn while moving
const BATCH = 400; // lines in one path; longer paths take more than their share of time
const FEW_NODES = 300;
const REGION = 34; // pixels of ground around a concept
const TINY = 2.2; // pixels of radius below which a square will do

export function nodeScale(count) {
  const crowd = Math.min(1, Math.max(0.42, Math.sqrt((camera.width * camera.height) / (count * 2600))));
  return crowd * Math.min(Math.max((camera.k / camera.home) ** 0.45, 0.6), 3);
}

// `lit` is null, or what stands out: its nodes, its lines, and the nodes that must have a name.
export function draw(pen, picture, lit, finished) {
  const scale = nodeScale(picture.list.length);
  const writing = arrangeWriting(picture, lit, scale);
  pen.globalAlpha = 1;
  pen.fillStyle = tone.ground;
  pen.fillRect(0, 0, camera.width, camera.height);
  if (picture.regions.length) drawRegions(pen, picture.regions, lit ? 0.4 : 1);
  drawLines(pen, picture.lines, lit, finished);
  drawPlaces(pen, writing.names);
  drawNodes(pen, picture.list, scale, lit ? 0.16 : 1);
  if (lit) {
    drawLit(pen, lit.lines);
    drawNodes(pen, lit.nodes, scale, 1);
    for (const node of lit.chosen) drawRing(pen, node, scale);
  }
  drawWords(pen, writing.words);
  drawLabels(pen, writing.labels);
}

// Communities as countries: the ground around their shown concepts, in a tint of its own.
function drawRegions(pen, regions, alpha) {
  const reach = REGION * nodeScale(FEW_NODES) * (camera.k / camera.home) ** 0.5;
  pen.globalAlpha = alpha;
  for (const { nodes, tint } of regions) {
    pen.fillStyle = tint;
    pen.beginPath();
    for (const node of nodes) {
      const [x, y] = [toScreenX(graph.x[node]), toScreenY(graph.y[node])];
      pen.moveTo(x + reach, y);
      pen.arc(x, y, reach, 0, 2 * Math.PI);
    }
    pen.fill();
  }
}

// Names of communities as maps write those of seas: large, faint, in italics, where their concepts are.
function drawPlaces(pen, names) {
  pen.globalAlpha = Math.min(1, Math.max(0, 2.6 - camera.k / camera.home));
  if (pen.globalAlpha === 0) return;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const { words, font, size, x, y } of names) {
    pen.font = font;
    words.forEach((word, line) => {
      writeHaloed(pen, word, x, y + (line - (words.length - 1) / 2) * size * 1.15, tone.place);
    });
  }
}

function drawLines(pen, lines, lit, finished) {
  const many = finished ? lines.length : Math.min(lines.length, FEW_LINES);
  pen.strokeStyle = tone.line;
  pen.lineWidth = 1;
  pen.globalAlpha = (lit ? 0.3 : 1) * Math.min(1, Math.max(0.25, 900 / lines.length));
  for (let from = 0; from < many; from += BATCH)
    strokeLines(pen, lines.slice(from, Math.min(from + BATCH, many)));
  pen.globalAlpha = 1;
}

function strokeLines(pen, lines) {
  pen.beginPath();
  for (const { a, b } of lines) {
    const [ax, ay] = [toScreenX(graph.x[a]), toScreenY(graph.y[a])];
    const [bx, by] = [toScreenX(graph.x[b]), toScreenY(graph.y[b])];
    if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0) continue;
    if (Math.min(ax, bx) > camera.width || Math.min(ay, by) > camera.height) continue;
    pen.moveTo(ax, ay);
    pen.lineTo(bx, by);
  }
  pen.stroke();
}

function drawNodes(pen, list, scale, alpha) {
  pen.globalAlpha = alpha;
  for (let kind = 0; kind < tone.types.length; kind++) {
    pen.fillStyle = tone.types[kind];
    pen.strokeStyle = tone.ground;
    pen.lineWidth = 1.5;
    pen.beginPath();
    for (const node of list) {
      if (graph.kind[node] !== kind) continue;
      const radius = graph.radius[node] * scale;
      const x = toScreenX(graph.x[node]);
      const y = toScreenY(graph.y[node]);
      if (x < -radius || y < -radius || x > camera.width + radius || y > camera.height + radius) continue;
      if (radius < TINY) pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
      else trace(pen, kind, x, y, radius);
    }
    pen.fill();
    if (list.length < 2000) pen.stroke();
  }
  pen.globalAlpha = 1;
}

function drawLit(pen, lines) {
  const drawn = lines.map(endsOf);
  pen.strokeStyle = tone.soft;
  pen.fillStyle = tone.soft;
  pen.lineWidth = 1.4;
  pen.beginPath();
  for (const { ax, ay, bx, by } of drawn) {
    pen.moveTo(ax, ay);
    pen.lineTo(bx, by);
  }
  pen.stroke();
  for (const { ax, ay, bx, by } of drawn) drawArrow(pen, ax, ay, bx, by);
}

function drawArrow(pen, ax, ay, bx, by) {
  const angle = Math.atan2(by - ay, bx - ax);
  const [x, y] = [ax + (bx - ax) * 0.62, ay + (by - ay) * 0.62];
  pen.beginPath();
  pen.moveTo(x + 6 * Math.cos(angle), y + 6 * Math.sin(angle));
  pen.lineTo(x + 5 * Math.cos(angle + 2.4), y + 5 * Math.sin(angle + 2.4));
  pen.lineTo(x + 5 * Math.cos(angle - 2.4), y + 5 * Math.sin(angle - 2.4));
  pen.closePath();
  pen.fill();
}

function drawWords(pen, words) {
  pen.font = wordFont();
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const { text, x, y } of words) writeHaloed(pen, text, x, y, tone.soft);
}

function drawRing(pen, node, scale) {
  pen.strokeStyle = tone.accent;
  pen.lineWidth = 2.5;
  pen.beginPath();
  trace(
    pen,
    graph.kind[node],
    toScreenX(graph.x[node]),
    toScreenY(graph.y[node]),
    graph.radius[node] * scale + 5,
  );
  pen.stroke();
}

function drawLabels(pen, labels) {
  pen.textAlign = "left";
  pen.textBaseline = "top";
  for (const label of labels) {
    pen.font = label.font;
    writeHaloed(pen, label.text, label.left, label.top, isConcept(label.node) ? tone.ink : tone.soft);
  }
}

function writeHaloed(pen, text, x, y, colour) {
  pen.lineWidth = 3.5;
  pen.lineJoin = "round";
  pen.strokeStyle = tone.ground;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
