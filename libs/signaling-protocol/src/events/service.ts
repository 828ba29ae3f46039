import { z } from 'zod';
import { definePush } from '../define-event';
import { DegradedPart } from '../words';

/** How the service itself is. */
export const servicePushes = {
  /** What works less well than it could, all of it each time; empty once all is well again. */
  'service:degraded': definePush(z.object({ parts: z.array(DegradedPart) })),
};
