// A focused neighbourhood is laid out anew: its centre in the middle, concepts around it by type, papers outside.

import { camera } from "./camera.js";
import { graph, isConcept } from "./data.js";
import { layOut } from "./physics.js";

const FIRST = 2600; // world units to the first ring
const NEXT = 1500;
const BETWEEN = 1500; // along a ring

export function arrange(list, centre) {
  layOut(() => {
    if (centre !== null) rings(list, centre);
  });
}

function rings(list, centre) {
  graph.x[centre] = 0;
  graph.y[centre] = 0;
  const around = list.filter((node) => node !== centre);
  around.sort(
    (a, b) => Number(isConcept(b)) - Number(isConcept(a)) || graph.kind[a] - graph.kind[b] || a - b,
  );
  for (let ring = 0, done = 0; done < around.length; ring++) {
    const radius = FIRST + ring * NEXT;
    const here = around.slice(done, done + Math.floor((2 * Math.PI * radius) / BETWEEN));
    ringOf(here, radius, (ring % 2) / 2);
    done += here.length;
  }
}

// Evenly around, as wide and high as the free part of the window.
function ringOf(nodes, radius, shift) {
  const { left, right, top, bottom } = camera.box;
  const wider = Math.min(Math.max((right - left) / (bottom - top), 0.7), 1.8);
  nodes.forEach((node, place) => {
    const angle = ((place + shift) / nodes.length) * 2 * Math.PI - Math.PI / 2;
    graph.x[node] = wider * radius * Math.cos(angle);
    graph.y[node] = radius * Math.sin(angle);
  });
}
