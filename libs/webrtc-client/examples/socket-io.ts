import type { SignalingChannel, SignalMessage } from '@ieum/webrtc-client';

/** What this example needs of a `Socket` of `socket.io-client`. */
interface SignalSocket {
  emit(event: 'signal', to: string, message: SignalMessage): unknown;
  on(event: 'signal', listener: (from: string, message: SignalMessage) => void): unknown;
  off(event: 'signal', listener: (from: string, message: SignalMessage) => void): unknown;
}

/**
 * Signaling to one peer over Socket.IO. The server's part is one line, run for members of the room alone:
 * `socket.on('signal', (to, message) => io.to(to).emit('signal', socket.id, message))`.
 * Socket.IO keeps what is sent while the connection is down and sends it once, in order, when it is back.
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
