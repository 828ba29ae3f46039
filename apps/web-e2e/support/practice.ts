import type { DrawQuestionResponse, Question } from '@ieum/api-contract';
import { expect, type Page } from '@playwright/test';
import type { Person } from './person';

/** A question of these topics, drawn for this learner. */
export async function drawQuestion(
  student: Person,
  topics: readonly string[] = ['parks', 'school'],
): Promise<Question> {
  await student.api('put', '/api/practice/survey', { topics, level: 3 });
  return ((await student.api('post', '/api/practice/questions/draw', {})) as DrawQuestionResponse).question;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

/** Begins a take of the question that is open, and goes on until so many seconds of it are recorded. */
export async function speak(page: Page, seconds: number): Promise<void> {
  await press(page, /^Record (your answer|another take)$/u);
  await press(page, 'Begin now');
  await untilRecorded(page, seconds);
}

/** More of them may be by then. */
export async function untilRecorded(page: Page, seconds: number): Promise<void> {
  const shown = page.getByText(/^\d+:\d\d of at most 15:00$/u);
  const recorded = async () => Number((await shown.textContent())?.match(/^0:(\d\d)/u)?.[1] ?? 0);
  await expect.poll(recorded).toBeGreaterThanOrEqual(seconds);
}

/** Ends the take, and waits until the server has it. */
export async function keepTake(page: Page): Promise<void> {
  await press(page, 'Stop and keep');
  await expect(page.getByText('Your answer was saved.')).toBeVisible();
}
