/** The key that access tokens are signed with. */
export class JwtSecret {
  constructor(readonly value: string) {}
}
