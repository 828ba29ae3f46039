import type { SaveFeedbackRequest } from '@ieum/api-contract';
import type { Feedback } from '@ieum/signaling-protocol';
import { AutosaveWorld } from '../../../shared/autosave/testing/autosave-world';
import { emptyContent, toRequest } from '../draft-content';
import type { DraftContent } from '../draft-content';
import { draftThing } from '../saved-draft';

export const asFeedback = (request: SaveFeedbackRequest, version: number): Feedback => ({
  consultId: '00000000-0000-4000-8000-000000000001',
  status: 'draft',
  version,
  summary: request.summary,
  practice: request.practice,
  corrections: request.corrections,
  dismissed: request.dismissed,
  rating: null,
  thanks: '',
  updatedAt: '2026-11-21T08:00:00.000Z',
  sentAt: null,
});

/** A server that keeps the draft of a feedback, and the device of its mentor. */
export class DraftWorld extends AutosaveWorld<DraftContent, Feedback> {
  constructor() {
    super(draftThing, (content, version) => asFeedback(toRequest(content, version), version));
  }
}

export const summary = (text: string) => ({ ...emptyContent, summary: text });
