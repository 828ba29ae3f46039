import { Injectable } from '@nestjs/common';
import { consultNotFound } from '../consults.errors';
import {
  ConsultOverviewRepository,
  type ConsultMoments,
  type OpenCounts,
  type OpenRoom,
  type WaitingConsult,
} from './consult-overview.repository';

export type { OpenRoom, WaitingConsult };

/** All consults, for those who run the place. Whoever asks is somebody else's business. */
@Injectable()
export class ConsultOverviewService {
  constructor(private readonly repository: ConsultOverviewRepository) {}

  counts(): Promise<OpenCounts> {
    return this.repository.count();
  }

  /** Those who have waited longest, the oldest first. */
  waiting(limit: number): Promise<WaitingConsult[]> {
    return this.repository.findWaiting(limit);
  }

  /** Consults that have a room, the oldest first. */
  rooms(limit: number): Promise<OpenRoom[]> {
    return this.repository.findRooms(limit);
  }

  /** @throws DomainError `consults/not-found` */
  async momentsOf(consultId: string): Promise<ConsultMoments> {
    const moments = await this.repository.findMoments(consultId);
    if (!moments) throw consultNotFound();
    return moments;
  }
}
