import { Injectable } from '@nestjs/common';
import { CallsService } from '../../calls/calls.service';
import { DomainError } from '../../common/domain-error';
import { KeyedBuckets } from '../../common/token-bucket';
import { RoomsService } from '../../rooms/rooms.service';
import type { Handlers } from '../socket-types';

/** Takes what a member of a room tells of their call. */
@Injectable()
export class CallHandler {
  /** Whatever sockets they come by: limits of a socket start anew with the next. */
  private readonly perUser = new KeyedBuckets({ burst: 60, perSecond: 0.5 });

  constructor(
    private readonly rooms: RoomsService,
    private readonly calls: CallsService,
  ) {}

  readonly handlers: Handlers<'call:report'> = {
    'call:report': (socket, report) => {
      const { consultId, peerId, role } = this.rooms.seatOf(socket.id);
      const retryAfterMs = this.perUser.take(socket.data.user.id, performance.now());
      if (retryAfterMs > 0) throw new DomainError('request/rate-limited', 'Too many reports.', { retryAfterMs });
      this.calls.take({ consultId, peerId, side: role }, report);
      return {};
    },
  };
}
