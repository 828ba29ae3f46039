/**
 * Which way things point: the whole architecture as one table. A row says that code in `from` (but not in `fromExcept`) must never
 * import what matches `never`, unless it matches `except` too. Type imports, re-exports and dynamic imports count like any other.
 *
 * Files are written from the repository's root without their extension, packages as `npm:name/subpath`, Node's own as `node:fs`.
 * `*` is anything but a slash, `**` anything, `(a|b)` a choice. `{name}` in `from` is one folder, and the same one where it comes again.
 */

const specs = ['**/*.(spec|test-d)', '**/test/**', '**/testing/**'];
const testRunner = ['npm:@jest/globals', 'npm:fast-check', 'node:**'];
const persistence = '(entity|repository)';

const projects = [
  {
    name: 'project-by-name',
    from: ['{kind}/{project}/**'],
    fromExcept: ['bench/**', 'tools/**'],
    never: ['apps/**', 'libs/**', 'bench/**', 'tools/**', '**/node_modules/**'],
    except: ['{kind}/{project}/**'],
    why: 'another project is reached by its package name, never by a path into its folder',
  },
  {
    name: 'tooling-by-name',
    from: ['bench/**', 'tools/**'],
    never: ['apps/**', 'libs/**', '**/node_modules/**'],
    why: 'benchmarks and tools reach a project by its package name or run what it built',
  },
  {
    name: 'project-index-only',
    from: ['**'],
    never: ['npm:@ieum/*/**'],
    except: [
      'npm:@ieum/*',
      'npm:@ieum/(webrtc-client|turn-client)/testing',
      'npm:@ieum/room-document/inspector-worker',
    ],
    why: 'a project is what its index exports: no deep import past it',
  },
  {
    name: 'apps-are-leaves',
    from: ['**'],
    never: ['npm:@ieum/(api|web|web-e2e|bench)', 'npm:@ieum/(api|web|web-e2e|bench)/**'],
    why: 'nothing imports an application',
  },
  {
    name: 'fakes-in-specs-only',
    from: ['apps/**', 'libs/**'],
    fromExcept: [...specs, 'apps/web-e2e/**'],
    never: [
      'npm:@ieum/(webrtc-client|turn-client)/testing',
      'libs/*/src/testing/**',
      'npm:@jest/globals',
      'npm:fast-check',
      '**/*.spec',
    ],
    why: 'fakes and test runners stay out of what is shipped',
  },
];

const libraries = [
  {
    name: 'contracts-know-zod-only',
    from: ['libs/{project}/src/**'],
    fromExcept: ['libs/(webrtc-client|turn-client|room-document|spoken-text|api-contract)/**', ...specs],
    never: ['**'],
    except: ['npm:zod', 'libs/{project}/src/**'],
    why: 'a contract depends on zod and on nothing else',
  },
  {
    name: 'api-contract-stands-on-signaling-protocol',
    from: ['libs/api-contract/src/**'],
    fromExcept: specs,
    never: ['**'],
    except: ['npm:zod', 'npm:@ieum/signaling-protocol', 'libs/api-contract/src/**'],
    why: 'the REST contract shares its words with the socket contract, and depends on zod and nothing else',
  },
  {
    name: 'contract-specs',
    from: ['libs/{project}/**/*.(spec|test-d)', 'libs/{project}/test/**'],
    fromExcept: ['libs/(webrtc-client|turn-client|room-document|spoken-text)/**'],
    never: ['**'],
    except: ['npm:zod', 'libs/{project}/**', ...testRunner],
    why: 'the specs of a contract depend on zod and the test runner only',
  },
  {
    name: 'webrtc-client-knows-nothing',
    from: ['libs/webrtc-client/src/**'],
    fromExcept: ['**/*.(spec|test-d)'],
    never: ['**'],
    except: ['libs/webrtc-client/src/**'],
    why: 'webrtc-client has no dependency at all: hand it a port instead',
  },
  {
    name: 'webrtc-client-specs',
    from: ['libs/webrtc-client/**/*.(spec|test-d)', 'libs/webrtc-client/test/**'],
    never: ['**'],
    except: ['libs/webrtc-client/**', ...testRunner],
    why: 'webrtc-client is tested by its own fakes, without React, zod, sockets or the contracts',
  },
  {
    name: 'turn-client-knows-node-only',
    from: ['libs/turn-client/**'],
    fromExcept: ['**/*.config'],
    never: ['**'],
    except: ['libs/turn-client/**', ...testRunner],
    why: 'turn-client depends on Node and on nothing else',
  },
  {
    name: 'turn-client-is-no-browser-code',
    from: ['apps/web/src/**', 'libs/**'],
    fromExcept: ['libs/turn-client/**'],
    never: ['npm:@ieum/turn-client', 'npm:@ieum/turn-client/**'],
    why: 'browsers have a TURN client of their own: this one is for Node',
  },
  {
    name: 'spoken-text-knows-nothing',
    from: ['libs/spoken-text/src/**'],
    fromExcept: ['**/*.spec'],
    never: ['**'],
    except: ['libs/spoken-text/src/**'],
    why: 'spoken-text is plain functions and has no dependency at all',
  },
  {
    name: 'spoken-text-specs',
    from: ['libs/spoken-text/**/*.spec'],
    never: ['**'],
    except: ['libs/spoken-text/**', ...testRunner],
    why: 'spoken-text is tested without React, zod or the contracts',
  },
  {
    name: 'room-document-knows-yjs-only',
    from: ['libs/room-document/src/**'],
    fromExcept: ['**/*.spec'],
    never: ['**'],
    except: ['npm:yjs', 'libs/room-document/src/**'],
    why: 'room-document depends on yjs and on nothing else: hand it a port instead',
  },
  {
    name: 'room-document-specs',
    from: ['libs/room-document/**/*.spec'],
    never: ['**'],
    except: ['npm:yjs', 'libs/room-document/**', ...testRunner],
    why: 'room-document is tested by its own fakes, without editors, sockets or the call',
  },
];

