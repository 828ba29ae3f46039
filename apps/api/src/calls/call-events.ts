import { EventEmitter } from 'node:events';
import type { CallReport } from './call-report';

/** What was told of calls to this node, each report once, after it was kept. Listeners must not throw. */
export class CallEvents extends EventEmitter<{ reported: [report: CallReport] }> {}
