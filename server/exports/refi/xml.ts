import XMLBuilder from 'fast-xml-builder';
import { forXml, nameOf } from './names.ts';

type Attributes = Record<string, string | number | boolean>;
/** As the library wants an element whose children have an order. */
export type XmlElement = { [name: string]: (XmlElement | { '#text': string })[] | Attributes };

/** An element; children that are false are left out, and a text is a child. */
export function element(
  name: string,
  attributes: Attributes = {},
  ...children: (XmlElement | string | false)[]
): XmlElement {
  const told = Object.entries(attributes).map(([key, value]) => [key, nameOf(String(value))]);
  const kept = children.filter((child) => child !== false);
  return {
    [name]: kept.map((child) => (typeof child === 'string' ? { '#text': forXml(child) } : child)),
    ':@': Object.fromEntries(told),
  };
}

const builder = new XMLBuilder({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', suppressEmptyNode: true },
  ...{ format: true, indentBy: ' ', suppressBooleanAttributes: false },
});

export const xmlOf = (root: XmlElement): string =>
  `${builder.build([element('?xml', { version: '1.0', encoding: 'UTF-8' }), root])}\n`;
