import { EventEmitter } from 'node:events';
import type { ConsultRecord } from './consult.record';

/** What happened to consults, told after it was committed. Listeners must not throw. */
export class ConsultEvents extends EventEmitter<{ changed: [consult: ConsultRecord] }> {}
