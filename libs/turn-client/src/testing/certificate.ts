import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Both in PEM. It is signed by itself: who is to trust it has to be told. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const run = promisify(execFile);

/** A certificate of 127.0.0.1, unless for another name; with a negative number of days one that has ended. */
export async function makeCertificate({ days = 200, name = 'IP:127.0.0.1' } = {}): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'ieum-certificate-'));
  const [key, request, cert] = ['key.pem', 'request.pem', 'cert.pem'].map((file) => join(folder, file));
  if (!key || !request || !cert) throw new Error('There was no folder.');
  try {
    await run('openssl', [
      ...['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=localhost'],
      ...['-addext', `subjectAltName=${name}`, '-keyout', key, '-out', request],
    ]);
    const signed = ['-signkey', key, '-days', String(days), '-copy_extensions', 'copy', '-out', cert];
    await run('openssl', ['x509', '-req', '-in', request, ...signed]);
    return { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
  } finally {
    await rm(folder, { recursive: true });
  }
}
