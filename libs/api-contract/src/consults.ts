import { Consult, Kind, Language, Readiness, Topic, topicBelongsTo } from '@ieum/signaling-protocol';
import { z } from 'zod';
import { CarryPractice } from './carried-practice';
import { paragraph } from './text';

export const CreateConsultRequest = z
  .object({
    /** Made by the client; the same request sent twice makes one consult. */
    requestId: z.uuid(),
    kind: Kind,
    topic: Topic,
    message: paragraph(1, 500),
    language: Language,
    /** What the student's device check came to, if they made one. */
    readiness: Readiness.nullable().optional(),
    /** Of the kind `speaking` only: `consults/practice-needs-speaking`. */
    practice: CarryPractice.nullable().optional(),
  })
  .refine((request) => topicBelongsTo(request.topic, request.kind), { path: ['topic'] });
export type CreateConsultRequest = z.infer<typeof CreateConsultRequest>;

/** What a later device check came to; `null` takes the last one back. */
export const SetReadinessRequest = z.object({ readiness: Readiness.nullable() });
export type SetReadinessRequest = z.infer<typeof SetReadinessRequest>;

export const ConsultResponse = z.object({ consult: Consult });
export type ConsultResponse = z.infer<typeof ConsultResponse>;

/** The caller's open consults: at most one on each side. */
export const CurrentConsults = z.object({ asStudent: Consult.nullable(), asMentor: Consult.nullable() });
export type CurrentConsults = z.infer<typeof CurrentConsults>;

export const ConsultHistoryQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ConsultHistoryQuery = z.infer<typeof ConsultHistoryQuery>;

/** The caller's consults of either side, newest first. */
export const ConsultHistory = z.object({ items: z.array(Consult), nextCursor: z.string().nullable() });
export type ConsultHistory = z.infer<typeof ConsultHistory>;

export const ConsultParams = z.object({ consultId: z.uuid() });
export type ConsultParams = z.infer<typeof ConsultParams>;
