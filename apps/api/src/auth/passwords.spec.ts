import { describe, expect, it } from '@jest/globals';
import { Passwords } from './passwords';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are hashed with Argon2id, 19 MiB, two passes and a salt of their own', async () => {
    const [one, two] = await Promise.all([passwords.hash('violet-otter'), passwords.hash('violet-otter')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwords.verify('violet-otter', one)).toBe(true);
    expect(await passwords.verify('violet-Otter', one)).toBe(false);
  });

  it('of nobody are checked and never right, not even the one behind the stand-in', async () => {
    expect(await passwords.verify('anything', undefined)).toBe(false);
    expect(await passwords.verify('the hash that a login of nobody is checked against', undefined)).toBe(false);
  });

  it('of nobody take as much work as anybody’s, so that time does not tell who has an account', async () => {
    const somebodys = await passwords.hash('violet-otter');
    await passwords.verify('wrong', undefined);
    const workOf = async (passwordHash: string | undefined) => {
      const before = process.cpuUsage();
      for (let i = 0; i < 4; i += 1) await passwords.verify('wrong', passwordHash);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    // In turns: what else the machine does meanwhile is in both.
    let [nobodys, theirs] = [0, 0];
    for (let round = 0; round < 5; round += 1) {
      nobodys += await workOf(undefined);
      theirs += await workOf(somebodys);
    }
    const ratio = nobodys / theirs;
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it.each(['password', 'PASSWORD', '12345678', 'qwerty123', 'letmein1', 'iloveyou', 'baseball', 'trustno1'])(
    'that everybody uses are refused: %s',
    (password) => {
      expect(() => passwords.mustBeStrong(password, [])).toThrow(
        expect.objectContaining({ code: 'auth/weak-password' }),
      );
    },
  );

  it('that repeat the account are refused', () => {
    expect(() => passwords.mustBeStrong('Haneul@Example.org', ['haneul@example.org', '하늘'])).toThrow();
  });

  it.each(['violet-otter-piano-77', '비밀번호는길게쓰자', '     spaces are fine     '])(
    'of one’s own are taken: %s',
    (password) => {
      expect(() => passwords.mustBeStrong(password, ['haneul@example.org'])).not.toThrow();
    },
  );
});
