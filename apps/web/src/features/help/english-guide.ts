/** Path → markdown. One file of the build, fetched when somebody opens the English guide. */
export const englishGuide: Readonly<Record<string, string>> = import.meta.glob<string>('../../../../../docs/guide/en/*.md', { query: '?raw', import: 'default', eager: true });
