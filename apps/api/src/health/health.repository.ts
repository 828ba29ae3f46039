import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

@Injectable()
export class HealthRepository {
  constructor(private readonly database: Database) {}

  async ping(): Promise<void> {
    await this.database.query('SELECT 1');
  }
}
