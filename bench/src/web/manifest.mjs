/**
 * What a page of a Vite build loads, read from its manifest (https://vite.dev/guide/backend-integration).
 * @typedef {Record<string, { file: string, imports?: string[], dynamicImports?: string[] }>} Manifest
 */

/** The chunks, by key, that are there as soon as `key` is: itself and everything it imports statically. */
export function withImports(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const imported of chunk(manifest, key).imports ?? []) withImports(manifest, imported, found);
  return found;
}

/** The dynamic imports that lead from one chunk to another, by the shortest way, both ends included. */
export function pathTo(manifest, from, to) {
  const ways = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    if (way.at(-1) === to) return way;
    const next = [...withImports(manifest, way.at(-1))].flatMap((key) => chunk(manifest, key).dynamicImports ?? []);
    for (const key of next) {
      if (seen.has(key)) continue;
      seen.add(key);
      ways.push([...way, key]);
    }
  }
  throw new Error(`Nothing in the build leads from ${from} to ${to}.`);
}

/** The JavaScript files of these chunks and of what they import, each once. */
export function filesOf(manifest, keys) {
  const all = new Set(keys.flatMap((key) => [...withImports(manifest, key)]));
  return [...all].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
}

function chunk(manifest, key) {
  const found = manifest[key];
  if (!found) throw new Error(`The build has no ${key}.`);
  return found;
}
