import { Link } from '@tanstack/react-router';
import type { MarkedToken, Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { headingId } from './heading-id.ts';
import { helpTexts } from './help-texts.ts';
import styles from './markdown.module.css';
import { knownTokens, plainText } from './read-guide-page.ts';

/**
 * Parsed markdown as React elements. No HTML is ever made from text, so nothing needs sanitising and the content
 * security policy holds; HTML inside a file is shown as the text it is.
 */
export function Markdown({ tokens }: { readonly tokens: readonly MarkedToken[] }): ReactNode {
  return <div className={styles['text']}>{children(tokens)}</div>;
}

function children(tokens: readonly Token[] | undefined): ReactNode {
  return knownTokens(tokens ?? []).map((token, index) => <Piece key={index} token={token} />);
}

function Piece({ token }: { readonly token: MarkedToken }): ReactNode {
  switch (token.type) {
    case 'heading': return <Heading token={token} />;
    case 'paragraph': return <p>{children(token.tokens)}</p>;
    case 'list': return <List token={token} />;
    case 'list_item': return <li>{children(token.tokens)}</li>;
    case 'table': return <Table token={token} />;
    case 'blockquote': return <blockquote>{children(token.tokens)}</blockquote>;
    case 'code': return <pre tabIndex={0}><code>{token.text}</code></pre>;
    case 'hr': return <hr />;
    case 'strong': return <strong>{children(token.tokens)}</strong>;
    case 'em': return <em>{children(token.tokens)}</em>;
    case 'del': return <del>{children(token.tokens)}</del>;
    case 'codespan': return <code>{token.text}</code>;
    case 'link': return <GuideLink token={token} />;
    case 'text': return token.tokens ? children(token.tokens) : token.text;
    case 'escape': case 'html': case 'image': return token.text;
    case 'br': return <br />;
    case 'space': case 'def': case 'checkbox': return null;
    default: return token satisfies never;
  }
}

function Heading({ token }: { readonly token: Tokens.Heading }): ReactNode {
  const id = headingId(plainText(token.tokens));
  return token.depth <= 2 ? <h2 id={id}>{children(token.tokens)}</h2> : <h3 id={id}>{children(token.tokens)}</h3>;
}

function List({ token }: { readonly token: Tokens.List }): ReactNode {
  const items = token.items.map((item, index) => <li key={index}>{children(item.tokens)}</li>);
  return token.ordered ? <ol {...(typeof token.start === 'number' && { start: token.start })}>{items}</ol> : <ul>{items}</ul>;
}

/** Wider than a phone, a table scrolls by itself; the page never does. */
function Table({ token }: { readonly token: Tokens.Table }): ReactNode {
  const t = useTexts(helpTexts);
  const className = (column: number): string | undefined => (token.align[column] === 'right' ? styles['figure'] : undefined);
  return (
    <div className={styles['frame']} tabIndex={0} role="group" aria-label={t('table')}>
      <table>
        <thead><tr>{token.header.map((cell, column) => <th key={column} className={className(column)}>{children(cell.tokens)}</th>)}</tr></thead>
        <tbody>{token.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column} className={className(column)}>{children(cell.tokens)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

/** `importing.md#as-of` leads to a page of the guide; the guide links nowhere else. */
function GuideLink({ token }: { readonly token: Tokens.Link }): ReactNode {
  const [file = '', hash] = token.href.split('#', 2);
  const target = hash === undefined ? {} : { hash: decodeURIComponent(hash) };
  if (file === '') return <Link to="." {...target}>{children(token.tokens)}</Link>;
  return <Link to={links.helpPage} params={{ page: file.replace(/\.md$/, '') }} {...target}>{children(token.tokens)}</Link>;
}
