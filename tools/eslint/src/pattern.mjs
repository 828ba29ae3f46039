const TOKEN = /\*\*\/|\/\*\*$|\*\*|\*|\{(\w+)\}|\(([^)]*)\)|[.+^$|?[\]\\]/gu;
const escapeRegExp = (text) => text.replace(/[.+^$|?[\]\\(){}*]/gu, '\\$&');

/** Turns a pattern of the table into a regular expression; `captured` fills in the `{name}`s that are already known. */
function toRegExp(pattern, captured) {
  const source = pattern.replace(TOKEN, (token, name, choice) => {
    if (name !== undefined) {
      return captured[name] === undefined ? `(?<${name}>[^/]+)` : escapeRegExp(captured[name]);
    }
    if (choice !== undefined) return `(?:${choice.split('|').map(escapeRegExp).join('|')})`;
    if (token === '**/') return '(?:.*/)?';
    if (token === '/**') return '/.+';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`, 'u');
}

const compiled = new Map();

/** The named folders of `path` when it matches `pattern`, else null. */
export function match(pattern, path, captured = {}) {
  const key = `${pattern}\n${JSON.stringify(captured)}`;
  const expression = compiled.get(key) ?? toRegExp(pattern, captured);
  compiled.set(key, expression);
  const found = expression.exec(path);
  return found === null ? null : { ...found.groups };
}

export const matchesAny = (patterns, path, captured) =>
  patterns.some((pattern) => match(pattern, path, captured) !== null);
