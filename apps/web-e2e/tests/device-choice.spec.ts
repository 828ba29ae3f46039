import { expect, type Page, test } from '@playwright/test';
import { expectMediaToFlow, meet } from '../support/call';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

/** One of Chromium's fake microphones, and not the default one. */
const CHOSEN = 'Fake Audio Input 1';

/** The microphone that the other side hears. */
const sentFrom = (page: Page) =>
  page.evaluate(() => {
    const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
    return peerConnections
      .at(-1)
      ?.getSenders()
      .find(({ track }) => track?.kind === 'audio')?.track?.label;
  });

test('the microphone that one chose is used after a reload, too', async ({ browser }) => {
  const student = await Person.student(browser, server);
  const mentor = await Person.mentor(browser, server);
  await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const { page } = student;
  const chosen = page.getByRole('combobox', { name: 'Microphone' });
  const expectChosen = async () => {
    await expect.poll(() => sentFrom(page)).toBe(CHOSEN);
    await expect(chosen.locator('option:checked')).toHaveText(CHOSEN);
  };
  await student.press('Choose microphone and speaker');
  await expect.poll(() => sentFrom(page)).not.toBe(CHOSEN);
  await chosen.selectOption({ label: CHOSEN });
  await expectChosen();
  await expectMediaToFlow(mentor);

  await student.reload();
  await expectMediaToFlow(student, mentor);
  await student.press('Choose microphone and speaker');
  await expectChosen();
  await student.close();
  await mentor.close();
});
