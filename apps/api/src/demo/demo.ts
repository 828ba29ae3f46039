import type { INestApplication } from '@nestjs/common';
import type { MentorProfileInput } from '@ieum/api-contract';
import { Passwords } from '../auth/passwords';
import type { OpenGround } from '../database/ground';
import { MentorsService } from '../mentors/mentors.service';
import { type NewUser, UsersService } from '../users/users.service';
import { makeSampleConsult } from './sample-consult';

type DemoUser = Omit<NewUser, 'passwordHash'> & { readonly profile?: MentorProfileInput; readonly admin?: true };

const PEOPLE: readonly DemoUser[] = [
  { email: 'student@demo.ieum', nickname: '하루', ageBand: '19-to-24', wants: 'get-help' },
  {
    email: 'mentor1@demo.ieum',
    nickname: '서연',
    ageBand: '19-to-24',
    wants: 'help-others',
    profile: {
      kinds: ['tutoring', 'speaking'],
      topics: ['math', 'english', 'coding', 'opic', 'daily-talk', 'interview-english'],
      languages: ['ko', 'en'],
      line: '수학교육과 3학년, 천천히 같이 풀어요',
    },
  },
  {
    email: 'mentor2@demo.ieum',
    nickname: 'Daniel',
    ageBand: '25-and-over',
    wants: 'help-others',
    profile: {
      kinds: ['tutoring', 'career', 'counselling'],
      topics: ['math', 'science', 'first-job', 'portfolio', 'choosing-a-major', 'school-life', 'friends', 'mood'],
      languages: ['ko', 'en'],
      line: 'Software engineer, glad to listen',
    },
  },
  { email: 'admin@demo.ieum', nickname: '지기', ageBand: '25-and-over', wants: 'help-others', admin: true },
];

/** A student, two approved mentors, an admin and a past meeting; run again, it changes nothing. Returns the log-ins. */
export async function seedDemo({ secrets }: OpenGround, app: INestApplication): Promise<string> {
  const users = app.get(UsersService, { strict: false });
  const mentors = app.get(MentorsService, { strict: false });
  const passwords = app.get(Passwords, { strict: false });
  for (const { profile, admin, ...person } of PEOPLE) {
    if (await users.findByEmail(person.email)) continue;
    const { id } = await users.create({ ...person, passwordHash: await passwords.hash(secrets.demoPassword) });
    if (admin) await users.setAdmin(person.email, true);
    if (!profile) continue;
    await mentors.saveProfile(id, profile);
    await mentors.setApproved(person.email, true);
  }
  const [student, mentor] = await Promise.all(PEOPLE.slice(0, 2).map(({ email }) => users.findByEmail(email)));
  if (student && mentor) await makeSampleConsult(app, student.id, mentor.id);
  return PEOPLE.map(({ email }) => `Demo log-in: ${email}  password: ${secrets.demoPassword}`).join('\n');
}
