import type { IceServer } from '@ieum/api-contract';

/** `exactOptionalPropertyTypes`: a member that is not there is not the same as one that is `undefined`. */
export function asRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return { urls, ...(username !== undefined && { username }), ...(credential !== undefined && { credential }) };
}
