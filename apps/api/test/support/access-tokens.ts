import { createHmac } from 'node:crypto';

type Json = Record<string, unknown>;

interface Changes {
  readonly header?: Json;
  readonly payload?: Json;
  readonly hash?: string;
}

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;

/** A token like this one with some claims changed, signed with `secret`. */
export function resigned(token: string, secret: string, { header, payload, hash = 'sha256' }: Changes): string {
  const [head, body] = token.split('.');
  const text = `${encode({ ...decode(head), ...header })}.${encode({ ...decode(body), ...payload })}`;
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
}

/** The moment so many seconds from now, as tokens count it. */
export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
