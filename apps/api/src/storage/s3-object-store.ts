import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type {
  DeleteObjectsCommandOutput,
  GetObjectCommandOutput,
  ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import type { S3Settings } from '../config/object-settings';
import { contentDisposition } from './content-disposition';
import {
  assertKey,
  assertPrefix,
  type ByteRange,
  isKey,
  type ObjectFacts,
  ObjectStore,
  refuseWrongContent,
  refuseWrongType,
  sha256Of,
  type SignedUrlOptions,
  type StoredObject,
} from './object-store';
import { piecesOf } from './pieces';
import { LazyS3Client, PATIENCE, type Patience } from './s3-client';
import { isMissing, isMissingBucket, isRangeOutside, isThereAlready, s3FaultOf } from './s3-faults';
import { S3Upload } from './s3-upload';
import { objectMissing, rangeOutside, storeUnavailable } from './storage.errors';

/** As many as one request may delete. */
const DELETE_AT_ONCE = 1000;
/** What is larger is uploaded in pieces of this size; S3 wants them to be of 5 MiB at least. */
const PIECE_BYTES = 8 * 1024 * 1024;

/** Objects in a bucket of anything that speaks S3. Nobody but us can read it, unless an address was signed for them. */
export class S3ObjectStore extends ObjectStore {
  private readonly s3: LazyS3Client;
  /** Signs for the address at which browsers reach the same store. */
  private readonly signer: LazyS3Client | undefined;
  private readonly bucket: string;

  constructor(settings: S3Settings, patience: Patience = PATIENCE) {
    super();
    this.bucket = settings.bucket;
    this.s3 = new LazyS3Client(settings, patience);
    this.signer = settings.publicEndpoint ? new LazyS3Client(settings, patience, settings.publicEndpoint) : undefined;
  }

  async put(key: string, content: Uint8Array, facts: ObjectFacts): Promise<void> {
    assertKey(key);
    refuseWrongContent(content, facts);
    const input = {
      ...this.at(key),
      Body: content,
      ContentType: facts.contentType,
      ContentLength: content.length,
      // The store refuses what came out differently.
      ChecksumSHA256: facts.sha256.toString('base64'),
    };
    const send = (accept?: (error: unknown) => 'no-bucket' | undefined) =>
      this.s3.send<unknown>(
        (client, { PutObjectCommand }, options) => client.send(new PutObjectCommand(input), options),
        accept,
      );
    // A store that was just set up has no bucket: the first object makes it, where we may.
    if ((await send((error) => (isMissingBucket(error) ? 'no-bucket' : undefined))) !== 'no-bucket') return;
    await this.makeBucket();
    await send();
  }

  async assemble(key: string, parts: readonly string[], { contentType }: { readonly contentType: string }) {
    assertKey(key);
    refuseWrongType(contentType);
    const hash = createHash('sha256');
    let bytes = 0;
    const upload = new S3Upload(this.s3, this.at(key), contentType);
    try {
      for await (const piece of piecesOf(this.contentsOf(parts), PIECE_BYTES)) {
        hash.update(piece);
        bytes += piece.length;
        // What fits into one piece needs no upload in pieces.
        if (piece.length < PIECE_BYTES && bytes === piece.length) {
          await this.put(key, piece, { contentType, sha256: sha256Of(piece) });
        } else {
          await upload.add(piece);
        }
      }
      await upload.finish();
    } catch (error) {
      await upload.abort();
      throw error;
    }
    if (bytes === 0) await this.put(key, Buffer.alloc(0), { contentType, sha256: sha256Of(Buffer.alloc(0)) });
    return { bytes, sha256: hash.digest() };
  }

  async get(key: string, range?: ByteRange): Promise<StoredObject | undefined> {
    assertKey(key);
    const input = { ...this.at(key), ...(range && { Range: `bytes=${range.start}-${range.end}` }) };
    const answer = await this.s3.send<GetObjectCommandOutput | 'missing'>(
      (client, { GetObjectCommand }, options) => client.send(new GetObjectCommand(input), options),
      (error) => {
        if (isRangeOutside(error)) throw rangeOutside();
        return isMissing(error) ? 'missing' : undefined;
      },
    );
    return answer === 'missing' ? undefined : storedObject(answer);
  }

  async signedUrl(key: string, { contentType, fileName, seconds }: SignedUrlOptions): Promise<string | undefined> {
    assertKey(key);
    if (!this.signer) return undefined;
    const [{ client, sdk }, { getSignedUrl }] = await Promise.all([
      this.signer.load(),
      import('@aws-sdk/s3-request-presigner'),
    ]);
    const command = new sdk.GetObjectCommand({
      ...this.at(key),
      ResponseContentType: contentType,
      ResponseContentDisposition: contentDisposition(fileName),
      ResponseCacheControl: 'private, no-store',
    });
    return getSignedUrl(client, command, { expiresIn: seconds });
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) assertKey(key);
    for (let start = 0; start < keys.length; start += DELETE_AT_ONCE) {
      const Objects = keys.slice(start, start + DELETE_AT_ONCE).map((Key) => ({ Key }));
      const input = { Bucket: this.bucket, Delete: { Objects, Quiet: true } };
      const { Errors = [] } = await this.s3.send<DeleteObjectsCommandOutput>(
        (client, { DeleteObjectsCommand }, options) => client.send(new DeleteObjectsCommand(input), options),
        (error) => (isMissingBucket(error) ? { $metadata: {} } : undefined),
      );
      const failed = Errors.find(({ Code }) => Code !== 'NoSuchKey');
      if (failed) throw storeUnavailable(s3FaultOf({ name: failed.Code, code: failed.Code }));
    }
  }

  async *list(prefix: string): AsyncIterable<string> {
    assertPrefix(prefix);
    let next: string | undefined;
    do {
      const input = { Bucket: this.bucket, Prefix: prefix, ContinuationToken: next };
      const { Contents = [], NextContinuationToken } = await this.s3.send<ListObjectsV2CommandOutput>(
        (client, { ListObjectsV2Command }, options) => client.send(new ListObjectsV2Command(input), options),
        (error) => (isMissingBucket(error) ? { $metadata: {} } : undefined),
      );
      for (const { Key } of Contents) if (Key !== undefined && isKey(Key)) yield Key;
      next = NextContinuationToken;
    } while (next !== undefined);
  }

  private async *contentsOf(parts: readonly string[]): AsyncIterable<Uint8Array> {
    for (const part of parts) {
      const stored = await this.get(part);
      if (!stored) throw objectMissing();
      try {
        yield* stored.body as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw storeUnavailable(s3FaultOf(error));
      }
    }
  }

  private async makeBucket(): Promise<void> {
    const input = { Bucket: this.bucket };
    await this.s3.send(
      (client, { CreateBucketCommand }, options) => client.send(new CreateBucketCommand(input), options),
      (error) => (isThereAlready(error) ? { $metadata: {} } : undefined),
    );
  }

  private at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: key };
  }
}

function storedObject({ Body, ContentLength = 0, ContentType = '' }: GetObjectCommandOutput): StoredObject {
  return { body: Body as Readable, bytes: ContentLength, contentType: ContentType };
}
