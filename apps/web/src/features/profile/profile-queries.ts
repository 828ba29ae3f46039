import { MentorProfileResponse, SignedInSessions, UpdateUserRequest, User, VolunteerHours } from '@ieum/api-contract';
import type { ChangePasswordRequest, EraseAccountRequest, MentorProfileInput } from '@ieum/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { apiRequest } from '../../shared/lib/api-client';

export const mentorProfileQuery = queryOptions({
  queryKey: ['profile', 'mentor'],
  queryFn: ({ signal }) =>
    apiRequest({ method: 'GET', path: '/api/mentors/me/profile', response: MentorProfileResponse, signal }),
});

export const hoursQuery = queryOptions({
  queryKey: ['profile', 'hours'],
  queryFn: ({ signal }) =>
    apiRequest({ method: 'GET', path: '/api/mentors/me/hours', response: VolunteerHours, signal }),
  staleTime: 0,
});

export const sessionsQuery = queryOptions({
  queryKey: ['profile', 'sessions'],
  queryFn: ({ signal }) =>
    apiRequest({ method: 'GET', path: '/api/auth/sessions', response: SignedInSessions, signal }),
  staleTime: 0,
});

export const updateUser = (body: UpdateUserRequest) =>
  apiRequest({ method: 'PATCH', path: '/api/users/me', body: UpdateUserRequest.parse(body), response: User });

export const changePassword = (body: ChangePasswordRequest) =>
  apiRequest({ method: 'POST', path: '/api/auth/password', body });

export const endSession = (id: string) =>
  apiRequest({ method: 'DELETE', path: `/api/auth/sessions/${encodeURIComponent(id)}` });

export const saveMentorProfile = (body: MentorProfileInput) =>
  apiRequest({ method: 'PUT', path: '/api/mentors/me/profile', body, response: MentorProfileResponse });

/** Whoever has much of it waits longer than for other answers. */
const EXPORT_TIMEOUT_MS = 300_000;

export const exportEverything = () =>
  apiRequest({
    method: 'GET',
    path: '/api/users/me/export',
    response: z.record(z.string(), z.unknown()),
    timeoutMs: EXPORT_TIMEOUT_MS,
  });

export const eraseAccount = (body: EraseAccountRequest) =>
  apiRequest({ method: 'POST', path: '/api/users/me/erase', body });
