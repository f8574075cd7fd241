import { queryOptions } from '@tanstack/react-query';
import type { Language } from '../../platform/i18n.ts';
import { guidePageNames } from './guide-pages.ts';
import { readGuidePage, type GuidePage } from './read-guide-page.ts';

/** The whole guide of a language at once: about 16 kB on the wire, so that searching it asks nobody. */
export function guideQuery(language: Language) {
  return queryOptions({ queryKey: ['guide', language], queryFn: () => loadGuide(language), staleTime: Number.POSITIVE_INFINITY });
}

async function loadGuide(language: Language): Promise<readonly GuidePage[]> {
  const files = language === 'zh' ? (await import('./chinese-guide.ts')).chineseGuide : (await import('./english-guide.ts')).englishGuide;
  return guidePageNames.map((name) => {
    const markdown = Object.entries(files).find(([path]) => path.endsWith(`/${name}.md`))?.[1];
    if (markdown === undefined) throw new Error(`the guide lacks ${language}/${name}.md`);
    return readGuidePage(name, markdown);
  });
}
