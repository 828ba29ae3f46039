import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PracticeCarrier } from '../consults/practice-carrier';
import { recordingNotFound } from '../recordings/recordings.errors';
import { scriptNotFound } from '../scripts/scripts.errors';
import { CarriedPracticeRepository } from './carried-practice.repository';

/** Notes what goes along with each new consult: of the student's own, or the consult is not made. */
@Injectable()
export class PracticeNoter implements OnModuleInit {
  constructor(
    private readonly repository: CarriedPracticeRepository,
    private readonly carrier: PracticeCarrier,
  ) {}

  onModuleInit(): void {
    this.carrier.by(async (transaction, consult, practice) => {
      const outcome = await this.repository.note(transaction, consult, practice);
      if (outcome === 'no-script') throw scriptNotFound();
      if (outcome === 'no-take') throw recordingNotFound();
    });
  }
}
