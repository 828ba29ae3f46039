import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentDatabase, forgetDocument, forgetDocuments } from './document-databases';

const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
const define = (value: unknown) =>
  Object.defineProperty(globalThis, 'indexedDB', { value, configurable: true, writable: true });

let names: string[];
beforeEach(() => {
  names = [documentDatabase('1'), documentDatabase('2'), 'somebody-elses'];
  define({
    databases: async () => names.map((name) => ({ name, version: 1 })),
    deleteDatabase: (gone: string) => void (names = names.filter((name) => name !== gone)),
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  if (before) Object.defineProperty(globalThis, 'indexedDB', before);
});

describe('the documents that this device keeps', () => {
  it('are forgotten one by one as their consults end', () => {
    forgetDocument('2');
    expect(names).toEqual(['ieum.document.1', 'somebody-elses']);
  });

  it('are all forgotten but that of the consult at hand', async () => {
    await forgetDocuments('1');
    expect(names).toEqual(['ieum.document.1', 'somebody-elses']);
  });

  it('are all forgotten when their user goes', async () => {
    await forgetDocuments();
    expect(names).toEqual(['somebody-elses']);
  });

  it.each([
    ['has no database', undefined],
    ['does not tell which it has', { deleteDatabase: () => undefined }],
    ['refuses to', { databases: () => Promise.reject(new Error('private')), deleteDatabase: () => undefined }],
  ])('are none where the browser %s', async (_why, databases) => {
    define(databases);
    forgetDocument('1');
    await expect(forgetDocuments()).resolves.toBeUndefined();
  });
});
