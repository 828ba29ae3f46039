import { Accounts1763700000001 } from './1763700000001-accounts';
import { Consults1763700000002 } from './1763700000002-consults';
import { Feedback1763700000003 } from './1763700000003-feedback';
import { Readiness1763700000004 } from './1763700000004-readiness';
import { EarlyOffer1763700000005 } from './1763700000005-early-offer';
import { Documents1763700000006 } from './1763700000006-documents';
import { Study1763700000007 } from './1763700000007-study';
import { ClosedConsults1763700000020 } from './1763700000020-closed-consults';
import { Admins1763700000021 } from './1763700000021-admins';
import { CallReports1763700000022 } from './1763700000022-call-reports';
import { Keep1763700000023 } from './1763700000023-keep';
import { Questions1763700000024 } from './1763700000024-questions';
import { ScriptsAndRecordings1763700000025 } from './1763700000025-scripts-and-recordings';
import { Transcripts1763700000026 } from './1763700000026-transcripts';
import { CarriedPractice1763700000027 } from './1763700000027-carried-practice';
import { WrittenFeedback1763700000028 } from './1763700000028-written-feedback';
import { Exams1763700000029 } from './1763700000029-exams';
import { QuestionSounds1763700000030 } from './1763700000030-question-sounds';

export const migrations = [
  Accounts1763700000001,
  Consults1763700000002,
  Feedback1763700000003,
  Readiness1763700000004,
  EarlyOffer1763700000005,
  Documents1763700000006,
  Study1763700000007,
  ClosedConsults1763700000020,
  Admins1763700000021,
  CallReports1763700000022,
  Keep1763700000023,
  Questions1763700000024,
  ScriptsAndRecordings1763700000025,
  Transcripts1763700000026,
  CarriedPractice1763700000027,
  WrittenFeedback1763700000028,
  Exams1763700000029,
  QuestionSounds1763700000030,
];
