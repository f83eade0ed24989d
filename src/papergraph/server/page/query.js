// The query page: offers the stored questions, asks the endpoint, shows the answer.
// Names are other people's text: everything is set as text, never as HTML.

const element = (id) => document.getElementById(id);
let queries = [];
let prefixes = {};

element("stored").addEventListener("change", choose);
element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  ask(element("query").value);
});
element("query").value =
  "SELECT ?type (COUNT(?node) AS ?nodes)\nWHERE { ?node a ?type }\nGROUP BY ?type\nORDER BY DESC(?nodes)";
({ queries, prefixes } = await (await fetch("stored.json")).json());
for (const { name, title } of queries) element("stored").add(new Option(title, name));

function choose() {
  const query = queries.find(({ name }) => name === element("stored").value);
  element("about").textContent = query?.about ?? "";
  element("query").value = query?.text ?? "";
  element("parameters").replaceChildren(...(query?.parameters ?? []).flatMap(field));
}

function field({ name, about, example }) {
  const label = Object.assign(document.createElement("label"), {
    htmlFor: `$${name}`,
    textContent: `${name}: ${about}`,
  });
  const input = Object.assign(document.createElement("input"), {
    id: `$${name}`,
    name: `$${name}`,
    value: example,
  });
  return [label, input];
}

async function ask(query) {
  const body = new URLSearchParams({ query });
  for (const { name, value } of element("parameters").querySelectorAll("input")) body.set(name, value);
  say("asking …");
  const start = performance.now();
  const headers = { Accept: "application/sparql-results+json, text/turtle" };
  const reply = await fetch("sparql", { method: "POST", body, headers }).catch((error) => error);
  const took = `${Math.round(performance.now() - start)} ms`;
  if (reply instanceof Error) say("the server does not answer: is papergraph serve still running?");
  else if (!reply.ok) say(await reply.text());
  else if (reply.headers.get("content-type").startsWith("text/turtle")) say(took, await reply.text());
  else show(await reply.json(), took);
}

function say(status, graph = "") {
  element("status").textContent = status;
  element("graph").textContent = graph;
  element("rows").replaceChildren();
}

function show({ head, results, boolean }, took) {
  if (boolean !== undefined) return say(`${boolean ? "yes" : "no"}, ${took}`);
  say(`${results.bindings.length} rows, ${took}`);
  element("rows").append(
    row("th", head.vars),
    ...results.bindings.map((binding) =>
      row(
        "td",
        head.vars.map((name) => cell(binding[name])),
      ),
    ),
  );
}

function row(tag, contents) {
  const line = document.createElement("tr");
  line.append(
    ...contents.map((content) => {
      const box = document.createElement(tag);
      box.append(content);
      return box;
    }),
  );
  return line;
}

function cell(term) {
  if (term === undefined) return "";
  if (term.type !== "uri") return term.value;
  const known = Object.entries(prefixes).find(([, iri]) => term.value.startsWith(iri));
  const text = known ? `${known[0]}:${term.value.slice(known[1].length)}` : term.value;
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: text,
    className: "term",
  });
  button.addEventListener("click", () => describe(term.value));
  return button;
}

function describe(iri) {
  element("stored").value = "";
  choose();
  element("query").value = `DESCRIBE <${iri}>`;
  ask(element("query").value);
}
