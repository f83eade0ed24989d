// Where the communities' names stand: amid their shown concepts, larger for larger ones.

import { communities, graph, isConcept } from "./data.js";

const LEAST = 5; // concepts shown that make a place worth naming
const MOST = 18;

export function places(list) {
  const sums = communities.map((_, community) => ({ community, x: 0, y: 0, weight: 0, members: 0 }));
  for (const node of list) {
    if (!isConcept(node)) continue;
    const sum = sums[graph.community[node]];
    const weight = graph.radius[node];
    sum.x += weight * graph.x[node];
    sum.y += weight * graph.y[node];
    sum.weight += weight;
    sum.members++;
  }
  const found = sums.filter((sum) => sum.members >= LEAST).sort((a, b) => b.members - a.members);
  return found.slice(0, MOST).map(({ community, x, y, weight, members }) => ({
    community,
    x: x / weight,
    y: y / weight,
    size: 15 + 13 * Math.sqrt(members / found[0].members),
  }));
}
