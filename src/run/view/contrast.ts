/** Red, green and blue, from 0 to 255. */
export type Color = readonly [number, number, number];

/** What WCAG asks of a text. */
const enough = 4.5;

/** The color itself, or one nearer to black or white that can be read on the ground, as VS Code's terminal does. */
export function readable(color: Color, ground: Color): Color {
  const end = luminance(ground) > 0.18 ? 0 : 255;
  for (let step = 0; step < 10; step++) {
    const [red, green, blue] = color.map((part) =>
      Math.round(part + ((end - part) * step) / 10),
    ) as unknown as Color;
    if (contrast([red, green, blue], ground) >= enough) return [red, green, blue];
  }
  return [end, end, end];
}

export function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Color;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
