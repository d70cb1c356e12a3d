// Reads a JSON array of Mermaid texts with the npm package and writes what it found in each.
// usage: node mermaid-parse.mjs FOLDER-WITH-node_modules INPUT OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, input, output] = process.argv.slice(2);
const load = path => import(pathToFileURL(resolve(folder, 'node_modules', path)).href);
const { window } = new (await load('jsdom/lib/api.js')).default.JSDOM('');
Object.assign(globalThis, { window, document: window.document, Element: window.Element, Node: window.Node });
const mermaid = (await load('mermaid/dist/mermaid.core.mjs')).default;
mermaid.initialize({ startOnLoad: false });

const found = [];
for (const text of JSON.parse(readFileSync(input, 'utf8'))) {
  try {
    // The limits of length and edges are in effect when a text is drawn, not when it is read.
    if (text.length > 50000) throw new Error('longer than Mermaid draws');
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    if (db.getTasks) found.push({ ok: true, sections: [...db.getSections()], tasks: db.getTasks().map(task => task.task) });
    else if (db.getVertices) found.push({ ok: true, nodes: [...db.getVertices().keys()], edges: db.getEdges().map(() => 1) });
    else found.push({ ok: true, nodes: db.getGraph().nodes.map(node => node.id), edges: db.getGraph().links.map(() => 1) });
  } catch (error) {
    found.push({ ok: false, error: String(error.message ?? error).slice(0, 300) });
  }
}
writeFileSync(output, JSON.stringify(found));
