import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../shared/lib/api-error';
import { problemsOfRefusal } from './form-problems';
import { checkLogin, checkRegistration } from './registration-rules';

const good = {
  ageBand: '19-to-24',
  wants: 'both',
  email: 'mina@example.org',
  nickname: 'mina',
  password: 'long enough',
};

describe('checkRegistration', () => {
  it('has nothing against answers that the contract takes', () => {
    expect(checkRegistration(good)).toEqual({});
  });

  it('names every field that is still empty', () => {
    expect(checkRegistration({ ageBand: null, wants: null, email: '', nickname: ' ', password: '' })).toEqual({
      ageBand: 'ageBand/empty',
      wants: 'wants/empty',
      email: 'email/empty',
      nickname: 'nickname/empty',
      password: 'password/empty',
    });
  });

  it.each([
    [{ email: 'mina@' }, { email: 'email/invalid' }],
    [{ nickname: 'a' }, { nickname: 'nickname/short' }],
    [{ nickname: 'a'.repeat(21) }, { nickname: 'nickname/long' }],
    [{ nickname: 'mi\u202Ena' }, { nickname: 'nickname/invalid' }],
    [{ password: 'short' }, { password: 'password/short' }],
    [{ password: 'a'.repeat(129) }, { password: 'password/long' }],
  ])('says what is wrong with %j', (wrong, problems) => {
    expect(checkRegistration({ ...good, ...wrong })).toEqual(problems);
  });
});

describe('checkLogin', () => {
  it('asks for both, and judges no old password by new rules', () => {
    expect(checkLogin({ email: 'mina@example.org', password: 'x' })).toEqual({});
    expect(checkLogin({ email: '', password: '' })).toEqual({ email: 'email/empty', password: 'password/empty' });
  });
});

describe('problemsOfRefusal', () => {
  it('puts what the server refused beside its field', () => {
    expect(problemsOfRefusal(new ApiError({ code: 'auth/email-taken' }))).toEqual({ email: 'email/taken' });
    expect(problemsOfRefusal(new ApiError({ code: 'auth/weak-password' }))).toEqual({ password: 'password/weak' });
    const issues = [{ path: 'nickname', code: 'custom' }];
    expect(problemsOfRefusal(new ApiError({ code: 'request/invalid', issues }))).toEqual({
      nickname: 'nickname/invalid',
    });
  });

  it('leaves what concerns no field to the form', () => {
    expect(problemsOfRefusal(new ApiError({ code: 'auth/invalid-credentials' }))).toBeNull();
    expect(problemsOfRefusal(new Error('broken'))).toBeNull();
  });
});
