import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';

/** Of a RIFF header as espeak-ng writes it. */
const HEADER_BYTES = 44;
const BYTE_RATE_AT = 28;

/** What a microphone gives, once. */
interface Speech {
  /** A wave file. */
  readonly file: string;
  readonly durationMs: number;
}

/** A machine's voice says it into a file of this folder. */
function speak(text: string, folder: string): Speech {
  const file = path.join(folder, 'speech.wav');
  execFileSync('espeak-ng', ['-v', 'en-us', '-w', file, text]);
  const wave = readFileSync(file);
  const durationMs = ((wave.length - HEADER_BYTES) / wave.readUInt32LE(BYTE_RATE_AT)) * 1000;
  return { file, durationMs };
}

/** Tests in a browser whose microphone hears this each time it is opened, and silence after it. */
export const testHearing = (text: string) =>
  test.extend<object, { speech: Speech }>({
    speech: [
      async ({ browserName }, use) => {
        const folder = mkdtempSync(path.join(tmpdir(), `ieum-speech-${browserName}-`));
        await use(speak(text, folder));
        rmSync(folder, { recursive: true });
      },
      { scope: 'worker' },
    ],
    launchOptions: [
      async ({ launchOptions, speech }, use) => {
        const hears = `--use-file-for-fake-audio-capture=${speech.file}%noloop`;
        await use({ ...launchOptions, args: [...(launchOptions.args ?? []), hears] });
      },
      { scope: 'worker' },
    ],
  });
