import type { CarriedPractice } from '@ieum/api-contract';

/** As the student knows it: the first that was made is 1. */
export const takeNumber = ({ takes }: CarriedPractice, recordingId: string): number =>
  takes.findIndex(({ recording }) => recording.id === recordingId) + 1;
