import { Session } from '@ieum/api-contract';
import { readAnswer } from './read-answer';

export const readSession = (response: Response): Promise<Session> => readAnswer(response, Session);
