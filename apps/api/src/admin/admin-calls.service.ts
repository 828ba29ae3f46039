import type { AdminCalls, AdminCallTimeline } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { CallsService } from '../calls/calls.service';
import { ConsultOverviewService } from '../consults/overview/consult-overview.service';

const CALLS_MAX = 200;

/** What calls were like, without who was in them. */
@Injectable()
export class AdminCallsService {
  constructor(
    private readonly calls: CallsService,
    private readonly consults: ConsultOverviewService,
  ) {}

  async recent(hours: number): Promise<AdminCalls> {
    const calls = await this.calls.recentCalls({ limit: CALLS_MAX, withinHours: hours });
    return {
      items: calls.map(({ firstAt, lastAt, path, ...call }) => ({
        ...call,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
        path: path && { local: path.local, remote: path.remote, protocol: path.protocol ?? null },
      })),
    };
  }

  async timeline(consultId: string): Promise<AdminCallTimeline> {
    const [moments, reports] = await Promise.all([
      this.consults.momentsOf(consultId),
      this.calls.timelineOf(consultId),
    ]);
    const visits = new Map<string, string[]>();
    return {
      consultId,
      kind: moments.kind,
      status: moments.status,
      askedAt: moments.createdAt.toISOString(),
      matchedAt: moments.matchedAt?.toISOString() ?? null,
      liveAt: moments.liveAt?.toISOString() ?? null,
      closedAt: moments.closedAt?.toISOString() ?? null,
      reports: reports.map(({ at, side, peerId, fact }) => {
        const known = visits.get(side) ?? [];
        visits.set(side, known);
        if (!known.includes(peerId)) known.push(peerId);
        return { at: at.toISOString(), side, visit: known.indexOf(peerId) + 1, fact };
      }),
    };
  }
}
