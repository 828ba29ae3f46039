import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { BadSetting, Config } from '../config/config';
import { Metrics } from './metrics';

/** `/metrics`, on an address of its own: what goes on here is nobody's business who only opens the page. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MetricsServer.name);
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { metrics: where } = this.config;
    if (!where) return;
    this.metrics.watchProcess();
    const server = createServer((request, response) => void this.answer(request, response));
    server.listen(where.port, where.host);
    try {
      await once(server, 'listening');
    } catch (cause) {
      throw new BadSetting(
        `Nothing can listen at METRICS_HOST ${where.host} and METRICS_PORT ${where.port}: set them to others.`,
        { cause },
      );
    }
    this.server = server;
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.server) return;
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** The port it listens on; `undefined` when it does not. */
  get port(): number | undefined {
    const address = this.server?.address();
    return address && typeof address === 'object' ? address.port : undefined;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await this.metrics.read();
      response.writeHead(200, { 'content-type': this.metrics.contentType }).end(text);
    } catch (error) {
      this.logger.warn('The metrics could not be read.', stackOf(error));
      response.writeHead(500).end();
    }
  }
}
