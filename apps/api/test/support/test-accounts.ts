import { randomInt, randomUUID } from 'node:crypto';
import type { AgeBand, MentorProfileInput, Session, Wants } from '@ieum/api-contract';
import { KINDS, LANGUAGES, TOPICS } from '@ieum/signaling-protocol';
import type { DataSource } from 'typeorm';
import { TestRequests } from './test-requests';

export interface TestUser {
  readonly id: string;
  readonly email: string;
  readonly nickname: string;
  readonly password: string;
  readonly accessToken: string;
  /** The refresh cookie as a browser would send it. */
  readonly cookie: string;
}

interface Person {
  readonly ageBand?: AgeBand;
  readonly nickname?: string;
  readonly email?: string;
}

interface Mentor extends Person {
  readonly wants?: Extract<Wants, 'help-others' | 'both'>;
  readonly kinds?: readonly MentorProfileInput['kinds'][number][];
  readonly topics?: readonly MentorProfileInput['topics'][number][];
  readonly languages?: readonly MentorProfileInput['languages'][number][];
  readonly line?: string;
  readonly approved?: boolean;
  /** `false`: has not said yet what they help with. */
  readonly profile?: boolean;
}

const PASSWORD = 'correct-horse-battery-staple';

/** People to test with, made the way people make themselves. */
export class TestAccounts extends TestRequests {
  constructor(
    url: string,
    readonly dataSource: DataSource,
  ) {
    super(url);
  }

  registerStudent(person: Person = {}): Promise<TestUser> {
    return this.register(person, 'get-help');
  }

  /** Without options: a mentor for everything, approved. */
  async registerMentor(mentor: Mentor = {}): Promise<TestUser> {
    const user = await this.register(mentor, mentor.wants ?? 'help-others');
    if (mentor.profile === false) return user;
    const { kinds = KINDS, languages = LANGUAGES, line = '' } = mentor;
    const topics = mentor.topics ?? TOPICS;
    const saved = await this.put('/api/mentors/me/profile', { kinds, topics, languages, line }, user);
    if (saved.status !== 200) throw new Error(`No profile was saved: ${JSON.stringify(saved.body)}`);
    if (mentor.approved ?? true) {
      await this.query('UPDATE mentor_profiles SET approved_at = now() WHERE user_id = $1', [user.id]);
    }
    return user;
  }

  /** Somebody whom the operator made an admin. */
  async registerAdmin(person: Person = {}): Promise<TestUser> {
    const user = await this.register(person, 'get-help');
    await this.query('UPDATE users SET is_admin = true WHERE id = $1', [user.id]);
    const answer = await this.post('/api/auth/refresh', undefined, undefined, { cookie: user.cookie });
    return { ...user, accessToken: (answer.body as Session).accessToken };
  }

  /** Mentors for tutoring in mathematics, straight into the database, where thousands are needed. Returns their ids. */
  async insertMentors(count: number): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `INSERT INTO users (email, nickname, password_hash, age_band, wants)
       SELECT gen_random_uuid() || '@example.org', 'mentor ' || n, 'none', '25-and-over', 'help-others'
       FROM generate_series(1, $1::int) n RETURNING id`,
      [count],
    );
    const ids = rows.map(({ id }) => id);
    await this.query(
      `INSERT INTO mentor_profiles (user_id, kinds, topics, languages, line, approved_at)
       SELECT unnest($1::uuid[]), '{tutoring}', '{math}', '{ko,en}', '', now()`,
      [ids],
    );
    return ids;
  }

  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query(sql, parameters);
  }

  private async register(person: Person, wants: Wants): Promise<TestUser> {
    const { email = `${randomUUID()}@example.org`, nickname = `사람 ${randomInt(1e9)}`, ageBand = '19-to-24' } = person;
    const answer = await this.post(
      '/api/auth/register',
      { email, nickname, password: PASSWORD, ageBand, wants },
      undefined,
      // Another address each time: limits by address are not what is tested here.
      { 'x-forwarded-for': `203.0.${randomInt(256)}.${randomInt(1, 255)}` },
    );
    if (answer.status !== 201) throw new Error(`Nobody was registered: ${JSON.stringify(answer.body)}`);
    const { user, accessToken } = answer.body as Session;
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return { id: user.id, email, nickname, password: PASSWORD, accessToken, cookie };
  }
}
