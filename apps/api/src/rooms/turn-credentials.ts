import { createHmac } from 'node:crypto';

export interface TurnCredentials {
  readonly username: string;
  readonly credential: string;
}

/**
 * Credentials that a TURN server with the same secret can check by itself, until they expire
 * (draft-uberti-behave-turn-rest-00, section 2.2). `name` travels in clear and must tell nothing of a person.
 */
export function makeTurnCredentials(secret: string, expiresAt: Date, name: string): TurnCredentials {
  const username = `${Math.floor(expiresAt.getTime() / 1000)}:${name}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
