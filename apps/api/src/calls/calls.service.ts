import { CALL_REPORTS_MAX, type RequestOf } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock';
import type { CallReport, CallSummary, Reporter } from './call-report';
import { CallReportsOutbox } from './call-reports-outbox';
import { CallReportsRepository } from './call-reports.repository';

const HOUR_MS = 3600 * 1000;

/** As many reports as both sides of a call may leave, with a reload or two. */
const TIMELINE_MAX = 4 * CALL_REPORTS_MAX;

/** What calls were like, by what their browsers tell: the server carries no media and sees nothing of it. */
@Injectable()
export class CallsService {
  constructor(
    private readonly repository: CallReportsRepository,
    private readonly outbox: CallReportsOutbox,
    private readonly clock: Clock,
  ) {}

  /** Takes a report of somebody who sits in the room. It is kept a moment later. */
  take(reporter: Reporter, { seq, agoMs, fact }: RequestOf<'call:report'>): void {
    const at = new Date(this.clock.now().getTime() - agoMs);
    this.outbox.add({ ...reporter, seq, at, fact });
  }

  /** All that was told of a consult's calls, in order. Whoever asks is somebody else's business. */
  timelineOf(consultId: string): Promise<CallReport[]> {
    return this.repository.findOf(consultId, TIMELINE_MAX);
  }

  /** The calls that were last told of, the newest first. */
  recentCalls({ limit = 50, withinHours = 24 }: { limit?: number; withinHours?: number } = {}): Promise<CallSummary[]> {
    return this.repository.findRecent(new Date(this.clock.now().getTime() - withinHours * HOUR_MS), limit);
  }
}
