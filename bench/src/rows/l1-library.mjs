import path from 'node:path';
import { onStage } from '../processes/stage.mjs';
import { atMostInAll, toResult } from '../report/result.mjs';
import { buildModule } from '../web/built-module.mjs';
import { gzippedKilobytes } from '../web/gzipped.mjs';

/** A call with camera, microphone, data and healing; screen, files, statistics and the like are extra imports. */
const CORE = `export { browserPlatform, LocalMedia, PeerSession } from '@ieum/webrtc-client';`;

const OTHERS = [
  // Its source needs Node's streams; this is the bundle of them that it publishes for browsers.
  { id: 'L1', name: 'simple-peer', source: `export { default } from 'simple-peer/simplepeer.min.js';` },
  { id: 'L1-peerjs', name: 'PeerJS', source: `export { Peer } from 'peerjs';` },
];

export const libraryRow = {
  id: 'L1',
  needsGround: false,
  run: () =>
    onStage(async (stage) => {
      const folder = await stage.folder();
      const ours = await sizeOf(path.join(folder, 'ours'), CORE);
      const results = [];
      for (const { id, name, source } of OTHERS) {
        results.push(
          toResult({
            id,
            name: `the call library's core, KB of gzip, beside ${name}`,
            ours: [ours],
            baseline: [await sizeOf(path.join(folder, id), source)],
            goal: atMostInAll(12, 'KB'),
          }),
        );
      }
      return results;
    }),
};

const sizeOf = async (folder, source) => gzippedKilobytes(await buildModule(folder, source));
