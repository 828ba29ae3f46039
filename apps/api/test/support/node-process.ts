import { makeFolder, Product } from './product';
import type { TestApi } from './test-api';
import type { TestRequests } from './test-requests';

/** One more node of a test API's installation, as a process of its own that can be killed. */
export async function startNodeProcess(api: TestApi): Promise<NodeProcess> {
  const { valkeyUrl } = api.config;
  const { options } = api.dataSource;
  if (!valkeyUrl || options.type !== 'postgres' || !options.url) throw new Error('It has no others to join.');
  const folder = await makeFolder();
  const product = Product.start(folder.path, {
    env: { DATABASE_URL: options.url, VALKEY_URL: valkeyUrl, JWT_SECRET: api.jwtSecret, LOG_LEVEL: 'error' },
  });
  return { product, requests: await product.ready(), remove: folder.remove };
}

export interface NodeProcess {
  readonly product: Product;
  readonly requests: TestRequests;
  /** Removes its folder. */
  readonly remove: () => Promise<void>;
}
