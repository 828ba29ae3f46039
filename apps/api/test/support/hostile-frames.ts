import { randomBytes, randomUUID } from 'node:crypto';
import { REQUESTS, type RequestName } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** Stands in every hostile text and key: what comes back must never hold it. */
export const CANARY = 'canary-7c1e';

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;
const listOf = (length: number, item: string) => `[${Array.from({ length }, () => item).join(',')}]`;

/** JSON texts, so that keys arrive that an object literal cannot hold. */
const HOSTILE_VALUES: readonly string[] = [
  'null',
  'true',
  '0',
  '-1',
  '1.5',
  '1e308',
  '-1e999',
  '9007199254740993',
  '""',
  '" "',
  `"${CANARY}"`,
  `"${CANARY}${'x'.repeat(5000)}"`,
  `"\\u0000${CANARY}"`,
  '"\\ud800"',
  '"💥"',
  '"../../etc/passwd"',
  `"' OR 1=1 -- ${CANARY}"`,
  '"00000000-0000-0000-0000-000000000000"',
  '"ffffffff-ffff-ffff-ffff-ffffffffffff"',
  '[]',
  '[[]]',
  `["${CANARY}"]`,
  listOf(10_000, '1'),
  listOf(2000, `{"${CANARY}":1}`),
  '{}',
  `{"${CANARY}":"${CANARY}"}`,
  `{"__proto__":{"${CANARY}":true}}`,
  `{"constructor":{"prototype":{"${CANARY}":true}}}`,
  '{"toString":1,"valueOf":2,"hasOwnProperty":3}',
  '{"toJSON":"x","then":"y","length":-1}',
  '{"_placeholder":true,"num":0}',
  `{"_placeholder":true,"num":"${CANARY}"}`,
  `{"type":"Buffer","data":[1,2,3]}`,
  '{"$ne":null}',
  nested(3000, '[', ']'),
  nested(3000, '{"a":', '}'),
  `{${Array.from({ length: 2000 }, (_, n) => `"${CANARY}${n}":${n}`).join(',')}}`,
];

type JsonSchema = { readonly [key: string]: unknown };
type Path = readonly string[];

/** Something that fits the schema. Fails on a schema it does not know, so that a new event is attacked too. */
function exampleOf(schema: JsonSchema): unknown {
  const options = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (options?.[0]) return exampleOf(options[0]);
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const type = Array.isArray(schema.type) ? (schema.type[0] as unknown) : schema.type;
  if (type === 'object') {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
    return Object.fromEntries(properties.map(([key, property]) => [key, exampleOf(property)]));
  }
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0;
  if (type === 'string') return schema.format === 'uuid' ? randomUUID() : 'x'.repeat(Number(schema.minLength ?? 1));
  if (type === 'boolean') return true;
  throw new Error(`No example can be made of ${JSON.stringify(schema)}.`);
}

/** Every place of a value, itself first. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

/** The JSON text of `value` with the place at `path` replaced by a JSON text, or taken away. */
function replaced(value: unknown, path: Path, text: string | undefined): string {
  const [key, ...rest] = path;
  if (key === undefined) return text ?? 'null';
  const members = Object.entries(value as object).flatMap(([name, each]) => {
    if (name !== key) return [`${JSON.stringify(name)}:${JSON.stringify(each)}`];
    return rest.length === 0 && text === undefined ? [] : [`${JSON.stringify(name)}:${replaced(each, rest, text)}`];
  });
  return `{${members.join(',')}}`;
}

export const REQUEST_NAMES = Object.keys(REQUESTS) as RequestName[];

