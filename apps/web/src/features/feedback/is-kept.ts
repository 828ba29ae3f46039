import type { Consult } from '@ieum/signaling-protocol';

/** Whether the server keeps a document of the consult: of counselling it keeps nothing. */
export const isKept = ({ kind }: Consult): boolean => kind !== 'counselling';
