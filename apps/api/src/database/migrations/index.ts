import { Accounts1763700000001 } from './1763700000001-accounts';
import { Consults1763700000002 } from './1763700000002-consults';
import { Feedback1763700000003 } from './1763700000003-feedback';
import { Readiness1763700000004 } from './1763700000004-readiness';
import { EarlyOffer1763700000005 } from './1763700000005-early-offer';
import { Documents1763700000006 } from './1763700000006-documents';
import { Study1763700000007 } from './1763700000007-study';

export const migrations = [
  Accounts1763700000001,
  Consults1763700000002,
  Feedback1763700000003,
  Readiness1763700000004,
  EarlyOffer1763700000005,
  Documents1763700000006,
  Study1763700000007,
];
