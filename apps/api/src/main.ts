import 'reflect-metadata';
import { AppModule } from './app.module';
import { createApp } from './bootstrap';
import { BadSetting, readConfig } from './config/config';
import { openGround } from './database/ground';
import { seedDemo } from './demo/demo';
import { startTracing } from './tracing/start-tracing';

/** Engines and service managers kill after 30 s: whatever has not ended by itself shortly before ends with a word. */
const STOP_WITHIN_MS = 25_000;

/** Starts the whole product; what cannot work is said in one line. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const demo = process.argv.includes('--demo');
  if (demo && config.production) throw new BadSetting('--demo is not for production: leave it out.');
  const stopTracing = config.tracing && (await startTracing(config.tracing));
  const ground = await openGround(config);
  const app = await createApp(AppModule.on(ground), config).catch(async (error: unknown) => {
    await ground.close();
    throw error;
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => fail(new Error('Stopping took too long.')), STOP_WITHIN_MS).unref();
    await app.close();
    await ground.close();
    await stopTracing?.();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop().then(() => process.exit(0), fail));
  }
  try {
    await app.listen({ port: config.port, host: config.host });
    if (demo) say(await seedDemo(ground, app));
    say(`Ieum is ready at http://localhost:${new URL(await app.getUrl()).port || config.port}`);
  } catch (error) {
    await stop();
    throw error;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof BadSetting ? error.message : oneLine(error)}\n`);
  process.exit(1);
}

function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'The port is in use: set PORT to another one.';
  if (code === 'EACCES') return 'The port may not be opened by this user: set PORT to one above 1023.';
  return `Ieum could not start: ${error.stack ?? error.message}`;
}

main().catch(fail);
