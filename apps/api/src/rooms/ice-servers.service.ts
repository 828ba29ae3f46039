import type { IceServersResponse } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { isOpen } from '../consults/consult-status';
import { ConsultsService } from '../consults/consults.service';
import { roomNotOpen } from './rooms.errors';

/** Which STUN and TURN servers a member's browser should use; nobody else is told. */
@Injectable()
export class IceServersService {
  constructor(
    private readonly consults: ConsultsService,
    private readonly config: Config,
  ) {}

  async serversFor(userId: string, consultId: string): Promise<IceServersResponse> {
    const consult = await this.consults.getRecord(userId, consultId);
    if (!isOpen(consult.status)) throw roomNotOpen();
    return { iceServers: [...this.config.iceServers] };
  }
}
