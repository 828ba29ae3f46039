import './shared/config/base-styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { reloadOnceAfterUpdate } from './app/reload-after-update';
import { startSession } from './shared/lib/session-store';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

reloadOnceAfterUpdate();
startSession();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
