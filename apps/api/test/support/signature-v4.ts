import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** RFC 3986, as signatures want it. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Whether a request was signed with this log-in and may still be used: AWS Signature Version 4, in its header or in the
 * address. Written by what Amazon documents and not with the SDK, which would agree with itself.
 */
export function isSigned({ method, url, headers }: SignedRequest, id: string, secret: string): boolean {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const inAddress = searchParams.get('X-Amz-Signature');
  const header = /Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=(\w+)$/u.exec(headers.authorization ?? '');
  const credential = (inAddress ? searchParams.get('X-Amz-Credential') : header?.[1]) ?? '';
  const signedHeaders = (inAddress ? searchParams.get('X-Amz-SignedHeaders') : header?.[2]) ?? '';
  const signature = inAddress ?? header?.[3];
  const date = String(inAddress ? searchParams.get('X-Amz-Date') : headers['x-amz-date']);
  const [who = '', day = '', region = '', service = '', end = ''] = credential.split('/');
  const lastsMs = inAddress ? Number(searchParams.get('X-Amz-Expires')) * 1000 : 900_000;
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z'));
  if (who !== id || !signedHeaders.split(';').includes('host') || !(Date.now() - signedAt < lastsMs)) return false;

  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const request = [
    method,
    pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    query.join('&'),
    ...signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim().replace(/ +/gu, ' ')}`),
    '',
    signedHeaders,
    inAddress ? 'UNSIGNED-PAYLOAD' : String(headers['x-amz-content-sha256']),
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, [day, region, service, end].join('/'), hash(request)].join('\n');
  const key = [region, service, end].reduce((soFar, part) => hmac(soFar, part), hmac(`AWS4${secret}`, day));
  return hmac(key, text).toString('hex') === signature;
}
