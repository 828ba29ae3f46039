import type { AgeBand, TransportPolicy } from '@ieum/api-contract';
import type { Kind } from '@ieum/signaling-protocol';
import { isMinor } from '../users/is-minor';

/**
 * How the members of a consult may be connected. A direct connection shows each the other's network address, and with
 * it roughly where they live: in counselling, and where one of them is a minor, everything goes through a relay.
 */
export function transportPolicyOf(kind: Kind | undefined, memberAges: readonly AgeBand[]): TransportPolicy {
  return kind === 'counselling' || memberAges.some(isMinor) ? 'relay' : 'all';
}
