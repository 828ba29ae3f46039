import { createServer, type ViteDevServer } from 'vite';

/** Serves a folder of TypeScript pages, as the library's own examples are. */
export class Pages {
  private constructor(
    private readonly server: ViteDevServer,
    readonly origin: string,
  ) {}

  static async serve(root: string): Promise<Pages> {
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'error',
      cacheDir: `${root}/node_modules/.vite`,
      // Nothing is edited while tests run.
      server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
    });
    await server.listen();
    const address = server.httpServer?.address();
    if (!address || typeof address === 'string') throw new Error('the pages have no port');
    return new Pages(server, `http://127.0.0.1:${address.port}`);
  }

  async stop(): Promise<void> {
    await this.server.close();
  }
}
