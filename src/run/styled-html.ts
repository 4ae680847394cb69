import type { TextStyle } from '../../server/protocol';
import { escapeHtml } from './escape-html';

const attributes = ['bold', 'dim', 'italic', 'underline', 'inverse', 'strikethrough'] as const;

/** A text as it looked in a terminal. `styles`: in order, without a place in common. */
export function styledHtml(text: string, styles: readonly TextStyle[] = []): string {
  let html = '';
  let done = 0;
  for (const style of styles) {
    html += escapeHtml(text.slice(done, style.start));
    html += span(style, escapeHtml(text.slice(style.start, style.end)));
    done = style.end;
  }
  return html + escapeHtml(text.slice(done));
}

function span(style: TextStyle, html: string): string {
  const { foreground, background } = style.inverse
    ? { foreground: style.background, background: style.foreground }
    : style;
  const classes: string[] = attributes.filter((name) => style[name]);
  let data = '';
  for (const [kind, color] of [['fg', foreground] as const, ['bg', background] as const]) {
    // The page allows no styles in its text: its script gives them.
    if (color?.startsWith('#')) data += ` data-${kind}="${escapeHtml(color)}"`;
    else if (color) classes.push(`${kind}-${color}`);
  }
  return `<span class="${escapeHtml(classes.join(' '))}"${data}>${html}</span>`;
}
