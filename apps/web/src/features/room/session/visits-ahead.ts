import type { Consult, EarlyOffer } from '@ieum/signaling-protocol';
import { createRoomSession } from './create-room-session';
import type { ToolRoom } from '../tools/tool';
import type { RoomConnection } from './room-connection';
import type { RoomSession } from './room-session';

interface VisitAhead {
  readonly consultId: string;
  readonly connection: RoomConnection;
  readonly session: RoomSession;
}

/**
 * A visit that began before the room's page is there to show it: a waiting student's, and a mentor's from the moment they
 * accepted. At most one; another one takes its place.
 */
class VisitsAhead {
  #visit: VisitAhead | null = null;

  /** The student waits: the call's offer is left with the request. */
  prepare(room: ToolRoom, connection: RoomConnection): void {
    if (this.#isFor(room.id, connection)) return;
    void this.#put({ consultId: room.id, connection, session: createRoomSession(room, connection) }).prepare();
  }

  /** The mentor accepted, and got the student's offer if there was one. */
  begin(consult: Consult, offer: EarlyOffer | null, connection: RoomConnection): void {
    const { id, student } = consult;
    const expected = offer && {
      peer: { peerId: offer.peerId, nickname: student.nickname, role: 'student', polite: true } as const,
      offer,
    };
    this.#put({ consultId: id, connection, session: createRoomSession(consult, connection, expected) }).start();
  }

  /** For the room's page: the visit is the page's from now on. */
  take(consultId: string, connection: RoomConnection): RoomSession | null {
    const session = this.#isFor(consultId, connection) ? (this.#visit?.session ?? null) : null;
    this.#visit = null;
    return session;
  }

  #isFor(consultId: string, connection: RoomConnection): boolean {
    const visit = this.#visit;
    return visit?.consultId === consultId && visit.connection === connection && visit.session.isOpen;
  }

  #put(visit: VisitAhead): RoomSession {
    this.#visit?.session.leave();
    this.#visit = visit;
    return visit.session;
  }
}

export const visitsAhead = new VisitsAhead();
