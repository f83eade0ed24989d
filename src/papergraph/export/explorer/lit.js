// What stands out: the neighbourhood of what is hovered or chosen, or the way between two nodes.

import { state } from "./state.js";
import { trailNodes } from "./trail.js";

export function litBy(picture, hovered) {
  if (hovered !== null) return neighbourhood(picture, [hovered]);
  if (state.path) return along(picture, trailNodes(state.path, state.way));
  if (state.edge) return along(picture, state.edge);
  if (state.node !== null && picture.shown[state.node]) return neighbourhood(picture, [state.node]);
  return null;
}

function neighbourhood(picture, chosen) {
  const lines = picture.lines.filter((line) => chosen.includes(line.a) || chosen.includes(line.b));
  const nodes = new Set([...chosen, ...lines.flatMap((line) => [line.a, line.b])]);
  return { chosen: new Set(chosen), nodes: [...nodes], lines };
}

function along(picture, nodes) {
  const steps = new Set(
    nodes.slice(1).flatMap((node, place) => [`${nodes[place]} ${node}`, `${node} ${nodes[place]}`]),
  );
  return {
    chosen: new Set(nodes),
    nodes,
    lines: picture.lines.filter((line) => steps.has(`${line.a} ${line.b}`)),
  };
}
