import { QuestionScriptResponse, ScriptResponse, ScriptVersionsResponse } from '@ieum/api-contract';
import type { SaveScriptRequest, Script, ScriptVersion } from '@ieum/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';
import { scriptKey } from './script-cache';

const ROOT = '/api/scripts';
const ofQuestion = (questionId: string) => `${ROOT}/of-question/${encodeURIComponent(questionId)}`;
const ofScript = (scriptId: string, rest = '') => `${ROOT}/${encodeURIComponent(scriptId)}${rest}`;

/** The student's script for one question; `null` before anything was written or recorded. */
export const scriptQuery = (questionId: string) =>
  queryOptions({
    queryKey: scriptKey(questionId),
    queryFn: ({ signal }) =>
      apiRequest({ method: 'GET', path: ofQuestion(questionId), response: QuestionScriptResponse, signal }),
  });

/** Newest first. */
export const versionsQuery = (scriptId: string) =>
  queryOptions({
    queryKey: ['practice', 'script-versions', scriptId] as const,
    queryFn: async ({ signal }): Promise<readonly ScriptVersion[]> => {
      const path = ofScript(scriptId, '/versions');
      return (await apiRequest({ method: 'GET', path, response: ScriptVersionsResponse, signal })).versions;
    },
  });

export async function loadScript(questionId: string): Promise<Script | null> {
  return (await apiRequest({ method: 'GET', path: ofQuestion(questionId), response: QuestionScriptResponse })).script;
}

export async function saveScript(questionId: string, body: SaveScriptRequest): Promise<Script> {
  return (await apiRequest({ method: 'PUT', path: ofQuestion(questionId), body, response: ScriptResponse })).script;
}

export async function deleteScript(scriptId: string): Promise<void> {
  await apiRequest({ method: 'DELETE', path: ofScript(scriptId) });
}

export async function restoreScript(scriptId: string): Promise<Script> {
  return (await apiRequest({ method: 'POST', path: ofScript(scriptId, '/restore'), response: ScriptResponse })).script;
}

/** Resolves with all versions. One like the newest is not kept twice. */
export async function keepVersion(scriptId: string): Promise<readonly ScriptVersion[]> {
  const path = ofScript(scriptId, '/versions');
  return (await apiRequest({ method: 'POST', path, response: ScriptVersionsResponse })).versions;
}

/** Resolves with those that are left. */
export async function deleteVersion(scriptId: string, number: number): Promise<readonly ScriptVersion[]> {
  const path = ofScript(scriptId, `/versions/${number}`);
  return (await apiRequest({ method: 'DELETE', path, response: ScriptVersionsResponse })).versions;
}

/** What the text was before is a version afterwards. */
export async function restoreVersion(scriptId: string, number: number): Promise<Script> {
  const path = ofScript(scriptId, `/versions/${number}/restore`);
  return (await apiRequest({ method: 'POST', path, response: ScriptResponse })).script;
}
