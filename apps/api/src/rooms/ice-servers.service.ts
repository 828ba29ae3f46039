import { randomBytes } from 'node:crypto';
import type { IceServersResponse, TransportPolicy } from '@ieum/api-contract';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../common/clock';
import { Config } from '../config/config';
import { isRelayUri } from '../config/relays';
import { hasRoom } from '../consults/consult-status';
import { ConsultsService } from '../consults/consults.service';
import { UsersService } from '../users/users.service';
import { roomNotOpen } from './rooms.errors';
import { transportPolicyOf } from './transport-policy';
import { makeTurnCredentials } from './turn-credentials';

/** Long enough to try every server once, too short to be worth passing on. */
const CHECK_TTL_SECONDS = 120;
const NAME_BYTES = 12;

/** Which STUN and TURN servers a browser should use, and whether it has to go through a relay. */
@Injectable()
export class IceServersService implements OnApplicationBootstrap {
  private readonly logger = new Logger(IceServersService.name);

  constructor(
    private readonly consults: ConsultsService,
    private readonly users: UsersService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.hasRelay()) return;
    this.logger.warn(
      'There is no relay: counselling and consults with minors go direct once both people agree. Set TURN_URLS and TURN_SECRET.',
    );
  }

  /** For the members of a consult whose room is open, and nobody else. */
  async forRoom(userId: string, consultId: string): Promise<IceServersResponse> {
    const { status, kind, studentId, mentorId } = await this.consults.getRecord(userId, consultId);
    if (!hasRoom(status)) throw roomNotOpen();
    const members = [studentId, mentorId].filter((id) => id !== null);
    const ages = await Promise.all(members.map(async (id) => (await this.users.findById(id)).ageBand));
    return this.serversUnder(transportPolicyOf(kind, ages));
  }

  /** For trying out one's own devices, before there is a consult: its kind is open, the user's age is not. */
  async forCheck(userId: string): Promise<IceServersResponse> {
    const { ageBand } = await this.users.findById(userId);
    return this.serversUnder(transportPolicyOf(undefined, [ageBand]), CHECK_TTL_SECONDS);
  }

  private serversUnder(transportPolicy: TransportPolicy, maxTtlSeconds = Infinity): IceServersResponse {
    const { iceServers, turn } = this.config;
    const answer = { transportPolicy, relayMissing: transportPolicy === 'relay' && !this.hasRelay() };
    if (!turn) return { iceServers: [...iceServers], ...answer, expiresAt: null };
    const nowSeconds = Math.floor(this.clock.now().getTime() / 1000);
    const expiresAt = new Date((nowSeconds + Math.min(turn.ttlSeconds, maxTtlSeconds)) * 1000);
    const credentials = makeTurnCredentials(turn.secret, expiresAt, randomBytes(NAME_BYTES).toString('base64url'));
    return {
      iceServers: [...iceServers, { urls: [...turn.urls], ...credentials }],
      ...answer,
      expiresAt: expiresAt.toISOString(),
    };
  }

  private hasRelay(): boolean {
    return this.config.turn !== undefined || this.config.iceServers.some(({ urls }) => urls.some(isRelayUri));
  }
}
