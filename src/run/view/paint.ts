import { type Color, readable } from './contrast';

/** What a policy forbids to the text of the page: styles of single elements. */
export function paint(main: HTMLElement): void {
  for (const line of main.querySelectorAll<HTMLElement>('[data-indent]')) {
    line.style.setProperty('--indent', line.dataset['indent'] ?? '0');
  }
  // Looked at once for each way to look: to ask for a style after each change takes its time.
  const colors = new Map<string, string>();
  for (const part of main.querySelectorAll<HTMLElement>('pre span')) {
    const { fg = '', bg = '' } = part.dataset;
    part.style.color = fg;
    part.style.backgroundColor = bg;
    const look = [part.className, fg, bg].join();
    const color = colors.get(look) ?? `rgb(${readable(colorOf(part, 'color'), groundOf(part))})`;
    colors.set(look, color);
    part.style.color = color;
  }
}

function groundOf(part: HTMLElement): Color {
  for (let element: HTMLElement | null = part; element; element = element.parentElement) {
    if (!/^rgba\(.*, 0\)$/.test(getComputedStyle(element).backgroundColor)) {
      return colorOf(element, 'backgroundColor');
    }
  }
  return [255, 255, 255];
}

/** Computed colors are written as `rgb(1, 2, 3)` or with a share of transparency behind. */
function colorOf(element: HTMLElement, property: 'color' | 'backgroundColor'): Color {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element)[property].match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return [red, green, blue];
}
