import { Injectable } from '@nestjs/common';

/** The time, injectable so that tests can hold it. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
