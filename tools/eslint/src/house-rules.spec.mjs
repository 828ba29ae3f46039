import { Linter } from 'eslint';
import { describe, expect, it } from '@jest/globals';
import tseslint from 'typescript-eslint';
import { ambientGlobals } from './ambient-globals.mjs';
import { namedExports } from './named-exports.mjs';
import { noSwallowedErrors } from './no-swallowed-errors.mjs';
import { inFile, ruleTester } from './rule-tester.mjs';

const file = 'libs/webrtc-client/src/index.ts';
const valid = (code) => inFile(file, code);
const invalid = (messageId) => (code) => ({ ...inFile(file, code), errors: [{ messageId }] });
const unnamed = invalid('named');
const swallowed = invalid('swallowed');

ruleTester.run('named exports', namedExports, {
  valid: [
    valid('export const a = 1;'),
    valid("export { default as b } from './b';"),
    valid("export * from './b';"),
    valid('export type A = string;'),
  ],
  invalid: [
    unnamed('export default 1;'),
    unnamed('export default class A {}'),
    unnamed('const a = 1; export { a as default };'),
    unnamed("export { default } from './b';"),
    unnamed("export { b as 'default' } from './b';"),
    unnamed('const a = 1; export = a;'),
  ],
});

ruleTester.run('no swallowed errors', noSwallowedErrors, {
  valid: [
    valid('try { a(); } catch (error) { log(error); }'),
    valid('try { a(); } catch { return1(); }'),
    valid('try { a(); } finally { b(); }'),
    valid('a().catch((error) => log(error));'),
    valid('a().catch(log);'),
    valid('a().catch(() => false);'),
    valid('a().then(() => {}, log);'),
    valid('a().then(() => {});'),
    valid('a["catch"](() => {});'),
    valid('run(() => {});'),
  ],
  invalid: [
    swallowed('try { a(); } catch {}'),
    swallowed('try { a(); } catch (error) { /* it does not matter */ }'),
    swallowed('a().catch(() => {});'),
    swallowed('a()?.catch(() => {});'),
    swallowed('a().catch(function () {});'),
    swallowed('a().catch(() => undefined);'),
    swallowed('a().catch(() => void 0);'),
    swallowed('a().catch(() => null);'),
    swallowed('a().catch(() => { return; });'),
    swallowed('a().catch((() => {}) as Handler);'),
    swallowed('a().then(b, () => {});'),
  ],
});

describe('ambient globals', () => {
  const linter = new Linter();
  const complaints = (code) =>
    linter
      .verify(code, {
        languageOptions: { parser: tseslint.parser },
        rules: { 'no-restricted-globals': ['error', { globals: ambientGlobals, checkGlobalObject: true }] },
      })
      .map(({ message }) => message.match(/'(\w+)'/u)?.[1] ?? message);

  it.each([
    'window.close();',
    'document.title;',
    'navigator.mediaDevices;',
    'new RTCPeerConnection();',
    'new MediaStream();',
    'setTimeout(run, 10);',
    'fetch("/");',
    'Date.now();',
    'globalThis.setTimeout(run, 10);',
    'class A extends RTCPeerConnection {}',
    'const open = RTCPeerConnection;',
  ])('are refused as a value: %s', (code) => {
    expect(complaints(code)).toHaveLength(1);
  });

  it.each([
    'export type A = RTCPeerConnection | MediaStream;',
    'export function a(connection: RTCPeerConnection): Document { return b(connection); }',
    'export type Later = typeof setTimeout;',
    'export interface Channel extends RTCDataChannel { name: string }',
    'export const bytes = new Uint8Array(new TextEncoder().encode("a"));',
    'export const later = (platform: Platform) => platform.setTimeout(run, 10);',
  ])('are fine as a type, and what every runtime has is fine as a value: %s', (code) => {
    expect(complaints(code)).toEqual([]);
  });
});
