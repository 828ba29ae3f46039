import { expect } from '@playwright/test';
import type { ConsultResponse } from '@ieum/api-contract';
import type { Person } from './person';

/** Both sides decode new frames and hear new sound, from now on. */
export async function expectMediaToFlow(...people: readonly Person[]): Promise<void> {
  for (const person of people) {
    const before = await person.received();
    await expect(async () => {
      const now = await person.received();
      expect(now.frames).toBeGreaterThan(before.frames + 5);
      expect(now.audioEnergy).toBeGreaterThan(before.audioEnergy);
    }).toPass({ timeout: 20_000 });
  }
}

/** A request made by the API; the page that waits for it is opened. */
export async function ask(student: Person, message = 'I get stuck when dividing fractions'): Promise<string> {
  const { consult } = (await student.api('post', '/api/consults', {
    requestId: crypto.randomUUID(),
    kind: 'tutoring',
    topic: 'math',
    message,
    language: 'ko',
  })) as ConsultResponse;
  await student.page.goto(`/wait/${consult.id}`);
  return consult.id;
}

/** The mentor takes the student's request from the live list, and both are in the room. */
export async function meet(student: Person, mentor: Person): Promise<string> {
  const id = await ask(student);
  await mentor.page.goto('/live');
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}` }).click();
  await expect(mentor.page).toHaveURL(`/room/${id}`);
  await expect(student.page).toHaveURL(`/room/${id}`);
  return id;
}
