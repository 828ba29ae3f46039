import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { root } from '../ground/product.mjs';

const PAGE = '<!doctype html><div id="root"></div><script type="module" src="/main.jsx"></script>';
const MAIN = `
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>{count}</button>;
}

createRoot(document.getElementById('root')).render(<StrictMode><App /></StrictMode>);
`;

/** Builds the smallest page that Vite and the product's React make; returns the paths of its scripts. */
export async function buildBareReact(folder) {
  await writeFile(path.join(folder, 'index.html'), PAGE);
  await writeFile(path.join(folder, 'main.jsx'), MAIN);
  await mkdir(path.join(folder, 'node_modules'));
  for (const name of ['react', 'react-dom', 'scheduler']) {
    await symlink(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  await build({ root: folder, configFile: false, logLevel: 'error', mode: 'production' });
  const assets = path.join(folder, 'dist', 'assets');
  return (await readdir(assets)).filter((file) => file.endsWith('.js')).map((file) => path.join(assets, file));
}
