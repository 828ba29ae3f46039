import { KINDS, LANGUAGES, TOPICS_BY_KIND } from '@ieum/signaling-protocol';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConsultsService } from '../src/consults/consults.service';
import { fits } from '../src/consults/mentor-fit';
import { aRequest, createConsult } from './support/consult-fixtures';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

const aTopic = fc
  .constantFrom(...KINDS)
  .chain((kind) => fc.record({ kind: fc.constant(kind), topic: fc.constantFrom(...TOPICS_BY_KIND[kind]) }));

/** Few kinds and topics, so that profiles and requests often meet. */
const anAudience = fc.record({
  kinds: fc.subarray([...KINDS], { minLength: 1 }),
  topics: fc.subarray(Object.values(TOPICS_BY_KIND).flat(), { minLength: 15 }),
  languages: fc.subarray([...LANGUAGES], { minLength: 1 }),
  approved: fc.boolean(),
});

describe('who may accept', () => {
  let api: TestApi;
  let students: Record<'adult' | 'minor', TestUser>;
  let mentorId: string;
  beforeAll(async () => {
    api = await startTestApi();
    students = { adult: await api.registerStudent(), minor: await api.registerStudent({ ageBand: '14-to-18' }) };
    mentorId = (await api.insertMentors(1))[0] ?? '';
  });
  afterAll(() => api.close());

  it('is the same in SQL, which decides, and in memory, which shows the list', async () => {
    const consults = api.app.get(ConsultsService);
    const outcomes = new Map<boolean, number>();
    await fc.assert(
      fc.asyncProperty(
        aTopic,
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom('adult', 'minor'),
        anAudience,
        async ({ kind, topic }, language, age, audience) => {
          const student = students[age];
          await api.query(
            `UPDATE mentor_profiles SET kinds = $2, topics = $3, languages = $4,
               approved_at = CASE WHEN $5 THEN now() END WHERE user_id = $1`,
            [mentorId, audience.kinds, audience.topics, audience.languages, audience.approved],
          );
          const { id } = await createConsult(api, student, aRequest({ kind, topic, language }));
          const accepted = await consults.accept(mentorId, id).then(
            () => true,
            () => false,
          );
          await consults.cancel(student.id, id);
          const needsApproval = kind === 'counselling' || age === 'minor';
          expect(accepted).toBe(fits(audience, { kind, topic, language, needsApproval }));
          outcomes.set(accepted, (outcomes.get(accepted) ?? 0) + 1);
        },
      ),
      { numRuns: 150 },
    );
    expect(outcomes.get(true)).toBeGreaterThan(5);
    expect(outcomes.get(false)).toBeGreaterThan(5);
  });
});
