import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { guidePageFor } from '../features/help/guide-pages.ts';
import { links } from '../platform/links.ts';
import { newRouter } from './router.tsx';

const helpPaths: readonly string[] = [links.help, links.helpPage];

test('every page of the application has a page of the guide', () => {
  const paths = Object.keys(newRouter(new QueryClient()).routesByPath).filter((path) => path !== '/$' && !helpPaths.includes(path));
  expect(paths.length).toBeGreaterThanOrEqual(20);
  expect(paths.filter((path) => guidePageFor(path) === null)).toEqual([]);
});

test('the guide itself and unknown addresses lead to the contents', () => {
  for (const path of [...helpPaths, '/$', '/nowhere']) expect(guidePageFor(path)).toBeNull();
});
