import { CarriedPracticeResponse, ScriptResponse } from '@ieum/api-contract';
import type { SaveCorrectedRequest } from '@ieum/api-contract';
import { apiRequest } from '../../../../shared/lib/api-client';

const pathOf = (consultId: string): string => `/api/consults/${encodeURIComponent(consultId)}/practice`;

export const fetchCarried = (consultId: string, signal: AbortSignal): Promise<CarriedPracticeResponse> =>
  apiRequest({ method: 'GET', path: pathOf(consultId), response: CarriedPracticeResponse, signal });

export const saveCorrected = (consultId: string, body: SaveCorrectedRequest): Promise<ScriptResponse> =>
  apiRequest({ method: 'PUT', path: `${pathOf(consultId)}/corrected`, body, response: ScriptResponse });
