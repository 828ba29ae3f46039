import { serveInspector } from '@ieum/room-document/inspector-worker';

serveInspector(self);
