import type { SignalingChannel, SignalMessage } from '@ieum/webrtc-client';

/** What this example needs of a `Socket` of `socket.io-client`. */
interface SignalSocket {
  emit(event: 'signal', to: string, message: SignalMessage): unknown;
  on(event: 'signal', listener: (from: string, message: SignalMessage) => void): unknown;
  off(event: 'signal', listener: (from: string, message: SignalMessage) => void): unknown;
}

/**
 * Signaling to one peer over Socket.IO. `peerId` is the application's name for that person's visit, never a `socket.id`:
 * that one changes whenever the socket is lost, and the call goes on. The server's part, for members of the room alone,
 * with a `peerId` it gave this visit itself, so that nobody can take another's:
 *
 * ```ts
 * socket.join(peerId); // at every connect, the one after a lost socket too
 * socket.on('signal', (to, message) => io.to(to).emit('signal', peerId, message));
 * ```
 *
 * Socket.IO keeps what is sent while this side's socket is down and sends it once, in order, when it is back. What comes
 * while the other side's is down is lost, with which the session copes.
 */
export function socketSignaling(socket: SignalSocket, peerId: string): SignalingChannel {
  return {
    send: (message) => void socket.emit('signal', peerId, message),
    subscribe: (listener) => {
      const onSignal = (from: string, message: SignalMessage): void => {
        if (from === peerId) listener(message);
      };
      socket.on('signal', onSignal);
      return () => void socket.off('signal', onSignal);
    },
  };
}
