import { ManualClock } from '@ieum/webrtc-client/testing';
import { LazyDocument } from '../lazy-document';

/** For specs: the document of a room in which nobody opens one. */
export const noDocument = new LazyDocument({
  room: { id: '00000000-0000-4000-8000-000000000001', kind: 'tutoring', role: 'mentor' },
  load: () => Promise.reject(new Error('this spec has no document')),
  wasOpened: { read: () => false, write: () => undefined },
  clock: new ManualClock(),
  onError: (error) => {
    throw error;
  },
});
