import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { TestAnswer } from './test-requests';
import { ConsultLeasesService } from '../../src/consults/consult-leases.service';
import { aRequest, type ConsultResponse } from './consult-fixtures';
import { ListFollower } from './list-follower';
import { TestSocket } from './socket-client';
import type { TestApi, TestUser } from './test-api';

export const STUDENTS = 3;
export const MENTORS = 4;

/** One thing somebody does. `consult` counts back from the newest that was made. */
export type Action =
  | { readonly does: 'create'; readonly who: number; readonly counselling: boolean }
  | { readonly does: 'accept' | 'end' | 'leave'; readonly who: number; readonly consult: number }
  | { readonly does: 'cancel' | 'join'; readonly who: number; readonly consult: number; readonly asMentor: boolean }
  | { readonly does: 'expire'; readonly consult: number };

/** Some things, several of them at once, or a restart after which every lease had run out meanwhile. */
export type Step = { readonly restart: true } | { readonly restart: false; readonly actions: readonly Action[] };

const consult = fc.nat({ max: 2 });
const student = fc.nat({ max: STUDENTS - 1 });
const mentor = fc.nat({ max: MENTORS - 1 });
const member = fc.record({ who: fc.nat({ max: STUDENTS - 1 }), consult, asMentor: fc.boolean() });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('create'), who: student, counselling: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ does: fc.constant('accept'), who: mentor, consult }) },
  { weight: 8, arbitrary: member.map((each): Action => ({ does: 'join', ...each })) },
  { weight: 1, arbitrary: member.map((each): Action => ({ does: 'cancel', ...each })) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('end'), who: mentor, consult }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leave'), who: mentor, consult }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('expire'), consult }) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.array(action, { minLength: 6, maxLength: 18 }).map((actions): Step => ({ restart: false, actions })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ restart: true }) },
);

export const schedules = fc.array(step, { minLength: 2, maxLength: 5 });

/** So many actions run at once; each lane does its own one after the other. */
const LANES = 3;

/** The people of a schedule at work on one server, which may be another one after each step. */
export class Schedule {
  private readonly made: { id: string; student: TestUser }[] = [];
  /** Who was told that they have a consult. */
  readonly winners = new Map<string, Set<string>>();
  private sockets = new Map<string, TestSocket>();
  private lists = new Map<string, ListFollower>();

  private constructor(
    public api: TestApi,
    private readonly students: readonly TestUser[],
    private readonly mentors: readonly TestUser[],
  ) {}

  static async start(api: TestApi, students: readonly TestUser[], mentors: readonly TestUser[]): Promise<Schedule> {
    const schedule = new Schedule(api, students, mentors);
    await schedule.connect();
    return schedule;
  }

  async take(step: Step): Promise<void> {
    if (!step.restart) {
      const lanes = Array.from({ length: LANES }, (_, lane) => step.actions.filter((_each, n) => n % LANES === lane));
      await Promise.all(
        lanes.map(async (lane) => {
          for (const each of lane) await this.act(each);
        }),
      );
      return;
    }
    this.disconnect();
    await this.api.query(`UPDATE consults SET lease_until = now() - interval '1 hour' WHERE closed_at IS NULL`);
    this.api = await this.api.restart();
    await this.connect();
  }

  listOf(mentor: TestUser): Promise<string[]> {
    return this.lists.get(mentor.id)?.ids() ?? Promise.resolve([]);
  }

  /** Closes what is open, so that the next schedule starts afresh. */
  async finish(): Promise<void> {
    this.disconnect();
    await this.api.query(`UPDATE consults SET lease_until = now() - interval '1 hour' WHERE closed_at IS NULL`);
    await this.api.app.get(ConsultLeasesService).expireDue();
  }

  private async connect(): Promise<void> {
    for (const user of new Set([...this.students, ...this.mentors])) {
      this.sockets.set(user.id, await TestSocket.connect(this.api.url, user.accessToken));
    }
    for (const { id } of this.mentors) this.lists.set(id, new ListFollower(this.socketOf(id)));
    await Promise.all(this.mentors.map((each) => this.listOf(each)));
  }

  private disconnect(): void {
    for (const socket of this.sockets.values()) socket.close();
    this.sockets.clear();
    this.lists.clear();
  }

  private async act(action: Action): Promise<void> {
    if (action.does === 'create') return this.create(pick(this.students, action.who), action.counselling);
    const target = this.made.at(-1 - action.consult);
    const id = target?.id ?? randomUUID();
    if (action.does === 'expire') {
      await this.api.query(`UPDATE consults SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
      return this.api.app.get(ConsultLeasesService).expireDue();
    }
    if (action.does === 'accept') return this.accept(pick(this.mentors, action.who), id);
    const asMentor = 'asMentor' in action ? action.asMentor : true;
    const winner = this.mentors.find((each) => this.winners.get(id)?.has(each.id));
    const member = asMentor ? winner : target?.student;
    // Mostly the member whose it is to do, sometimes anybody.
    const user = action.who > 0 && member ? member : pick(asMentor ? this.mentors : this.students, action.who);
    if (action.does === 'leave') return this.ask(user, 'room:leave', {});
    if (action.does === 'join') return this.ask(user, 'room:join', { consultId: id, peerId: randomUUID() });
    mustBeTyped(await this.api.post(`/api/consults/${id}/${action.does}`, undefined, user));
  }

  private async create(student: TestUser, counselling: boolean): Promise<void> {
    const changes = counselling ? ({ kind: 'counselling', topic: 'mood' } as const) : {};
    const answer = mustBeTyped(await this.api.post('/api/consults', aRequest(changes), student));
    if (answer.status === 201) this.made.push({ id: (answer.body as ConsultResponse).consult.id, student });
  }

  private async accept(mentor: TestUser, id: string): Promise<void> {
    const answer = mustBeTyped(await this.api.post(`/api/consults/${id}/accept`, undefined, mentor));
    if (answer.status === 200) this.winners.set(id, (this.winners.get(id) ?? new Set()).add(mentor.id));
  }

  private async ask(user: TestUser, name: string, payload: object): Promise<void> {
    const answer = await this.socketOf(user.id).askRaw(name, payload);
    if (!answer.ok && answer.error.code.startsWith('server/')) throw new Error(`${name}: ${answer.error.code}`);
  }

  private socketOf(userId: string): TestSocket {
    const socket = this.sockets.get(userId);
    if (!socket) throw new Error('Nobody is connected for this user.');
    return socket;
  }
}

function pick<T>(from: readonly T[], index: number): T {
  const found = from[index % from.length];
  if (found === undefined) throw new Error('There is nobody.');
  return found;
}

function mustBeTyped(answer: TestAnswer): TestAnswer {
  if (answer.status >= 500) throw new Error(`The server failed: ${JSON.stringify(answer.body)}`);
  return answer;
}
