import { boundaries } from './boundaries.mjs';
import { allowed, refused } from './boundary-cases.mjs';
import { ruleTester } from './rule-tester.mjs';

const api = 'apps/api/src';
const web = 'apps/web/src';
const tools = `${web}/features/room/tools`;

ruleTester.run('boundaries inside the API', boundaries, {
  valid: [
    allowed(`${api}/consults/consult.entity.ts`, 'typeorm'),
    allowed(`${api}/consults/consults.repository.ts`, 'typeorm'),
    allowed(`${api}/consults/consults.repository.ts`, './consult.entity'),
    allowed(`${api}/consults/consults.service.ts`, './consults.repository'),
    allowed(`${api}/consults/consults.service.ts`, '../users/users.service'),
    allowed(`${api}/database/data-source.ts`, 'typeorm'),
    allowed(`${api}/database/data-source.ts`, '../consults/consult.entity'),
    allowed(`${api}/database/migrations/0001-initial.ts`, 'typeorm'),
    allowed(`${api}/app.module.ts`, './signaling/signaling.module'),
    allowed(`${api}/signaling/signaling.gateway.ts`, './handle-event'),
    allowed(`${api}/signaling/handlers/consults.handler.ts`, '../../consults/consults.service'),
    allowed(`${api}/common/domain-error.filter.ts`, './domain-error'),
    allowed('apps/api/test/accept.integration.spec.ts', 'typeorm'),
  ],
  invalid: [
    refused(`${api}/consults/consults.service.ts`, 'typeorm', 'api-typeorm'),
    refused(`${api}/consults/consults.module.ts`, '@nestjs/typeorm', 'api-typeorm'),
    refused(`${api}/consults/consults.service.ts`, 'typeorm/driver/postgres', 'api-typeorm'),
    refused(`${api}/recordings/recordings.service.ts`, '@aws-sdk/client-s3', 'api-object-stores'),
    refused(`${api}/consults/consults.service.ts`, '../users/user.entity', 'api-own-persistence'),
    refused(`${api}/consults/consults.repository.ts`, '../users/users.repository.ts', 'api-own-persistence'),
    refused(`${api}/cli/demo.ts`, '../users/users.repository', 'api-own-persistence'),
    refused(`${api}/consults/consults.controller.ts`, './consult.entity', 'api-thin-edges'),
    refused(`${api}/consults/consults.controller.ts`, './consults.repository', 'api-thin-edges'),
    refused(
      `${api}/signaling/handlers/consults.handler.ts`,
      '../../consults/consults.repository',
      'api-own-persistence',
      'api-thin-edges',
    ),
    refused(`${api}/bootstrap.ts`, './users/users.repository', 'api-thin-edges'),
    refused(`${api}/consults/consults.service.ts`, '../signaling/signaling.gateway', 'api-signaling-is-a-leaf'),
    refused(`${api}/consults/consults.service.ts`, '../signaling/index', 'api-signaling-is-a-leaf'),
    refused(`${api}/common/clock.ts`, '../consults/consult-status', 'api-common-knows-no-domain'),
    refused(`${api}/rooms/rooms.service.ts`, '@ieum/webrtc-client', 'api-is-not-a-browser'),
    refused(`${api}/rooms/rooms.service.ts`, 'react', 'api-is-not-a-browser'),
  ],
});

ruleTester.run('boundaries inside the web app', boundaries, {
  valid: [
    allowed(`${web}/main.tsx`, './app/app'),
    allowed(`${web}/app/routes/room.tsx`, '../../features/room/components/room-page'),
    allowed(`${web}/features/ask/components/ask-form.tsx`, '../../../shared/ui/button'),
    allowed(`${web}/features/ask/components/ask-form.tsx`, '../api/use-ask'),
    allowed(`${web}/shared/ui/button.tsx`, '../hooks/use-theme'),
    allowed(`${tools}/registry.ts`, './chat/chat-tool'),
    allowed(`${tools}/chat/chat-tool.ts`, '../tool'),
    allowed(`${tools}/chat/chat-tool.ts`, './chat-log'),
    allowed(`${tools}/chat/chat-tool.ts`, '../../session/room-session'),
    allowed(`${web}/features/room/signaling/socket-signaling-channel.ts`, 'socket.io-client'),
    allowed(`${web}/features/room/signaling/socket-signaling-channel.spec.ts`, 'socket.io-client'),
    allowed(`${web}/shared/i18n/keys.spec.ts`, 'node:fs'),
  ],
  invalid: [
    refused(`${web}/shared/ui/button.tsx`, '../../features/ask/api/use-ask', 'web-shared-is-below'),
    refused(`${web}/shared/ui/button.tsx`, '../../app/paths', 'web-shared-is-below'),
    refused(`${web}/features/ask/components/ask-form.tsx`, '../../feedback/api/use-feedback', 'web-features-are-apart'),
    refused(`${web}/features/ask/components/ask-form.tsx`, '../../../app/paths', 'web-features-are-apart'),
    refused(`${web}/features/ask/ask.ts`, '../feedback', 'web-features-are-apart'),
    refused(`${web}/features/ask/ask.ts`, '../ask-again/ask', 'web-features-are-apart'),
    refused(`${tools}/chat/chat-tool.ts`, '../script/script-tool', 'web-tools-are-apart'),
    refused(`${tools}/chat/chat-tool.ts`, '../registry', 'web-tools-are-apart'),
    refused(`${web}/features/room/session/room-session.ts`, 'socket.io-client', 'web-socket-adapters'),
    refused(`${web}/shared/lib/clock.ts`, 'node:timers', 'web-runs-in-browsers'),
  ],
});
