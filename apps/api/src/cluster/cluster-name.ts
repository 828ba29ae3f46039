import { createHmac } from 'node:crypto';

/** Nodes of one installation share a secret, and no two installations do. */
export function clusterName(secret: string): string {
  return `ieum:1:${createHmac('sha256', secret).update('cluster').digest('base64url').slice(0, 16)}`;
}

/** What every node of that name listens to. */
export const channelOfAll = (name: string): string => `${name}:all`;