const api = [
  {
    name: 'api-typeorm',
    from: ['apps/api/src/**'],
    fromExcept: [`**/*.${persistence}`, `**/*.${persistence}.spec`, 'apps/api/src/database/**'],
    never: ['npm:typeorm', 'npm:typeorm/**', 'npm:@nestjs/typeorm'],
    why: 'the database is spoken to in entities, repositories and database/ only',
  },
  {
    name: 'api-object-stores',
    from: ['apps/api/src/**'],
    fromExcept: ['apps/api/src/storage/**'],
    never: ['npm:@aws-sdk/**'],
    why: 'objects are kept and fetched through the port in storage/ only',
  },
  {
    name: 'api-own-persistence',
    from: ['apps/api/src/{module}/**'],
    fromExcept: ['apps/api/src/database/**'],
    never: [`apps/api/src/**/*.${persistence}`],
    except: ['apps/api/src/{module}/**'],
    why: "another module's entities and repositories are its own: ask its service",
  },
  {
    name: 'api-thin-edges',
    from: ['apps/api/src/**/*.(controller|gateway|handler)', 'apps/api/src/*'],
    never: [`apps/api/src/**/*.${persistence}`],
    why: 'controllers, gateway and bootstrap talk to services, never to repositories or entities',
  },
  {
    name: 'api-signaling-is-a-leaf',
    from: ['apps/api/src/**'],
    fromExcept: ['apps/api/src/signaling/**', 'apps/api/src/(app.module|bootstrap)'],
    never: ['apps/api/src/signaling/**'],
    why: 'signaling listens to domain events; nobody imports it',
  },
  {
    name: 'api-common-knows-no-domain',
    from: ['apps/api/src/common/**'],
    never: ['apps/api/src/**'],
    except: ['apps/api/src/(common|config)/**'],
    why: 'common is below every module and imports none',
  },
  {
    name: 'api-is-not-a-browser',
    from: ['apps/api/**', 'bench/**'],
    fromExcept: ['bench/src/pages/**'],
    never: [
      'npm:react',
      'npm:react/**',
      'npm:react-dom/**',
      'npm:@mantine/**',
      'npm:@ieum/(webrtc-client|room-document)',
      'npm:@ieum/room-document/**',
    ],
    why: 'the API renders nothing, calls nobody and writes no document',
  },
];

const web = [
  {
    name: 'web-shared-is-below',
    from: ['apps/web/src/shared/**'],
    never: ['apps/web/src/**'],
    except: ['apps/web/src/shared/**'],
    why: 'shared is below features and app',
  },
  {
    name: 'web-features-are-apart',
    from: ['apps/web/src/features/{feature}/**'],
    never: ['apps/web/src/**'],
    except: ['apps/web/src/features/{feature}/**', 'apps/web/src/shared/**'],
    why: 'a feature knows shared and itself; features meet in app/ only',
  },
  {
    name: 'web-tools-are-apart',
    from: ['apps/web/src/features/room/tools/{tool}/**'],
    never: ['apps/web/src/features/room/tools/*/**', 'apps/web/src/features/room/tools/registry'],
    except: ['apps/web/src/features/room/tools/{tool}/**'],
    why: 'a room tool never knows another tool, nor the registry that lists it',
  },
  {
    name: 'web-socket-adapters',
    from: ['apps/web/src/**'],
    fromExcept: ['apps/web/src/**/socket-*'],
    never: ['npm:socket.io-client', 'npm:socket.io-client/**', 'npm:engine.io-client', 'npm:socket.io-parser'],
    why: 'only the socket-*.ts adapters know Socket.IO',
  },
  {
    name: 'web-runs-in-browsers',
    from: ['apps/web/src/**'],
    fromExcept: specs,
    never: ['node:**', 'npm:@nestjs/**', 'npm:pg', 'npm:typeorm', 'npm:socket.io'],
    why: 'the page runs in a browser',
  },
];

export const table = [...projects, ...libraries, ...api, ...web];
