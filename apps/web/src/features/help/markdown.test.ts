import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from './markdown.tsx';
import { readGuidePage } from './read-guide-page.ts';

function markupOf(markdown: string): string {
  return renderToStaticMarkup(createElement(Markdown, { tokens: readGuidePage('lists', `# T\n\n${markdown}`).tokens })).replaceAll(/ (class|tabindex)="[^"]*"/g, '');
}

test('the markdown of the guide becomes elements', () => {
  expect(markupOf('## 导出\n\n点 **导出**，`a < b`。\n\n1. 一\n2. 二')).toBe('<div><h2 id="导出">导出</h2><p>点 <strong>导出</strong>，<code>a &lt; b</code>。</p><ol start="1"><li>一</li><li>二</li></ol></div>');
  expect(markupOf('```\nnpm start\n```\n\n> 注意')).toBe('<div><pre><code>npm start</code></pre><blockquote><p>注意</p></blockquote></div>');
  expect(markupOf('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<tbody><tr><td>1</td><td>2</td></tr></tbody>');
});

test('HTML and scripts in a file are shown as text', () => {
  const markup = markupOf('<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b\n\n![x](javascript:alert(1))');
  expect(markup).not.toMatch(/<(script|img)/);
  expect(markup).toContain('&lt;script&gt;');
});
