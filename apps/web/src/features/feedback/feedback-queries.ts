import { FeedbackResponse } from '@ieum/api-contract';
import type { RateFeedbackRequest, SaveFeedbackRequest } from '@ieum/api-contract';
import type { Feedback } from '@ieum/signaling-protocol';
import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../shared/lib/api-error';
import { apiRequest } from '../../shared/lib/api-client';
import { feedbackKey, newerFeedback } from './feedback-cache';
import type { FeedbackAnswer } from './feedback-cache';

const pathOf = (consultId: string, rest = '') => `/api/consults/${encodeURIComponent(consultId)}/feedback${rest}`;

/** The feedback of a consult, as far as this user may see it. */
export const feedbackQuery = (consultId: string) =>
  queryOptions({
    queryKey: feedbackKey(consultId),
    queryFn: async ({ signal, client }): Promise<FeedbackAnswer> => {
      const newer = (arrived: FeedbackAnswer) =>
        newerFeedback(client.getQueryData<FeedbackAnswer>(feedbackKey(consultId)), arrived);
      try {
        const response = await apiRequest({
          method: 'GET',
          path: pathOf(consultId),
          response: FeedbackResponse,
          signal,
        });
        return newer(response.feedback);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'feedback/not-ready') return newer('not-ready');
        if (error instanceof ApiError && error.code === 'feedback/not-found') return 'deleted';
        throw error;
      }
    },
  });

export async function loadFeedback(consultId: string): Promise<Feedback> {
  const response = await apiRequest({ method: 'GET', path: pathOf(consultId), response: FeedbackResponse });
  return response.feedback;
}

export async function saveFeedback(consultId: string, body: SaveFeedbackRequest): Promise<Feedback> {
  const response = await apiRequest({ method: 'PUT', path: pathOf(consultId), body, response: FeedbackResponse });
  return response.feedback;
}

export async function sendFeedback(consultId: string): Promise<Feedback> {
  const response = await apiRequest({ method: 'POST', path: pathOf(consultId, '/send'), response: FeedbackResponse });
  return response.feedback;
}

export async function rateFeedback(consultId: string, body: RateFeedbackRequest): Promise<Feedback> {
  const path = pathOf(consultId, '/rating');
  const response = await apiRequest({ method: 'POST', path, body, response: FeedbackResponse });
  return response.feedback;
}

export async function deleteFeedback(consultId: string): Promise<void> {
  await apiRequest({ method: 'DELETE', path: pathOf(consultId) });
}
