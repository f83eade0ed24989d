// Where one looks from: the world's point in the middle of the free part of the window, and the scale.

import { find } from "./dom.js";

export const camera = { x: 0, y: 0, k: 0.03, home: 0.03, width: 0, height: 0, moving: false, box: null };

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const TURN = 480; // milliseconds of a flight
const NEAREST = 1.2;
const REST = 140; // milliseconds without movement after which the picture is finished
let flight = 0;
let resting = 0;
let onMove = () => {};
let onRest = () => {};

export function watch(moved, rested) {
  onMove = moved;
  onRest = rested;
}

export function resize() {
  camera.width = window.innerWidth;
  camera.height = window.innerHeight;
}

// What cards leave free: the panel covers the right, or the lower part on a phone.
export function free() {
  const panel = find("panel");
  const narrow = camera.width < 720;
  const box = {
    left: 0,
    top: narrow ? 110 : 0,
    right: camera.width,
    bottom: camera.height - (narrow ? 60 : 40),
  };
  if (!narrow) box.left = find("side").getBoundingClientRect().right;
  if (!panel.hidden) {
    const covered = panel.getBoundingClientRect();
    if (narrow) box.bottom = Math.max(covered.top, box.top + 80);
    else box.right = covered.left;
  }
  return box;
}

const middle = () => {
  const box = free();
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
};

let focus = { x: 0, y: 0 }; // the middle, remembered: reading the page's boxes at every node would be slow
export const recentre = () => {
  focus = middle();
  camera.box = free();
};

export const toScreenX = (x) => (x - camera.x) * camera.k + focus.x;
export const toScreenY = (y) => (y - camera.y) * camera.k + focus.y;
export const toWorld = (x, y) => ({
  x: (x - focus.x) / camera.k + camera.x,
  y: (y - focus.y) / camera.k + camera.y,
});

function moved() {
  camera.moving = true;
  clearTimeout(resting);
  resting = setTimeout(() => {
    camera.moving = false;
    onRest();
  }, REST);
  onMove();
}

export function pan(dx, dy) {
  cancelAnimationFrame(flight);
  camera.x -= dx / camera.k;
  camera.y -= dy / camera.k;
  moved();
}

export function zoom(factor, x = focus.x, y = focus.y) {
  cancelAnimationFrame(flight);
  const before = toWorld(x, y);
  camera.k = Math.min(Math.max(camera.k * factor, camera.home / 4), NEAREST);
  const after = toWorld(x, y);
  camera.x += before.x - after.x;
  camera.y += before.y - after.y;
  moved();
}

export function fly(to) {
  cancelAnimationFrame(flight);
  recentre();
  const from = { x: camera.x, y: camera.y, k: camera.k };
  const began = performance.now();
  const step = (now) => {
    const part = calm.matches ? 1 : Math.min(Math.max((now - began) / TURN, 0), 1);
    const eased = part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
    camera.k = from.k * (to.k / from.k) ** eased;
    camera.x = from.x + (to.x - from.x) * eased;
    camera.y = from.y + (to.y - from.y) * eased;
    moved();
    if (part < 1) flight = requestAnimationFrame(step);
  };
  step(began);
}

// The view that holds all these points.
export function around(xs, ys, nearest = NEAREST / 4) {
  const box = free();
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  const k =
    0.88 *
    Math.min((box.right - box.left) / (right - left || 1), (box.bottom - box.top) / (bottom - top || 1));
  return { x: (left + right) / 2, y: (top + bottom) / 2, k: Math.min(k, nearest) };
}

function extent(values) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [-10_000, 10_000];
}

export function jump(to) {
  cancelAnimationFrame(flight);
  recentre();
  Object.assign(camera, to);
  moved();
}
