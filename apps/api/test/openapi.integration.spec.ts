import type { OpenAPIObject } from '@nestjs/swagger';
import { READINESS } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from './support/test-api';

type Json = Record<string, unknown>;

/** Every schema object of the document, wherever it stands. */
function* objectsIn(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Json;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

describe('the OpenAPI description', () => {
  let api: TestApi;
  let document: OpenAPIObject;
  beforeAll(async () => {
    api = await startTestApi();
    document = (await api.get('/api/openapi.json')).body as OpenAPIObject;
  });
  afterAll(() => api.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Json>).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is OpenAPI 3.1 with a title, a version and unique operations', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Ieum', version: '1' } });
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('covers every route that the server has', () => {
    const described = new Set(operations().map(({ path, method }) => `${method} ${path}`));
    const routes = api.app
      .getHttpAdapter()
      .getInstance()
      .printRoutes({ commonPrefix: false, includeMeta: false }) as string;
    const served = routesOf(routes).filter((route) => !/docs|openapi\.json|\*|^(?:head|options) /u.test(route));
    expect(served.length).toBeGreaterThan(20);
    expect(served.filter((route) => !described.has(route))).toEqual([]);
  });

  it('says what each route takes, what it answers and how it refuses', () => {
    for (const { path, method, operation } of operations()) {
      const responses = operation.responses as Record<string, { content?: unknown }>;
      const granted = Object.keys(responses).find((status) => status.startsWith('2'));
      expect([path, method, granted]).toEqual([path, method, expect.any(String)]);
      if (granted !== '204') expect([path, responses[granted ?? '']?.content]).toEqual([path, expect.any(Object)]);
      expect(responses.default?.content).toBeDefined();
      const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(names);
    }
  });

  it('speaks JSON Schema 2020-12, not the dialect of OpenAPI 3.0', () => {
    for (const schema of objectsIn(document)) {
      expect(typeof schema.exclusiveMinimum).not.toBe('boolean');
      expect(typeof schema.exclusiveMaximum).not.toBe('boolean');
      expect(schema).not.toHaveProperty('nullable');
    }
    const references = [...objectsIn(document)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    for (const reference of references) expect(resolve(document, reference)).toBeDefined();
  });

  it('says which words there are for how ready a student is, and how a room may be reached', () => {
    const schemas = JSON.stringify([
      document.paths['/api/consults/{consultId}/readiness']?.put?.requestBody,
      document.paths['/api/consults/{consultId}/ice-servers']?.get?.responses['200'],
      document.paths['/api/ready-check/ice-servers']?.get?.responses['200'],
    ]);
    expect(schemas).toContain(JSON.stringify(READINESS));
    expect(schemas.split('"enum":["all","relay"]')).toHaveLength(3);
    expect(schemas.split('"relayMissing":{"type":"boolean"}')).toHaveLength(3);
  });

  it('names the routes that need no token', () => {
    const open = operations().filter(({ operation }) => JSON.stringify(operation.security) === '[{}]');
    expect(open.map(({ path }) => path).sort()).toEqual([
      '/api/auth/login',
      '/api/auth/logout',
      '/api/auth/refresh',
      '/api/auth/register',
      '/api/health/live',
      '/api/health/ready',
    ]);
    expect(document.security).toEqual([{ bearer: [] }]);
  });

  it('has a page that loads nothing from anywhere else and no inline script', async () => {
    const page = await api.get('/api/docs');
    const html = page.body as string;
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(html).not.toMatch(/(?:src|href)=["'](?:https?:)?\/\//u);
    expect(html).not.toMatch(/<script(?![^>]* src=)[^>]*>/u);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const parts = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/gu)].map(([, path]) => path);
    expect(parts.length).toBeGreaterThanOrEqual(4);
    for (const part of parts) expect([part, (await api.get(`/api/${part}`)).status]).toEqual([part, 200]);
  });
});

function resolve(document: OpenAPIObject, reference: string): unknown {
  return reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
}

/** Fastify prints its routes as a tree; each leaf line ends with the methods in brackets. */
function routesOf(tree: string): string[] {
  const prefixes: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    const depth = indent.length / 4;
    prefixes.length = depth;
    prefixes[depth] = part;
    const path = prefixes.join('').replaceAll(/:(\w+)/gu, '{$1}');
    return (methods?.split(', ') ?? []).map((method) => `${method.toLowerCase()} ${path}`);
  });
}
