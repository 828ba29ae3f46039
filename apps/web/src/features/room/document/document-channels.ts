import type { PeerChannelSpec } from '@ieum/webrtc-client';

/** The document of the consult, of which the notes are a part. */
export const DOCUMENT_CHANNEL: PeerChannelSpec = { label: 'document' };

/** Where the other side's caret is: the next one is better than a late one. */
export const CURSORS_CHANNEL: PeerChannelSpec = { label: 'cursors', ordered: false, maxRetransmits: 0 };
