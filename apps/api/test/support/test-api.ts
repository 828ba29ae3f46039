import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import { createApp } from '../../src/bootstrap';
import { type Config, readConfig } from '../../src/config/config';
import { RequestPolicy } from '../../src/consults/request-limit';
import { openDatabase } from '../../src/database/data-source';
import { TestAccounts } from './test-accounts';
import { makeDatabase } from './template-database';

export type { TestUser } from './test-accounts';

const JWT_SECRET = randomBytes(48).toString('base64url');

type Override = readonly [token: unknown, value: object];

export const MANY = { burst: 10_000, perSecond: 10_000 };

/** Tests ask for help more often than people do. */
const MANY_REQUESTS: Override = [
  RequestPolicy,
  { perStudent: MANY, readiness: MANY, givenUp: MANY } satisfies RequestPolicy,
];

interface Options {
  readonly config?: Partial<Config>;
  readonly webFolder?: string;
  /** Instead of one of the server that all tests share. */
  readonly database?: { url: string; drop: () => Promise<void> };
  /** What to inject instead. */
  readonly overrides?: readonly Override[];
}

/** The whole API on a port and a database of its own. */
export class TestApi extends TestAccounts {
  private constructor(
    url: string,
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly jwtSecret: string,
    dataSource: DataSource,
    private readonly options: Options,
    private readonly database: { url: string; drop: () => Promise<void> },
    private readonly folder: string,
  ) {
    super(url, dataSource);
  }

  static async start(options: Options): Promise<TestApi> {
    const folder = await mkdtemp(join(tmpdir(), 'ieum-api-'));
    return TestApi.on(options.database ?? (await makeDatabase()), folder, options);
  }

  /** Ends this one and starts another on the same database, as a new process would. */
  async restart(options: Options = this.options): Promise<TestApi> {
    await this.stop();
    return TestApi.on(this.database, this.folder, options);
  }

  /** One more node of the same installation. Close it before this one. */
  another(options: Options = this.options): Promise<TestApi> {
    return TestApi.on({ ...this.database, drop: () => Promise.resolve() }, this.folder, options);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private static async on(database: TestApi['database'], folder: string, options: Options): Promise<TestApi> {
    const dataSource = await openDatabase(database.url);
    const config: Config = { ...defaults(folder), ...options.config };
    const app = await createApp(
      AppModule.on({ config, jwtSecret: JWT_SECRET, dataSource }),
      config,
      options.webFolder ?? join(folder, 'no-web-page'),
      async (module, adapter, settings) => {
        const builder = Test.createTestingModule({ imports: [module] });
        for (const [token, value] of [MANY_REQUESTS, ...(options.overrides ?? [])]) {
          builder.overrideProvider(token).useValue(value);
        }
        const compiled = await builder.compile();
        return compiled.createNestApplication<NestFastifyApplication>(adapter, { ...settings, logger: false });
      },
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    return new TestApi(await app.getUrl(), app, config, JWT_SECRET, dataSource, options, database, folder);
  }

  private async stop(): Promise<void> {
    await this.app.close();
    await this.dataSource.destroy();
  }
}

export function startTestApi(options: Options = {}): Promise<TestApi> {
  return TestApi.start(options);
}

function defaults(dataDir: string): Config {
  return readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    // Nobody looks for the relays of example.org.
    TURN_CANARY_MINUTES: '0',
    ICE_SERVERS: '[{"urls":["stun:stun.example.org:3478"]}]',
  });
}
