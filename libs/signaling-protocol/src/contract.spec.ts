import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ackOf, ERROR_CODES, PROTOCOL_VERSION, PUSHES, REQUESTS } from './index';

const page = readFileSync(new URL('../PROTOCOL.md', import.meta.url), 'utf8');

/** The rows of the table under this heading: event name and the words in code of its payload cell. */
function rowsUnder(heading: string): [name: string, cells: string[]][] {
  const section = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map(([name = '', ...cells]) => [name.replaceAll('`', ''), cells]);
}

const wordsInCode = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
const keysOf = (schema: z.ZodType) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);

describe('PROTOCOL.md', () => {
  it('names the version', () => {
    expect(page).toContain(`# The Ieum socket protocol, version ${PROTOCOL_VERSION}`);
    expect(page).toContain(`protocol: ${PROTOCOL_VERSION} }`);
  });

  const requests = rowsUnder('Requests and answers');
  it('lists exactly the requests of the contract', () => {
    expect(requests.map(([name]) => name)).toEqual(Object.keys(REQUESTS));
  });
  it.each(requests)('tells what %s sends and is answered', (name, [payload, data, refused]) => {
    const event = REQUESTS[name as keyof typeof REQUESTS];
    expect(wordsInCode(payload)).toEqual(keysOf(event.request));
    expect(wordsInCode(data)).toEqual(keysOf(event.response));
    for (const code of wordsInCode(refused)) expect(ERROR_CODES).toContain(code);
  });

  const pushes = rowsUnder('Pushes');
  it('lists exactly the pushes of the contract', () => {
    expect(pushes.map(([name]) => name)).toEqual(Object.keys(PUSHES));
  });
  it.each(pushes.filter(([name]) => name !== 'session:ended'))('tells what %s carries', (name, [payload]) => {
    expect(wordsInCode(payload)).toEqual(keysOf(PUSHES[name as keyof typeof PUSHES].payload));
  });

  it('names only error codes that exist', () => {
    const mentioned = page.match(/`(?:request|auth|consults|rooms|protocol|server|mentors)\/[a-z-]+`/g) ?? [];
    expect(mentioned.length).toBeGreaterThan(10);
    for (const code of mentioned) expect(ERROR_CODES).toContain(code.replaceAll('`', ''));
  });
});

describe('the contract', () => {
  it('has no error code twice', () => {
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  });

  it('refuses an acknowledgement that is neither granted nor refused', () => {
    const schema = ackOf(z.object({ value: z.number() }));
    expect(schema.safeParse({ ok: true, data: { value: 1 } }).success).toBe(true);
    expect(schema.safeParse({ ok: false, error: { code: 'request/invalid', message: '' } }).success).toBe(true);
    expect(schema.safeParse({ ok: false, error: { code: 'no/such', message: '' } }).success).toBe(false);
    expect(schema.safeParse({ ok: true }).success).toBe(false);
  });
});
