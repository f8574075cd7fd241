import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/global.css';
import { Application } from './app/application.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
