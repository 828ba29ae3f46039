import { boundaries } from './boundaries.mjs';
import { allowed, breach, refused } from './boundary-cases.mjs';
import { inFile, ruleTester } from './rule-tester.mjs';

const client = 'libs/webrtc-client/src';
const protocol = 'libs/signaling-protocol/src';
const shared = 'libs/room-document/src';

ruleTester.run('boundaries of the contracts', boundaries, {
  valid: [
    allowed(`${protocol}/events/presence.ts`, 'zod'),
    allowed(`${protocol}/events/presence.ts`, '../define-event'),
    allowed(`${protocol}/events/presence.ts`, '..'),
    allowed(`${protocol}/protocol-document.spec.ts`, 'node:fs'),
    allowed('libs/api-contract/src/users.spec.ts', '@jest/globals'),
    allowed('libs/api-contract/jest.config.mjs', '../../jest.base.mjs'),
  ],
  invalid: [
    refused(`${protocol}/ids.ts`, 'node:crypto', 'contracts-know-zod-only'),
    refused(`${protocol}/ids.ts`, 'crypto', 'contracts-know-zod-only'),
    refused(`${protocol}/ids.ts`, 'nanoid', 'contracts-know-zod-only'),
    refused(`${protocol}/ids.spec.ts`, 'socket.io', 'contract-specs'),
    refused(`${protocol}/ids.ts`, '@ieum/api-contract', 'contracts-know-zod-only'),
    refused('libs/some-later-contract/src/index.ts', 'rxjs', 'contracts-know-zod-only'),
    refused(`${protocol}/ids.ts`, '@ieum/api', 'apps-are-leaves', 'contracts-know-zod-only'),
    refused(
      `${protocol}/ids.ts`,
      '../../../apps/api/src/consults/consult-status',
      'project-by-name',
      'contracts-know-zod-only',
    ),
  ],
});

ruleTester.run('boundaries of webrtc-client', boundaries, {
  valid: [
    allowed(`${client}/peer/peer-session.ts`, '../platform'),
    allowed(`${client}/peer/peer-session.spec.ts`, '../testing/fake-peer-connection'),
    allowed(`${client}/peer/peer-session.spec.ts`, '@jest/globals'),
    allowed(`${client}/testing/index.ts`, './channel-pair'),
  ],
  invalid: [
    refused(`${client}/index.ts`, 'zod', 'webrtc-client-knows-nothing'),
    refused(`${client}/index.ts`, 'react', 'webrtc-client-knows-nothing'),
    refused(`${client}/index.ts`, 'node:events', 'webrtc-client-knows-nothing'),
    refused(`${client}/index.ts`, '@ieum/signaling-protocol', 'webrtc-client-knows-nothing'),
    refused(`${client}/peer/peer-session.spec.ts`, 'socket.io-client', 'webrtc-client-specs'),
    refused(`${client}/peer/peer-session.ts`, '../testing/manual-clock', 'fakes-in-specs-only'),
    refused(`${client}/testing/channel-pair.ts`, '@jest/globals', 'webrtc-client-knows-nothing'),
  ],
});

ruleTester.run('boundaries of room-document', boundaries, {
  valid: [
    allowed(`${shared}/room-document.ts`, 'yjs'),
    allowed(`${shared}/room-document.ts`, './sync/document-link'),
    allowed(`${shared}/testing/random-edit.ts`, 'yjs'),
    allowed(`${shared}/room-document.spec.ts`, './testing/channel-pair'),
    allowed(`${shared}/room-document.property.spec.ts`, 'fast-check'),
    allowed(`${shared}/room-document.spec.ts`, 'node:crypto'),
    allowed('apps/web/src/features/room/tools/notes/notes.ts', '@ieum/room-document'),
    allowed('apps/web/src/features/room/tools/notes/inspector.worker.ts', '@ieum/room-document/inspector-worker'),
    allowed('apps/api/src/documents/merge.worker.ts', 'yjs'),
  ],
  invalid: [
    refused(`${shared}/room-document.ts`, 'zod', 'room-document-knows-yjs-only'),
    refused(`${shared}/room-document.ts`, 'y-protocols/awareness', 'room-document-knows-yjs-only'),
    refused(`${shared}/room-document.ts`, 'node:crypto', 'room-document-knows-yjs-only'),
    refused(`${shared}/room-document.ts`, '@ieum/webrtc-client', 'room-document-knows-yjs-only'),
    refused(`${shared}/room-document.ts`, './testing/channel-pair', 'fakes-in-specs-only'),
    refused(`${shared}/room-document.spec.ts`, '@ieum/webrtc-client/testing', 'room-document-specs'),
    refused('apps/api/src/documents/merge.worker.ts', '@ieum/room-document', 'api-is-not-a-browser'),
    refused('apps/web/src/features/room/x.ts', '@ieum/room-document/src/room-document', 'project-index-only'),
  ],
});

