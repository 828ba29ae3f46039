import type { AdminQuestions } from '@ieum/api-contract';
import { expect, test } from '@playwright/test';
import { expectGoodLooks } from '../support/looks';
import { Person } from '../support/person';
import { IeumServer } from '../support/server';

/** Mono, 8 kHz, 8 bits. */
const BYTES_A_SECOND = 8_000;
/** So long that one sees it play. */
const LENGTH_S = 10;

/** Silence. */
function wav(): Buffer {
  const head = Buffer.from('524946460000000057415645666d74201000000001000100401f0000401f00000100080064617461', 'hex');
  const whole = Buffer.concat([head, Buffer.alloc(4), Buffer.alloc(LENGTH_S * BYTES_A_SECOND, 128)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  whole.writeUInt32LE(LENGTH_S * BYTES_A_SECOND, 40);
  return whole;
}

const HEADER = 'key,topic,type,minLevel,maxLevel,text,help';

let server: IeumServer;
test.beforeAll(async () => {
  server = await IeumServer.start();
});
test.afterAll(() => server.stop());

test('an admin finds, adds, changes and retires a question, and takes a file over', async ({ browser }) => {
  const admin = await Person.student(browser, server);
  await server.makeAdmin(admin.email);
  const { page } = admin;
  await page.goto('/admin/questions');
  await expect(page.getByText('183 questions')).toBeVisible();
  await expectGoodLooks(page, 'admin questions');
  await page.getByLabel('Topic').selectOption('food');
  await expect(page.getByText('10 questions')).toBeVisible();

  await page.getByRole('button', { name: 'Add a question' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Key').fill('Food Spoon');
  await dialog.getByLabel('Question in English').fill('short');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Ten to 600 characters.')).toBeVisible();
  await expect(dialog.getByText('Five to 600 characters.')).toBeVisible();
  await expectGoodLooks(page, 'admin question');
  await dialog.getByLabel('Key').fill('food-spoon');
  await dialog.getByLabel('Topic').selectOption('food');
  await dialog.getByLabel('Question in English').fill('What do you eat with a spoon?');
  await dialog.getByLabel('Help in Korean').fill('숟가락으로 먹는 음식을 말해 보세요.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('11 questions')).toBeVisible();

  await page.getByRole('button', { name: 'Edit food-spoon' }).click();
  await dialog.getByLabel('Question in English').fill('What do you like to eat with a spoon?');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Close without saving?' }).getByRole('button', { name: 'Go on' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'What do you like to eat with a spoon?' })).toBeVisible();
  await page.getByRole('button', { name: 'Retire food-spoon' }).click();
  await expect(page.getByText('10 questions')).toBeVisible();
  await page.getByLabel('State').selectOption('yes');
  await page.getByRole('button', { name: 'Bring food-spoon back' }).click();
  await expect(page.getByText('No question fits this choice.')).toBeVisible();

  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Import a file' }).click();
  const chooser = dialog.locator('input[type=file]');
  await chooser.setInputFiles(
    file('wrong.csv', `${HEADER}\nfood-fork,food,describe,one,4,Do you like forks?,포크예요.`),
  );
  await expect(dialog.getByText('Row 2, minLevel: something is missing, or is of another kind.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Take over' })).toBeDisabled();
  await chooser.setInputFiles(file('good.csv', `${HEADER}\nfood-fork,food,describe,1,4,Do you like forks?,포크예요.`));
  await expect(dialog.getByText('1 would be added, 0 changed, 0 stay the same.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText('1 added, 0 changed.')).toBeVisible();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('ieum-questions.csv');
  await admin.close();
});

test('an admin gives a question a sound file, and learners hear it, twice and at their pace', async ({ browser }) => {
  const admin = await Person.student(browser, server);
  await server.makeAdmin(admin.email);
  const { page } = admin;
  await page.goto('/admin/questions');
  await page.getByLabel('Part of the key, the question or its help').fill('home-noisy-neighbour');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('button', { name: 'Edit home-noisy-neighbour' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('None: the browser’s voice reads it.')).toBeVisible();
  const chooser = dialog.locator('input[type=file]');
  await chooser.setInputFiles({ name: 'page.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('<p>no sound</p>') });
  await expect(dialog.getByRole('alert')).toContainText('This is no sound file');
  const file = { name: 'question.wav', mimeType: 'audio/wav', buffer: wav() };
  await chooser.setInputFiles(file);
  await expect(dialog.getByText('Learners hear a file.')).toBeVisible();
  const listen = dialog.getByRole('button', { name: 'Listen to the sound file' });
  await page.route('**/sound', (route) => route.fulfill({ contentType: 'audio/wav', body: 'broken' }));
  await listen.click();
  await expect(dialog.getByRole('alert')).toContainText('This browser cannot play the file.');
  await page.unroute('**/sound');
  await chooser.setInputFiles(file);
  await listen.click();
  const played = () => dialog.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime);
  await expect.poll(played).toBeGreaterThan(0);
  await expectGoodLooks(page, 'admin question with a sound');

  const student = await Person.student(browser, server);
  const { items } = (await admin.api('get', '/api/admin/questions?q=home-noisy-neighbour')) as AdminQuestions;
  const questionId = items[0]?.id ?? '';
  const heard = student.page;
  await student.open(`/practice/questions/${questionId}`);
  await heard.getByText('Pace of the recording').click();
  await heard.getByRole('radio', { name: '1.2×' }).check();
  await heard.getByRole('button', { name: 'Listen', exact: true }).click();
  await expect(heard.getByRole('status').filter({ hasText: 'Playing · 1 listen left' })).toBeVisible();
  await expect(heard.getByText('1 listen left', { exact: true })).toBeVisible();

  await heard.route('**/sound', (route) => route.fulfill({ contentType: 'audio/wav', body: 'broken' }));
  await heard.reload();
  await heard.getByRole('button', { name: 'Listen', exact: true }).click();
  await expect(heard.getByText('The recording of this question could not be played')).toBeVisible();

  await dialog.getByRole('button', { name: 'Remove the sound file' }).click();
  await expect(dialog.getByText('None: the browser’s voice reads it.')).toBeVisible();
  await student.close();
  await admin.close();
});
