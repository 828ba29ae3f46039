import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../workspace.mjs';

export const read = (file) => readFileSync(path.join(root, file), 'utf8');

const VARIABLE = /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/gu;

/** The names of all variables that a compose file asks for. */
export const variablesOf = (text) =>
  new Set([...text.matchAll(VARIABLE)].map(([, name]) => name).filter((name) => name !== undefined));

/**
 * A compose file with its variables filled in, as `docker compose config` prints it; an engine is not needed.
 * @throws where one is missing that has to be set
 */
export function render(text, settings) {
  const filled = text.replace(VARIABLE, (all, name, kind, rest) => {
    if (all === '$$') return '$';
    if (settings[name]) return settings[name];
    if (kind === '?') throw new Error(`${name} is not set: ${rest}`);
    return kind === '-' ? rest : '';
  });
  return parse(filled, { merge: true });
}
