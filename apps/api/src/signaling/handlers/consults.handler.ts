import { Injectable } from '@nestjs/common';
import type { AuthUser } from '../../auth/auth-user';
import { Clock } from '../../common/clock';
import { DomainError } from '../../common/domain-error';
import { consultNotFound, profileMissing } from '../../consults/consults.errors';
import { ConsultsService } from '../../consults/consults.service';
import { LiveListService } from '../../consults/live-list/live-list.service';
import { MentorsService } from '../../mentors/mentors.service';
import { type Handlers, listChannel, type SignalingSocket } from '../socket-types';

@Injectable()
export class ConsultsHandler {
  constructor(
    private readonly consults: ConsultsService,
    private readonly liveList: LiveListService,
    private readonly mentors: MentorsService,
    private readonly clock: Clock,
  ) {}

  readonly handlers: Handlers<
    'list:subscribe' | 'list:unsubscribe' | 'consult:accept' | 'waiting:watch' | 'waiting:offer'
  > = {
    'list:subscribe': async (socket) => {
      const { user } = socket.data;
      mustBeMentor(user);
      const audience = await this.mentors.audienceOf(user.id);
      if (!audience) throw profileMissing();
      if (!socket.connected) throw new DomainError('auth/session-ended', 'The socket is gone.');
      this.unsubscribe(socket);
      const exceptStudentId = user.roles.includes('student') ? user.id : null;
      const { viewKey, rev, cards } = this.liveList.subscribe(socket.id, user.id, { ...audience, exceptStudentId });
      void socket.join(listChannel(viewKey));
      return { rev, cards: [...cards], now: this.clock.now().toISOString() };
    },

    'list:unsubscribe': (socket) => {
      this.unsubscribe(socket);
      return {};
    },

    'consult:accept': async (socket, { consultId }) => {
      mustBeMentor(socket.data.user);
      return this.consults.accept(socket.data.user.id, consultId);
    },

    'waiting:watch': (socket, { consultId }) => {
      const mentorsOnline = this.liveList.mentorsOnlineFor(socket.data.user.id, consultId);
      if (mentorsOnline === undefined) throw consultNotFound();
      return { mentorsOnline };
    },

    'waiting:offer': async (socket, { consultId, offer }) => {
      await this.consults.leaveOffer(socket.data.user.id, consultId, offer);
      return {};
    },
  };

  unsubscribe(socket: SignalingSocket): void {
    const left = this.liveList.unsubscribe(socket.id);
    if (left) void socket.leave(listChannel(left));
  }
}

function mustBeMentor(user: AuthUser): void {
  if (!user.roles.includes('mentor')) throw new DomainError('auth/forbidden', 'Only mentors may do this.');
}