ruleTester.run('boundaries of turn-client', boundaries, {
  valid: [
    allowed('libs/turn-client/src/connection.ts', 'node:dgram'),
    allowed('libs/turn-client/src/packets.spec.ts', 'fast-check'),
    allowed('libs/turn-client/src/testing/coturn.ts', 'node:child_process'),
    allowed('libs/turn-client/jest.config.mjs', '../../jest.base.mjs'),
    allowed('apps/api/src/doctor/relay-probe.ts', '@ieum/turn-client'),
    allowed('apps/api/test/doctor.integration.spec.ts', '@ieum/turn-client/testing'),
    allowed('apps/web-e2e/tests/turn.spec.ts', '@ieum/turn-client/testing'),
  ],
  invalid: [
    refused('libs/turn-client/src/turn-client.ts', 'zod', 'turn-client-knows-node-only'),
    refused('libs/turn-client/src/turn-client.ts', '@ieum/webrtc-client', 'turn-client-knows-node-only'),
    refused('libs/turn-client/src/turn-client.ts', './testing/coturn', 'fakes-in-specs-only'),
    refused('apps/api/src/doctor/relay-probe.ts', '@ieum/turn-client/testing', 'fakes-in-specs-only'),
    refused('apps/web/src/features/room/x.ts', '@ieum/turn-client', 'turn-client-is-no-browser-code'),
  ],
});

ruleTester.run('boundaries of spoken-text', boundaries, {
  valid: [
    allowed('libs/spoken-text/src/pace.ts', './read-words'),
    allowed('libs/spoken-text/src/align-words.spec.ts', 'fast-check'),
    allowed('libs/spoken-text/jest.config.mjs', '../../jest.base.mjs'),
    allowed('apps/web/src/features/practice/compare/take-facts.ts', '@ieum/spoken-text'),
    allowed('apps/api/src/progress/progress.service.ts', '@ieum/spoken-text'),
  ],
  invalid: [
    refused('libs/spoken-text/src/pace.ts', 'zod', 'spoken-text-knows-nothing'),
    refused('libs/spoken-text/src/pace.ts', '@ieum/api-contract', 'spoken-text-knows-nothing'),
    refused('libs/spoken-text/src/pace.ts', 'node:util', 'spoken-text-knows-nothing'),
    refused('libs/spoken-text/src/pace.spec.ts', '@ieum/api-contract', 'spoken-text-specs'),
    refused('apps/web/src/features/practice/x.ts', '@ieum/spoken-text/src/pace', 'project-index-only'),
  ],
});

ruleTester.run('boundaries around every project', boundaries, {
  valid: [
    allowed('apps/web/src/features/room/session/room-session.ts', '@ieum/webrtc-client'),
    allowed('apps/web/src/features/room/session/room-session.spec.ts', '@ieum/webrtc-client/testing'),
    allowed('apps/web-e2e/tests/call.spec.ts', '@playwright/test'),
    allowed('bench/scenarios/relay.mjs', '../harness.mjs'),
    allowed('bench/scenarios/relay.mjs', '@ieum/signaling-protocol'),
    allowed('bench/src/pages/healing.mjs', '@ieum/webrtc-client'),
    allowed('eslint.config.mjs', './tools/eslint/src/index.mjs'),
    allowed('apps/web/src/shared/ui/logo.tsx', './logo.svg?url'),
  ],
  invalid: [
    refused('apps/web/src/features/room/x.ts', '@ieum/webrtc-client/src/peer/peer-session', 'project-index-only'),
    refused('apps/web/src/features/room/x.ts', '@ieum/webrtc-client/testing', 'fakes-in-specs-only'),
    refused('apps/api/src/rooms/rooms.service.ts', './rooms.service.spec', 'fakes-in-specs-only'),
    refused('apps/api/src/rooms/rooms.service.ts', '../../../../libs/api-contract/src/index', 'project-by-name'),
    refused('apps/api/src/rooms/rooms.service.ts', '../../../../node_modules/@ieum/api-contract', 'project-by-name'),
    refused('apps/web-e2e/tests/call.spec.ts', '../../api/src/bootstrap', 'project-by-name'),
    refused('apps/web-e2e/tests/call.spec.ts', '@ieum/web', 'apps-are-leaves'),
    refused('bench/scenarios/relay.mjs', '../../apps/api/src/bootstrap', 'tooling-by-name'),
    refused('bench/src/rows/c2-healing.mjs', '@ieum/webrtc-client', 'api-is-not-a-browser'),
  ],
});

const file = `${client}/index.ts`;
const inForm = (code) => ({ ...inFile(file, code), errors: [breach('webrtc-client-knows-nothing', 'zod')] });

ruleTester.run('boundaries in every form of import', boundaries, {
  valid: [inFile(file, 'load("zod"); export const a = 1; export { a as b };'), inFile(file, 'object.require("zod")')],
  invalid: [
    inForm("import 'zod';"),
    inForm("import type { ZodType } from 'zod';"),
    inForm("import { type ZodType } from 'zod';"),
    inForm("import * as z from 'zod';"),
    inForm("export * from 'zod';"),
    inForm("export { z } from 'zod';"),
    inForm("export type { ZodType } from 'zod';"),
    inForm("await import('zod');"),
    inForm('await import(`zod`);'),
    inForm("type Z = import('zod').ZodType;"),
    inForm("import z = require('zod');"),
    inForm("require('zod');"),
    inForm("import.meta.resolve('zod');"),
    inForm("import.meta.glob(['./*.ts', 'zod']);"),
    { ...inFile(file, 'await import(name);'), errors: [{ messageId: 'computed' }] },
  ],
});
