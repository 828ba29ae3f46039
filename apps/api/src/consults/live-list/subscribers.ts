import type { Kind } from '@ieum/signaling-protocol';
import { type Audience, fits } from '../mentor-fit';
import type { ConsultRecord } from '../consult.record';

/** Whom a view is for: an audience, and for a mentor who is a student too, whose own requests are left out. */
export interface ViewAudience extends Audience {
  readonly exceptStudentId: string | null;
}

/** Whether a view shows the consult. */
export function shows(view: ViewAudience, consult: ConsultRecord): boolean {
  return view.exceptStudentId !== consult.studentId && fits(view, consult);
}

/** A connection on the live list. */
export interface Subscription {
  readonly connectionId: string;
  readonly mentorId: string;
  readonly audience: ViewAudience;
}

interface Group {
  readonly audience: ViewAudience;
  /** A mentor's connections on this view. */
  readonly mentors: Map<string, number>;
}

/** Connections on the live list, grouped by equal audience. */
export class Subscribers {
  private readonly groups = new Map<string, Group>();
  private readonly byConnection = new Map<string, { viewKey: string; mentorId: string }>();

  /** Returns the key of the view that the connection is on from now. */
  add(connectionId: string, mentorId: string, audience: ViewAudience): string {
    const viewKey = keyOf(audience);
    let group = this.groups.get(viewKey);
    if (!group) {
      group = { audience, mentors: new Map() };
      this.groups.set(viewKey, group);
    }
    group.mentors.set(mentorId, (group.mentors.get(mentorId) ?? 0) + 1);
    this.byConnection.set(connectionId, { viewKey, mentorId });
    return viewKey;
  }

  /** Returns which view the connection left and whether it was the last there; `undefined` if it was on none. */
  remove(connectionId: string): { viewKey: string; wasLast: boolean } | undefined {
    const place = this.byConnection.get(connectionId);
    const group = place && this.groups.get(place.viewKey);
    if (!place || !group) return undefined;
    this.byConnection.delete(connectionId);
    const left = (group.mentors.get(place.mentorId) ?? 1) - 1;
    if (left > 0) group.mentors.set(place.mentorId, left);
    else group.mentors.delete(place.mentorId);
    const wasLast = group.mentors.size === 0;
    if (wasLast) this.groups.delete(place.viewKey);
    return { viewKey: place.viewKey, wasLast };
  }

  *views(): IterableIterator<[viewKey: string, audience: ViewAudience]> {
    for (const [viewKey, group] of this.groups) yield [viewKey, group.audience];
  }

  *connections(): IterableIterator<Subscription> {
    for (const [connectionId, { viewKey, mentorId }] of this.byConnection) {
      const group = this.groups.get(viewKey);
      if (group) yield { connectionId, mentorId, audience: group.audience };
    }
  }

  /** Adds the mentors, not the connections, to whom the consult is shown. */
  collectMentorsFor(consult: ConsultRecord, mentors: Set<string>): void {
    for (const group of this.groups.values()) {
      if (!shows(group.audience, consult)) continue;
      for (const mentorId of group.mentors.keys()) mentors.add(mentorId);
    }
  }

  collectMentorsOffering(kind: Kind, mentors: Set<string>): void {
    for (const { audience, mentors: offering } of this.groups.values()) {
      if (!audience.kinds.includes(kind)) continue;
      for (const mentorId of offering.keys()) mentors.add(mentorId);
    }
  }
}

function keyOf(audience: ViewAudience): string {
  return JSON.stringify([
    [...audience.kinds].sort(),
    [...audience.topics].sort(),
    [...audience.languages].sort(),
    audience.approved,
    audience.exceptStudentId,
  ]);
}
