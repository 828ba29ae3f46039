import { expect } from '@playwright/test';
import type { ConsultResponse } from '@ieum/api-contract';
import type { Caller } from './caller';

/** Both sides decode new frames and hear new sound, from now on. */
export async function expectMediaToFlow(...people: readonly Caller[]): Promise<void> {
  await Promise.all(people.map(expectToReceive));
}

async function expectToReceive(person: Caller): Promise<void> {
  let before = await person.received();
  await expect(async () => {
    const now = await person.received();
    // A new connection counts from nothing.
    if (now.frames < before.frames) before = now;
    expect(now.frames).toBeGreaterThan(before.frames + 5);
    expect(now.audioEnergy).toBeGreaterThan(before.audioEnergy);
  }).toPass({ timeout: 20_000, intervals: [200] });
}

/** A request made by the API; the page that waits for it is opened. */
export async function ask(student: Caller, message?: string): Promise<string> {
  const id = await request(student, message);
  await student.open(`/wait/${id}`);
  return id;
}

async function request(student: Caller, message = 'I get stuck when dividing fractions'): Promise<string> {
  const { consult } = (await student.api('post', '/api/consults', {
    requestId: crypto.randomUUID(),
    kind: 'tutoring',
    topic: 'math',
    message,
    language: 'ko',
  })) as ConsultResponse;
  return consult.id;
}

/** The mentor takes the student's request from the live list, and both are in the room. */
export async function meet(student: Caller, mentor: Caller): Promise<string> {
  const id = await request(student);
  await Promise.all([student.open(`/wait/${id}`), mentor.open('/live')]);
  await mentor.press(`Accept the request of ${student.nickname}`);
  await mentor.arriveAt(`/room/${id}`);
  await student.arriveAt(`/room/${id}`);
  return id;
}

/** Nothing arrives at any of them any more. */
export async function expectMediaToStop(...people: readonly Caller[]): Promise<void> {
  for (const person of people) {
    let before = -1;
    const packetsOfASecond = async () => {
      const { audioPackets } = await person.received();
      const arrived = audioPackets - before;
      before = audioPackets;
      return arrived;
    };
    await expect.poll(packetsOfASecond, { intervals: [1000] }).toBe(0);
  }
}

/** For `ms`, nobody goes without new pictures and new sound for as much as two seconds. */
export async function expectMediaToGoOn(ms: number, ...people: readonly Caller[]): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    for (const person of people) {
      const before = await person.received();
      const moreThanBefore = async () => {
        const now = await person.received();
        return { frames: now.frames > before.frames, sound: now.audioPackets > before.audioPackets };
      };
      await expect.poll(moreThanBefore, { timeout: 2_000, intervals: [100] }).toEqual({ frames: true, sound: true });
    }
  }
}
