import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Jobs } from '../src/jobs/jobs';
import { DoomedObjectsRepository } from '../src/recordings/doomed-objects.repository';
import { DoomedObjects } from '../src/recordings/doomed-objects.service';
import { RecordingPolicy } from '../src/recordings/recording-policy';
import { RecordingsRepository } from '../src/recordings/recordings.repository';
import { FolderObjectStore } from '../src/storage/folder-object-store';
import { ObjectStore } from '../src/storage/object-store';
import { keysOf } from './support/object-store-contract';
import { DONE, TestRecorder } from './support/test-recorder';
import { spokenAnswer } from './support/spoken-answer';
import { MANY, startTestApi, type TestApi, type TestUser } from './support/test-api';

const SLICE_BYTES = 20_000;

describe('the sound of a recording that has its row', () => {
  let api: TestApi;
  let student: TestUser;
  let questionId: string;
  let store: ObjectStore;
  let repository: RecordingsRepository;
  beforeAll(async () => {
    // Room for one of two slices, and not for the second one again.
    const bytesPerDay = 3 * SLICE_BYTES;
    const policy: RecordingPolicy = { perDay: 100, bytesPerDay, bytesInAll: bytesPerDay, writes: MANY, reads: MANY };
    api = await startTestApi({ overrides: [[RecordingPolicy, policy]] });
    const [question] = await api.query<{ id: string }>('SELECT id FROM questions LIMIT 1');
    questionId = question?.id ?? '';
    store = api.app.get(ObjectStore);
    repository = api.app.get(RecordingsRepository);
  });
  beforeEach(async () => {
    student = await api.registerStudent();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => api.close());

  /** All slices are there, and nobody has said that nothing more comes. */
  const sent = async (slices: readonly Buffer[]): Promise<TestRecorder> => {
    const take = new TestRecorder(api, student, questionId);
    await take.begin();
    for (const [index, slice] of slices.entries()) expect((await take.send(index, slice)).status).toBe(204);
    return take;
  };

  it('is put together once, however often at once that is asked for', async () => {
    const slices = spokenAnswer(2, SLICE_BYTES);
    const take = await sent(slices);
    const assemble = jest.spyOn(store, 'assemble');
    const answers = await Promise.all(Array.from({ length: 20 }, () => take.complete(2)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(assemble).toHaveBeenCalledTimes(1);
    expect((await take.audio()).bytes.equals(Buffer.concat(slices))).toBe(true);
  });

  it('is there when its script is restored that was deleted while two nodes put it together', async () => {
    const slices = spokenAnswer(2, SLICE_BYTES);
    const take = await sent(slices);
    const assemble = store.assemble.bind(store);
    jest.spyOn(store, 'assemble').mockImplementationOnce(async (...asked) => {
      const whole = await assemble(...asked);
      await repository.complete(student.id, take.id, { slices: 2, ...DONE }, whole);
      await api.query('UPDATE scripts SET deleted_at = now() WHERE user_id = $1', [student.id]);
      return whole;
    });
    expect((await take.complete(2)).status).toBe(404);
    await api.query('UPDATE scripts SET deleted_at = NULL WHERE user_id = $1', [student.id]);
    expect((await take.audio()).bytes.equals(Buffer.concat(slices))).toBe(true);
  });

  it('is not kept when it was deleted while it was put together', async () => {
    const take = await sent(spokenAnswer(2, SLICE_BYTES));
    const assemble = store.assemble.bind(store);
    jest.spyOn(store, 'assemble').mockImplementationOnce(async (...asked) => {
      await repository.delete(student.id, take.id);
      return assemble(...asked);
    });
    expect((await take.complete(2)).status).toBe(404);
    expect(await keysOf(store, `recordings/${take.id}/`)).toEqual([]);
  });

  it('is there when the database took a slice and could not say so', async () => {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = spokenAnswer(2, SLICE_BYTES);
    const take = await sent([first]);
    const addSlice = repository.addSlice.bind(repository);
    jest.spyOn(repository, 'addSlice').mockImplementationOnce(async (...asked) => {
      await addSlice(...asked);
      throw new Error('Connection terminated unexpectedly');
    });
    expect((await take.send(1, second)).status).toBe(503);
    expect((await take.send(1, second)).status).toBe(204);
    expect((await take.complete(2)).status).toBe(200);
    expect((await take.audio()).bytes.equals(Buffer.concat([first, second]))).toBe(true);
  });

  it('is there when two nodes got the same slice, and there was room for one', async () => {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = spokenAnswer(2, SLICE_BYTES);
    const take = await sent([first]);
    const addSlice = repository.addSlice.bind(repository);
    jest.spyOn(repository, 'addSlice').mockImplementationOnce(async (...asked) => {
      await addSlice(...asked);
      return addSlice(...asked);
    });
    expect((await take.send(1, second)).status).toBe(204);
    expect((await take.complete(2)).status).toBe(200);
    expect((await take.audio()).bytes.equals(Buffer.concat([first, second]))).toBe(true);
  });

  it('is all there is: what a killed process left half written goes, though nobody writes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ieum-half-'));
    const longAgo = Date.now() / 1000 - 7200;
    await writeFile(join(folder, '.new-half'), 'half');
    await utimes(join(folder, '.new-half'), longAgo, longAgo);
    const doomed = new DoomedObjects(
      api.app.get(DoomedObjectsRepository),
      repository,
      new FolderObjectStore(folder),
      api.app.get(Jobs),
    );
    await doomed.sweep();
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
