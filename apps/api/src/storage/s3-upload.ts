import type { CompletedPart } from '@aws-sdk/client-s3';
import { sha256Of } from './object-store';
import type { LazyS3Client } from './s3-client';

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** An upload in pieces, which the store begins to show when it is finished. It is begun with the first piece. */
export class S3Upload {
  private id: string | undefined;
  private readonly parts: CompletedPart[] = [];

  constructor(
    private readonly s3: LazyS3Client,
    private readonly place: Place,
    private readonly contentType: string,
  ) {}

  async add(piece: Buffer): Promise<void> {
    const UploadId = (this.id ??= await this.begin());
    const ChecksumSHA256 = sha256Of(piece).toString('base64');
    const PartNumber = this.parts.length + 1;
    const input = { ...this.place, UploadId, PartNumber, Body: piece, ContentLength: piece.length, ChecksumSHA256 };
    const { ETag } = await this.s3.send((client, { UploadPartCommand }, options) =>
      client.send(new UploadPartCommand(input), options),
    );
    this.parts.push({ PartNumber, ETag, ChecksumSHA256 });
  }

  async finish(): Promise<void> {
    if (this.id === undefined) return;
    const input = { ...this.place, UploadId: this.id, MultipartUpload: { Parts: this.parts } };
    await this.s3.send((client, { CompleteMultipartUploadCommand }, options) =>
      client.send(new CompleteMultipartUploadCommand(input), options),
    );
    this.id = undefined;
  }

  /** Lets the store forget the pieces. Why there is nothing to finish is known already: it does not fail. */
  async abort(): Promise<void> {
    if (this.id === undefined) return;
    const input = { ...this.place, UploadId: this.id };
    await this.s3.send(
      (client, { AbortMultipartUploadCommand }, options) =>
        client.send(new AbortMultipartUploadCommand(input), options),
      () => ({ $metadata: {} }),
    );
  }

  private async begin(): Promise<string | undefined> {
    const input = { ...this.place, ContentType: this.contentType, ChecksumAlgorithm: 'SHA256' as const };
    const { UploadId } = await this.s3.send((client, { CreateMultipartUploadCommand }, options) =>
      client.send(new CreateMultipartUploadCommand(input), options),
    );
    return UploadId;
  }
}