/** Every hostile value in every place of every request's payload: bodies of Socket.IO events, the requests in turn. */
export function* hostileRequests(): Generator<string> {
  const places = REQUEST_NAMES.flatMap((name) => {
    const example = exampleOf(z.toJSONSchema(REQUESTS[name].request, { io: 'input' }));
    return pathsOf(example).map((path) => ({ name, example, path }));
  });
  for (const text of [...HOSTILE_VALUES, undefined]) {
    for (const { name, example, path } of places) yield `["${name}",${replaced(example, path, text)}]`;
  }
  for (const name of REQUEST_NAMES) yield `["${name}"]`;
  for (const name of REQUEST_NAMES) yield `["${name}",{},{},"${CANARY}"]`;
  for (const ending of ['\\u0000', `:${CANARY}`, ' ']) {
    for (const name of REQUEST_NAMES) yield `["${name}${ending}",{}]`;
  }
}

/** Names that the contract does not have, among them all that mean something to JavaScript or Socket.IO. */
export const UNKNOWN_EVENTS: readonly string[] = [
  '["__proto__",{}]',
  '["constructor",{}]',
  '["toString"]',
  '["hasOwnProperty",{}]',
  '["error","boom"]',
  '["message",{}]',
  '["ping"]',
  '["connection"]',
  '["close"]',
  '["",{}]',
  `["${CANARY}",{}]`,
  `["${'x'.repeat(30_000)}",{}]`,
  '[1,{}]',
  '[-0,{}]',
];

/** What breaks Engine.IO or Socket.IO itself; each is one or more frames. Most close their connection. */
export function hostilePackets(): (string | Buffer)[][] {
  const reserved = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];
  const placeholder = '{"_placeholder":true,"num":0}';
  const texts = [
    ...['', '9', 'x', '0', '0{"sid":"x"}', '2probe', '3', '5', '6', '7', 'b', 'bAAAA', '\u0000', '💥', '4', '49', '4x'],
    ...['42', '42[', '42{}', '42[]', '42[null]', '42[{}]', '42[[]]', '42[true]', '42"x"', '42["x"', '42["x"]7'],
    ...['421', '4299999999999999999999999["x"]', '421e9["x"]', '42-1["x"]', '42["list:subscribe",{}]7', '42,["x"]'],
    ...['43', '431', '431[]', '43["x"]', '430["x"]', '43{}', '439999999["x"]', '44', '44{"message":"x"}', '40', '40{}'],
    ...[
      '45',
      '45["x"]',
      '451-',
      '450-["x"]',
      '45-1-["x"]',
      '451.5-["x"]',
      '4511-["x"]',
      '4599999999999-["x"]',
      '46',
      '461-',
    ],
    ...[
      '40/admin,',
      '42/admin,["x"]',
      '42/,["x"]',
      '42/__proto__,["x"]',
      '41/admin,',
      `42/${'n'.repeat(30_000)},["x"]`,
    ],
    ...reserved.map((name) => `42["${name}",{}]`),
    ...reserved.map((name) => `427["${name}"]`),
    `42${nested(20_000, '[', ']')}`,
    `42${'['.repeat(60_000)}`,
    `42["x",${nested(8000, '{"a":', '}')}]`,
  ];
  const binary = [
    Buffer.alloc(0),
    Buffer.from([0]),
    Buffer.from([4, 2]),
    randomBytes(1000),
    Buffer.alloc(60_000, 0xff),
  ];
  return [
    ...texts.map((text) => [text]),
    ...binary.map((bytes) => [bytes]),
    [`451-["list:subscribe",${placeholder}]`, Buffer.from('x')],
    [`451-["list:subscribe",{"_placeholder":true,"num":9}]`, Buffer.from('x')],
    [`451-["list:subscribe",{"_placeholder":true,"num":"__proto__"}]`, Buffer.from('x')],
    [`451-["x",${'{"a":'.repeat(8000)}${placeholder}${'}'.repeat(8000)}]`, Buffer.from('x')],
    [`452-["x",${placeholder}]`, Buffer.from('x'), '42["x"]'],
    [`451-["x",${placeholder}]`, '42["x"]'],
    [`4510-["x"]`, ...Array.from({ length: 10 }, () => Buffer.alloc(60_000))],
    [Buffer.from('x'), Buffer.from('y')],
  ];
}
