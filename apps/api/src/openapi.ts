import { ErrorBody } from '@ieum/api-contract';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

const PATH = 'api/docs';

/** The REST API described by the schemas that its routes parse with: OpenAPI 3.1, and a page to read it. */
export function serveOpenApi(app: INestApplication): void {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Ieum')
    .setDescription('Free one-to-one help, live in the browser. What happens live travels over Socket.IO: PROTOCOL.md.')
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, description, { standardSchemaConverter: toJsonSchema });
  describeRefusals(document);
  SwaggerModule.setup(PATH, app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Ieum API',
    raw: ['json'],
  });
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12; what a client may send can differ from what the schema makes of it. */
function toJsonSchema(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $schema: _version, ...converted } = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any' });
  return { schema: converted };
}

/** Every route refuses in the same shape. */
function describeRefusals(document: OpenAPIObject): void {
  const components = (document.components ??= {});
  const body = toJsonSchema(ErrorBody, { schemaType: 'output' })?.schema as object;
  components.schemas = { ...components.schemas, ErrorBody: body };
  const refusal = {
    description: 'Refused: `code` says why.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
  };
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths)) {
    for (const operation of [get, post, put, patch, remove]) {
      if (operation) operation.responses = { ...operation.responses, default: refusal };
    }
  }
}
