import { MAX_FRAME_BYTES } from '@ieum/signaling-protocol';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { ServerOptions } from 'socket.io';
import { isAllowedOrigin } from '../common/allowed-origin';

/**
 * Socket.IO as a signaling server wants it: WebSocket alone (no polling, so no sticky sessions), no compression (it
 * costs 255 KB a connection), small frames, and no message handlers of Nest's own: the gateway dispatches.
 */
export class SignalingAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly extraOrigins: readonly string[],
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions) {
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
      maxHttpBufferSize: MAX_FRAME_BYTES,
      // A lost peer is noticed within pingInterval + pingTimeout.
      pingInterval: 5_000,
      pingTimeout: 5_000,
      connectTimeout: 10_000,
      // `cors` does not hold back a WebSocket of a foreign page: only this does.
      allowRequest: (request, done) => done(null, isAllowedOrigin(request.headers, this.extraOrigins)),
    } as ServerOptions);
  }

  /** Connections are the gateway's own; Nest's handler would keep an RxJS chain per connection. */
  override bindClientConnect(): void {}

  override bindMessageHandlers(): void {}
}
