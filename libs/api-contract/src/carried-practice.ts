import { text } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { Question } from './questions';
import { Recording } from './recordings';
import { MAX_SCRIPT_LENGTH, Script } from './scripts';
import { Transcript } from './transcripts';

/** More than that nobody listens to in one lesson. */
export const MAX_CARRIED_TAKES = 5;

/** What a student of the kind `speaking` lets the mentor have: the script of one question, and takes of it. */
export const CarryPractice = z.object({
  scriptId: z.uuid(),
  recordingIds: z.array(z.uuid()).max(MAX_CARRIED_TAKES),
  /** Every mentor who could accept may read and hear it before; otherwise only the one who did. */
  shownBefore: z.boolean(),
});
export type CarryPractice = z.infer<typeof CarryPractice>;

/** A take as the mentor has it. */
export const CarriedTake = z.object({ recording: Recording, transcript: Transcript.nullable() });
export type CarriedTake = z.infer<typeof CarriedTake>;

export const CarriedPractice = z.object({
  question: Question,
  script: Script.pick({ id: true, text: true, revision: true }),
  /** In the order in which they were made. */
  takes: z.array(CarriedTake).max(MAX_CARRIED_TAKES),
});
export type CarriedPractice = z.infer<typeof CarriedPractice>;

/** `null`: this consult carries none, or none that the caller may see yet. */
export const CarriedPracticeResponse = z.object({ practice: CarriedPractice.nullable() });
export type CarriedPracticeResponse = z.infer<typeof CarriedPracticeResponse>;

export const CarriedTakeParams = z.object({ consultId: z.uuid(), recordingId: z.uuid() });
export type CarriedTakeParams = z.infer<typeof CarriedTakeParams>;

/** The script as it is with the corrections that the student accepted: its next version, made from `revision`. */
export const SaveCorrectedRequest = z.object({
  revision: z.number().int().min(0).max(2_147_483_647),
  text: text(MAX_SCRIPT_LENGTH),
});
export type SaveCorrectedRequest = z.infer<typeof SaveCorrectedRequest>;
