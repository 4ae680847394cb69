import type { Section } from '../../../server/describe-report';
import { type Html, html } from './html';

/** The certificate, then whoever signed it, and so on. */
export function chainList(chain: NonNullable<Section['chain']>, now: number): Html {
  const links = chain.map((link, index) => {
    const { subject, issuer, notBefore, notAfter } = link;
    const previous = chain[index - 1];
    const stray = previous && previous.issuer !== subject;
    return html`<li><code>${subject}</code>
<div class="note">${roleOf(index, subject === issuer)}, ${validity(notBefore, notAfter, now)}${stray && ', not named as issuer by the one above'}</div></li>`;
  });
  return html`<h3>Chain</h3><ol class="chain">${links}</ol>`;
}

function roleOf(index: number, selfSigned: boolean): string {
  if (index === 0) return 'The client';
  return selfSigned ? 'Root' : 'Issuer';
}

function validity(notBefore: string, notAfter: string, now: number): string {
  const [start, end] = [Date.parse(notBefore), Date.parse(notAfter)];
  if (end <= now) return `expired on ${day(notAfter)}`;
  return start > now ? `not valid before ${day(notBefore)}` : `valid until ${day(notAfter)}`;
}

function day(time: string): string {
  return time.slice(0, 10);
}
