import { join } from 'node:path';
import { z } from 'zod';
import { BadSetting } from './bad-setting';

/** Objects in a folder. */
export interface FolderSettings {
  readonly kind: 'folder';
  readonly folder: string;
  /** By somebody, who knows which nodes reach it; else it is one of this node. */
  readonly chosen: boolean;
}

/** Objects in a bucket of its own, in anything that speaks S3. */
export interface S3Settings {
  readonly kind: 's3';
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where browsers reach the same store; `undefined`: they do not, and get objects from the API. */
  readonly publicEndpoint: string | undefined;
}

export type ObjectSettings = FolderSettings | S3Settings;

const endpoint = z.url({ protocol: /^https?$/ });

export const objectEnvironment = {
  OBJECTS_DIR: z.string().min(1).optional(),
  S3_ENDPOINT: endpoint.optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,50}$/)
    .default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).max(128).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).max(256).optional(),
  S3_PUBLIC_ENDPOINT: endpoint.optional(),
};

export const OBJECT_HINTS: Readonly<Record<keyof typeof objectEnvironment, string>> = {
  OBJECTS_DIR: 'a folder that may be written to, for example ./objects',
  S3_ENDPOINT: 'the address of a store that speaks S3, for example https://s3.example.org',
  S3_REGION: 'a region of your store, for example us-east-1',
  S3_BUCKET: 'the name of a bucket, for example ieum',
  S3_ACCESS_KEY_ID: 'the id of an access key of your store',
  S3_SECRET_ACCESS_KEY: 'the secret of that access key',
  S3_PUBLIC_ENDPOINT: 'the address at which browsers reach your store, for example https://s3.example.org',
};

interface Given extends Partial<Record<Exclude<keyof typeof objectEnvironment, 'S3_REGION'>, string | undefined>> {
  readonly DATA_DIR: string;
  readonly S3_REGION: string;
}

/** @throws BadSetting where some of the settings of S3 are missing */
export function objectSettings(given: Given): ObjectSettings {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PUBLIC_ENDPOINT } = given;
  const wanted = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return {
      kind: 's3',
      endpoint: S3_ENDPOINT,
      region: S3_REGION,
      bucket: S3_BUCKET,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
      publicEndpoint: S3_PUBLIC_ENDPOINT,
    };
  }
  // A deployment names both, and has a key drawn for the store whether it runs or not: the address decides.
  if (given.OBJECTS_DIR && !S3_ENDPOINT) return { kind: 'folder', folder: given.OBJECTS_DIR, chosen: true };
  const some = Object.entries({ ...wanted, S3_PUBLIC_ENDPOINT }).find(([, value]) => value)?.[0];
  const missing = Object.entries(wanted).find(([, value]) => !value)?.[0];
  if (some) throw new BadSetting(`The setting ${some} cannot be used alone: set ${missing} too.`);
  return { kind: 'folder', folder: join(given.DATA_DIR, 'objects'), chosen: false };
}
