import { randomUUID } from 'node:crypto';
import { matched } from './consult-fixtures';
import { RoamingMember } from './roaming-member';
import type { TestApi, TestUser } from './test-api';

const SAY_EVERY_MS = 300;

interface Call {
  readonly consultId: string;
  readonly student: RoamingMember;
  readonly mentor: RoamingMember;
}

/** Calls whose members never stop signaling to each other, through whatever is at `url`. */
export class CallsUnderWay {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly api: TestApi,
    private readonly calls: readonly Call[],
  ) {}

  /** `tokenOf` is asked at each connecting. */
  static async start(
    api: TestApi,
    { url, count, tokenOf }: { url: string; count: number; tokenOf: (user: TestUser) => string },
  ): Promise<CallsUnderWay> {
    const calls: Call[] = [];
    for (let made = 0; made < count; made += 1) {
      const { id: consultId, student, mentor } = await matched(api);
      const [studentPeerId, mentorPeerId] = [randomUUID(), randomUUID()];
      const member = (user: TestUser, peerId: string, otherPeerId: string) =>
        new RoamingMember({ url, token: () => tokenOf(user), consultId, peerId, otherPeerId });
      calls.push({
        consultId,
        student: member(student, studentPeerId, mentorPeerId),
        mentor: member(mentor, mentorPeerId, studentPeerId),
      });
    }
    const started = new CallsUnderWay(api, calls);
    await api.until(() => Promise.resolve(started.members.every(({ isSeated }) => isSeated)));
    started.timer = setInterval(() => started.members.forEach((member) => member.say()), SAY_EVERY_MS);
    return started;
  }

  /** Nothing new is said; resolves once all that was said has been acknowledged. @throws with what befell who is not done */
  async settle(withinMs?: number): Promise<void> {
    clearInterval(this.timer);
    const unsettled = () => this.members.filter(({ isDone, isSeated }) => !isDone || !isSeated);
    try {
      await this.api.until(() => Promise.resolve(unsettled().length === 0), withinMs);
    } catch (cause) {
      const stories = unsettled().map(({ isDone, isSeated, story }) => ({ isDone, isSeated, story: story.slice(-10) }));
      throw new Error(`Now ${Math.round(performance.now())}, and not settled: ${JSON.stringify(stories)}`, { cause });
    }
  }

  get said(): number {
    return this.members.reduce((sum, { said }) => sum + said, 0);
  }

  get moves(): number {
    return this.members.reduce((sum, { moves }) => sum + moves - 1, 0);
  }

  /** What was said and never arrived. */
  get lost(): number {
    return this.ways.reduce((sum, [from, to]) => sum + missing(from.said, to.heard), 0);
  }

  /** Calls that are over although nobody ended them. */
  async dropped(): Promise<string[]> {
    const rows = await this.api.query<{ id: string }>(
      `SELECT id FROM consults WHERE id = ANY($1::uuid[]) AND status <> 'live'`,
      [this.calls.map(({ consultId }) => consultId)],
    );
    const left = this.calls.filter(({ student, mentor }) =>
      [...student.departures, ...mentor.departures].some((reason) => reason !== 'disconnected'),
    );
    return [...rows.map(({ id }) => id), ...left.map(({ consultId }) => consultId)];
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.members.map((member) => member.leave()));
  }

  private get members(): RoamingMember[] {
    return this.calls.flatMap(({ student, mentor }) => [student, mentor]);
  }

  private get ways(): [from: RoamingMember, to: RoamingMember][] {
    return this.calls.flatMap(({ student, mentor }): [RoamingMember, RoamingMember][] => [
      [student, mentor],
      [mentor, student],
    ]);
  }
}

const missing = (said: number, heard: ReadonlyMap<number, number>) =>
  Array.from({ length: said }, (_, number) => number).filter((number) => !heard.has(number)).length;
