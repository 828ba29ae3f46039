import { Readable } from 'node:stream';
import type { DomainError } from '../common/domain-error';
import { bodyBrokeOff, sliceTooLarge, wrongType } from './recordings.errors';

/**
 * The bytes of a body that nobody has read yet, `most` at the most.
 * @throws DomainError `request/too-large`, and `refusal` for what is no body of bytes
 */
export async function readBytes(body: unknown, most: number, refusal: () => DomainError = wrongType): Promise<Buffer> {
  if (!(body instanceof Readable)) throw refusal();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).byteLength;
      if (size > most) break;
    }
  } catch (cause) {
    throw bodyBrokeOff(cause);
  }
  if (size > most) throw sliceTooLarge();
  if (size === 0) throw refusal();
  return Buffer.concat(chunks);
}
