import type { CarryPractice } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database';

type Carry = (
  transaction: Transaction,
  consult: { readonly id: string; readonly studentId: string },
  practice: CarryPractice,
) => Promise<void>;

/** Whoever knows of practice notes here what goes along with a new consult: both are written, or neither. */
@Injectable()
export class PracticeCarrier {
  private carryBy: Carry | undefined;

  by(carry: Carry): void {
    this.carryBy = carry;
  }

  async carry(...what: Parameters<Carry>): Promise<void> {
    if (!this.carryBy) throw new Error('Nobody carries practice.');
    await this.carryBy(...what);
  }
}
