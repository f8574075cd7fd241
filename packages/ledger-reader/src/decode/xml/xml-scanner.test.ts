import { expect, test } from 'vitest';
import { attribute, decodedText, localAttribute, XmlScanner } from './xml-scanner.ts';

/** What a handler is told, one word for each event. */
function events(...chunks: readonly string[]): string {
  const told: string[] = [];
  const scanner = new XmlScanner({
    open: (name, attributes) => told.push(`<${name}${attributes}>`),
    close: (name) => told.push(`</${name}>`),
    text: (text) => told.push(text),
  });
  for (const chunk of chunks) scanner.push(chunk);
  return told.join('');
}

test.each([
  ['elements, attributes and text', '<a x="1">b<c/></a>', '<a x="1">b<c></c></a>'],
  ['prefixes', '<x:a r:id="1"></x:a>', '<a r:id="1"></a>'],
  ['comments, processing instructions and CDATA', '<?xml version="1.0"?><a><!-- <b> --><![CDATA[1 < 2 & 3]]></a>', '<a>1 < 2 &amp; 3</a>'],
  ['a > inside quotes', '<a x="1>2" y=\'>\'>t</a>', '<a x="1>2" y=\'>\'>t</a>'],
  ['a > right behind the opening quote', '<a x=">1">t</a>', '<a x=">1">t</a>'],
  ['empty attributes', '<a x=""/>', '<a x=""></a>'],
  ['a document type with entities', '<!DOCTYPE a [<!ENTITY x "<b>">]><a>&x;</a>', '<a>&x;</a>'],
  ['a document type without them', '<!DOCTYPE html><a/>', '<a></a>'],
])('%s', (_what, xml, expected) => {
  expect(events(xml)).toBe(expected);
  // However it is cut into pieces, the events are the same.
  expect(events(...xml)).toBe(expected);
});

test('half a tag waits for its end; one that never ends is refused', () => {
  expect(events('<a>text<b')).toBe('<a>text');
  expect(() => events('<a ', 'x'.repeat(2_000_001))).toThrow('without an end');
});

test.each([
  [' r="A1" s="3"', 's', '3'], [' r="A1"', 's', undefined], [" r = 'A1'", 'r', 'A1'], ['\nr="A1"', 'r', 'A1'], [' xr="1" r="2"', 'r', '2'], [' name="&lt;a&gt;"', 'name', '<a>'], [' name=""', 'name', ''],
])('in %j the attribute %s is %j', (attributes, name, expected) => {
  expect(attribute(attributes, name)).toBe(expected);
});

test('an attribute by its local name', () => {
  expect([localAttribute(' ss:Index="5"', 'Index'), localAttribute(' Index="5"', 'Index'), localAttribute(' MyIndex="5"', 'Index')]).toEqual(['5', '5', undefined]);
});

test.each([['a &amp;&#20511;&#x636E; &lt;&gt;&quot;&apos;', 'a &借据 <>"\''], ['&unknown; &#0; &#x110000;', '&unknown;  '], ['plain', 'plain']])('the entities of %j', (text, expected) => {
  expect(decodedText(text)).toBe(expected);
});
