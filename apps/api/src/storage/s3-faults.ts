import { errorCode } from '../common/error-code';
import { StoreFault, type StoreFaultKind } from './store-fault';

/** The parts of an error of the SDK that we look at. */
interface S3Failure {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const asFailure = (error: unknown): S3Failure => (typeof error === 'object' && error !== null ? error : {});

const statusOf = (error: unknown): number | undefined => asFailure(error).$metadata?.httpStatusCode;

const FULL = ['XMinioStorageFull', 'InsufficientStorage', 'QuotaExceeded'];
const REFUSED = ['AccessDenied', 'InvalidAccessKeyId', 'SignatureDoesNotMatch'];

export const isMissingBucket = (error: unknown): boolean => asFailure(error).name === 'NoSuchBucket';

/** There is no such object, or not even the bucket yet. */
export const isMissing = (error: unknown): boolean =>
  ['NoSuchKey', 'NotFound', 'NoSuchBucket'].includes(asFailure(error).name ?? '');

export const isRangeOutside = (error: unknown): boolean =>
  statusOf(error) === 416 || asFailure(error).name === 'InvalidRange';

export const isThereAlready = (error: unknown): boolean =>
  ['BucketAlreadyOwnedByYou', 'BucketAlreadyExists'].includes(asFailure(error).name ?? '');

export function s3FaultOf(error: unknown): StoreFault {
  const { name } = asFailure(error);
  return new StoreFault(kindOf(name ?? '', statusOf(error)), errorCode(error) ?? name, error);
}

function kindOf(name: string, status: number | undefined): StoreFaultKind {
  if (name === 'NoSuchBucket') return 'no-bucket';
  if (status === 507 || FULL.includes(name)) return 'full';
  return status === 401 || status === 403 || REFUSED.includes(name) ? 'refused' : 'unreachable';
}
