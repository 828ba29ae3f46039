import { LoginRequest, RegisterRequest, Session } from '@ieum/api-contract';
import { apiRequest } from '../../shared/lib/api-client';

export { errorText } from '../../shared/i18n/error-messages';
export { checkLogin, checkRegistration } from './registration-rules';

export const register = (values: object): Promise<Session> =>
  apiRequest({
    method: 'POST',
    path: '/api/auth/register',
    body: RegisterRequest.parse(values),
    response: Session,
  });

export const logIn = (values: object): Promise<Session> =>
  apiRequest({ method: 'POST', path: '/api/auth/login', body: LoginRequest.parse(values), response: Session });
