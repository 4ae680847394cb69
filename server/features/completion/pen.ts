import type { KeyPlace, Place, ValuePlace } from '../../document/cursor';
import type { LocatedDocument } from '../../document/located-document';
import { indentationAt, isFirstOnLine, lineStart } from '../../edits/lines';
import {
  isBlock,
  isList,
  isScalar,
  keyText,
  render,
  renderField,
  renderFlow,
  renderJson,
  type Value,
} from '../../edits/render';
import { scalarText } from '../../edits/scalar';
import { type Style, styleOf } from '../../edits/style';
import { withoutStyle } from './holes';
import type { Writing } from './item';

export type Members = { readonly [name: string]: Value };

/** Writes in the style of a document. */
export class Pen {
  private readonly style: Style;

  constructor(
    private readonly document: LocatedDocument,
    json = false,
  ) {
    const style = styleOf(document);
    const isBlank = !/[{[:]/.test(document.text);
    this.style = json && isBlank ? { ...style, json, quote: '"' } : style;
  }

  get json(): boolean {
    return this.style.json;
  }

  get lineBreak(): string {
    return this.style.lineBreak;
  }

  /** A key that is to be added, with its value; of one that has a value, only the name. */
  key(place: KeyPlace, name: string, value: Value): Writing {
    if (!place.named) return this.members(place, { [name]: value });
    const style = this.styleAt(place);
    const mark =
      place.quote === '' ? keyText(name, style) : scalarText(name, { flow: true, quote: place.quote });
    return this.writing(place, place.lead + mark);
  }

  /** Keys that are to be added, with their values. */
  members(place: KeyPlace, members: Members): Writing {
    const style = this.styleAt(place);
    const entries = Object.entries(members);
    if (!place.flow) {
      const lines = entries.flatMap(([name, value]) => renderField(name, value, style));
      return this.writing(place, place.lead + lines.join(this.margin(place.column)));
    }
    const alone = style.json && isFirstOnLine(this.document.text, place.start);
    const margin = alone ? this.flowMargin(place) : ' ';
    const written = entries.map(([name, value]) => {
      const lines = alone ? renderJson(value, style) : [renderFlow(value, style)];
      return `${keyText(name, style)}: ${lines.join(margin)}`;
    });
    return this.writing(place, place.lead + written.join(`,${margin}`));
  }

  /** A value; in block style, a collection goes on lines of its own. */
  value(place: ValuePlace, value: Value): Writing {
    const style = this.styleAt(place);
    if (place.flow) return this.writing(place, place.lead + this.inFlow(place, value, style));
    if (!isBlock(value)) {
      const text = isScalar(value) ? this.scalar(place, value) : render(value, style).join(' ');
      return this.writing(place, place.lead + text);
    }
    if (place.stands === 'own') {
      return this.writing(place, place.lead + render(value, style).join(this.margin(place.column)));
    }
    const margin = this.margin(place.column + (isList(value) ? style.listIndent : style.indent));
    // No blanks are left behind the colon.
    let { start } = place;
    while (/[ \t]/.test(this.document.text[start - 1] ?? '')) start--;
    return this.writing({ ...place, start }, margin + render(value, style).join(margin));
  }

  /** Items of a list in the place of one. `column`: of the dashes. */
  items(place: ValuePlace, values: readonly Value[], column: number): Writing {
    const own = this.styleAt(place);
    const style = { ...own, quote: place.quote || own.quote };
    if (place.flow) {
      const alone = style.json && isFirstOnLine(this.document.text, place.start);
      const separator = alone ? `,${this.flowMargin(place)}` : ', ';
      return this.writing(
        place,
        place.lead + values.map((value) => renderFlow(value, style)).join(separator),
      );
    }
    const texts = values.map((value) => render(value, style).join(this.margin(column + 2)));
    return this.writing(place, place.lead + texts.join(`${this.margin(column)}- `));
  }

  /** A whole document. */
  whole(place: KeyPlace, members: Members): Writing {
    if (place.flow) return this.members(place, members);
    const { style } = this;
    const lines = style.json
      ? renderJson(members, style)
      : Object.entries(members).flatMap(([name, value]) => renderField(name, value, style));
    return this.writing(place, lines.join(style.lineBreak) + style.lineBreak);
  }

  /** A scalar with the quotation marks that are there, or else those of the document if it needs some. */
  scalar(place: ValuePlace, value: string | number | boolean | null): string {
    const quote = place.quote === '' ? this.styleAt(place).quote : place.quote;
    return scalarText(value, { flow: place.flow, quote });
  }

  private inFlow(place: ValuePlace, value: Value, style: Style): string {
    if (isScalar(value)) return this.scalar(place, value);
    const { text } = this.document;
    const before = text.slice(lineStart(text, place.start), place.start);
    const alone = style.json && /^[ \t]*(?:"[^"]*"\s*:\s*)?$/.test(before) && text.includes('\n');
    return alone ? renderJson(value, style).join(this.flowMargin(place)) : renderFlow(value, style);
  }

  /** Braces in a document without others may have keys in quotes, or not. */
  private styleAt(place: Place): Style {
    if (!place.flow || this.style.json) return this.style;
    const first = place.on === 'key' ? place.mapping?.pairs[0]?.key.quote : undefined;
    const json = (place.on === 'key' && place.quote === '"') || first === '"';
    return json ? { ...this.style, json, quote: '"' } : this.style;
  }

  private margin(column: number): string {
    return this.style.lineBreak + ' '.repeat(column);
  }

  /** The indentation of the line, be it of tabs. */
  private flowMargin({ start }: Place): string {
    return this.style.lineBreak + indentationAt(this.document.text, start);
  }

  private writing({ start, end, comma }: Place, text: string): Writing {
    const { before } = comma;
    const adjacent = before === start ? ', ' : '';
    const extra = before === undefined || adjacent ? [] : [{ start: before, end: before, newText: ',' }];
    return { start, end, newText: adjacent + withoutStyle(text) + (comma.after ? ',' : ''), extra };
  }
}
