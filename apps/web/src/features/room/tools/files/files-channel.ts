import type { PeerChannelSpec } from '@ieum/webrtc-client';

/** Files go over a channel of their own, so that a large one holds up nothing else. */
export const FILES_CHANNEL: PeerChannelSpec = { label: 'files' };
