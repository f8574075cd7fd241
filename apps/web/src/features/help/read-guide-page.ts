import { lexer, type MarkedToken, type Token } from 'marked';
import type { GuidePageName } from './guide-pages.ts';
import { headingId } from './heading-id.ts';

/** A stretch of a page under one heading; `text` is what a reader sees, without markup. */
export interface GuideSection {
  readonly id: string;
  readonly heading: string;
  readonly depth: number;
  readonly text: string;
}

export interface GuidePage {
  readonly name: GuidePageName;
  readonly title: string;
  /** The paragraph below the title. */
  readonly summary: string;
  /** What stands below the title, as the parser's tokens. */
  readonly tokens: readonly MarkedToken[];
  readonly sections: readonly GuideSection[];
}

/** @throws Error when the file does not begin with a title */
export function readGuidePage(name: GuidePageName, markdown: string): GuidePage {
  const [first, ...tokens] = knownTokens(lexer(markdown));
  if (first?.type !== 'heading' || first.depth !== 1) throw new Error(`${name}.md must begin with a title`);
  const title = plainText(first.tokens);
  return { name, title, summary: summaryOf(tokens), tokens, sections: sectionsOf(title, tokens) };
}

/** Without extensions the parser makes no other tokens than these. */
export function knownTokens(tokens: readonly Token[]): readonly MarkedToken[] {
  return tokens as readonly MarkedToken[]; // its own type leaves room for extensions, and we load none
}

/** What a reader sees of some tokens, blocks parted by a space. */
export function plainText(tokens: readonly Token[]): string {
  return knownTokens(tokens).map(textOf).join('');
}

function textOf(token: MarkedToken): string {
  switch (token.type) {
    case 'list': return `${token.items.map((item) => plainText(item.tokens)).join(' ')} `;
    case 'table': return `${[token.header, ...token.rows].flat().map((cell) => plainText(cell.tokens)).join(' ')} `;
    case 'paragraph': case 'heading': case 'blockquote': return `${plainText(token.tokens)} `;
    case 'strong': case 'em': case 'del': case 'link': case 'image': case 'list_item': return plainText(token.tokens);
    case 'text': return token.tokens ? `${plainText(token.tokens)} ` : token.text;
    case 'codespan': case 'escape': case 'html': return token.text;
    case 'code': return `${token.text} `;
    case 'br': case 'space': case 'hr': return ' ';
    case 'def': case 'checkbox': return '';
    default: return token satisfies never;
  }
}

function summaryOf(tokens: readonly MarkedToken[]): string {
  const paragraph = tokens.find((token) => token.type !== 'space');
  return paragraph?.type === 'paragraph' ? plainText(paragraph.tokens).trim() : '';
}

function sectionsOf(title: string, tokens: readonly MarkedToken[]): GuideSection[] {
  const sections: GuideSection[] = [];
  let current = { id: '', heading: title, depth: 1, tokens: [] as MarkedToken[] }; // the list's element type, nothing more
  const close = (): void => {
    const { tokens: own, ...rest } = current;
    sections.push({ ...rest, text: plainText(own).replace(/\s+/g, ' ').trim() });
  };
  for (const token of tokens) {
    if (token.type === 'heading') {
      close();
      const heading = plainText(token.tokens);
      current = { id: headingId(heading), heading, depth: token.depth, tokens: [] };
    } else {
      current.tokens.push(token);
    }
  }
  close();
  return sections;
}
