import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError } from './domain-error';

type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
};

/** Parses whatever comes in by the schema that stands in its decorator; says where it broke, never what was sent. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new DomainError('request/invalid', 'The request does not fit its schema.', {
          issues: issues.slice(0, 20).map((issue) => ({ path: pathOf(issue), code: codeOf(issue) })),
        }),
    });
  }

  /** The server's JSON parser has refused them already; Nest's own search would overflow the stack on a deep body. */
  protected override stripProtoKeys(): void {}
}

function pathOf({ path = [] }: Issue): string {
  return path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
}

/** zod names the broken rule in `code`, beside what the Standard Schema asks for. */
function codeOf(issue: Issue): string {
  return 'code' in issue && typeof issue.code === 'string' ? issue.code : 'invalid';
}
