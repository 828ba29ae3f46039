import type { TestAccounts, TestUser } from './test-accounts';
import { ask, body, claim, jobPath, writeScript } from './written-feedback-fixtures';

interface Planting {
  plant(where: string): string;
}

/** Somebody who asked for written feedback and got it, who answered another one, and who has begun a third. */
export async function plantWrittenFeedback(
  api: TestAccounts,
  person: TestUser,
  { mine, given }: { readonly mine: Planting; readonly given: Planting },
): Promise<void> {
  const question = 1;
  const script = await writeScript(api, person, { text: mine.plant('a text that was asked about'), question });
  const note = mine.plant('a note of a request for written feedback');
  const asked = await ask(api, person, script.id, { note });
  const path = `/api/scripts/of-question/${script.question.id}`;
  body(await api.put(path, { revision: script.revision, text: '' }, person));
  await write(api, await api.registerMentor(), asked, {
    text: mine.plant('a text that was corrected for them'),
    comment: mine.plant('a comment that was written for them'),
    moment: mine.plant('a moment that was marked for them'),
  });

  const student = await api.registerStudent();
  const other = await writeScript(api, student);
  await write(api, person, await ask(api, student, other.id), {
    text: 'I go to the park every day.',
    comment: given.plant('a comment that was written to somebody'),
    moment: given.plant('a moment that was marked for somebody'),
  });
  const begun = await ask(api, student, other.id);
  const { draft } = await claim(api, person, begun);
  body(
    await api.put(
      jobPath(begun, '/draft'),
      { ...draft, comment: mine.plant('a comment that was never sent'), moments: [] },
      person,
    ),
  );
}

async function write(
  api: TestAccounts,
  mentor: TestUser,
  id: string,
  { text, comment, moment }: { readonly text: string; readonly comment: string; readonly moment: string },
): Promise<void> {
  const { draft } = await claim(api, mentor, id);
  const moments = [{ recordingId: id, atMs: 1500, text: moment }];
  const revision = draft?.revision ?? 0;
  body(await api.put(jobPath(id, '/draft'), { revision, text, comment, moments }, mentor));
  body(await api.post(jobPath(id, '/answer'), { revision: revision + 1 }, mentor));
}
