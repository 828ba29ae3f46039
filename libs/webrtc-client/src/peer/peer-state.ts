/**
 * What a person should be told about a connection.
 *
 * - `connecting`: not yet connected, working on it
 * - `connected`: media and data flow
 * - `reconnecting`: was connected, the path is lost, working on it
 * - `failed`: everything was tried once; goes on trying, with longer and longer pauses
 * - `closed`: `close()` was called
 */
export type PeerState = 'connecting' | 'connected' | 'reconnecting' | 'failed' | 'closed';

/**
 * The path between the peers: working, wavering (may come back by itself), lost, being looked for, or `idle`: not looked
 * for yet, because no offer was answered.
 */
export type LinkHealth = 'up' | 'shaky' | 'down' | 'pending' | 'idle';

/**
 * Reads both states of a connection (W3C WebRTC §4.3.3 and §4.3.4): `connectionState` covers ICE and DTLS together,
 * and `iceConnectionState` is the sooner of the two to tell of trouble.
 */
export function linkHealthOf(connection: RTCPeerConnectionState, ice: RTCIceConnectionState): LinkHealth {
  if (connection === 'failed' || connection === 'closed' || ice === 'failed') return 'down';
  if (connection === 'disconnected' || ice === 'disconnected') return 'shaky';
  return connection === 'connected' ? 'up' : 'pending';
}

/** The state to show, given the path and what happened before. */
export function peerStateOf(health: LinkHealth, history: { wasConnected: boolean; gaveUp: boolean }): PeerState {
  if (health === 'up') return 'connected';
  if (history.gaveUp) return 'failed';
  return history.wasConnected ? 'reconnecting' : 'connecting';
}
