import { availableParallelism } from 'node:os';
import { hash, type Options, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { dictionary } from '@zxcvbn-ts/language-common';
import { Semaphore } from '../common/semaphore';
import { weakPassword } from './auth.errors';

/** `Algorithm.Argon2id`: an ambient const enum, which isolated modules cannot read. */
const ARGON2ID = 2;

/** OWASP's choice for Argon2id: 19 MiB, two passes, one lane. */
const OPTIONS: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The commonest passwords of leaked lists (zxcvbn-ts, MIT). */
const COMMONEST = new Set(dictionary['passwords-common']);

/** Hashes and checks passwords, as many at once as there are cores: a login storm waits instead of starving calls. */
@Injectable()
export class Passwords {
  private readonly semaphore = new Semaphore(availableParallelism());
  private readonly nobodysHash = this.hash('the hash that a login of nobody is checked against');

  async hash(password: string): Promise<string> {
    return this.semaphore.run(() => hash(password, OPTIONS));
  }

  /** Without a hash (no such user) it takes the same time and says no. */
  async verify(password: string, passwordHash: string | undefined): Promise<boolean> {
    const against = passwordHash ?? (await this.nobodysHash);
    const right = await this.semaphore.run(() => verify(against, password));
    return right && passwordHash !== undefined;
  }

  /** @throws DomainError `auth/weak-password` for a common password, or one made of the account's own words */
  mustBeStrong(password: string, ownWords: readonly string[]): void {
    const plain = password.toLowerCase();
    if (COMMONEST.has(plain) || ownWords.some((word) => word.toLowerCase() === plain)) throw weakPassword();
  }
}
