/** Path → markdown. One file of the build, fetched when somebody opens the Chinese guide. */
export const chineseGuide: Readonly<Record<string, string>> = import.meta.glob<string>('../../../../../docs/guide/zh/*.md', { query: '?raw', import: 'default', eager: true });
