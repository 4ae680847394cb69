/**
 * In notifications VS Code makes links of `[text](command:…)`, and runs the command when they are clicked. A stranger's
 * words, such as a name in a kubeconfig, must not become one. Nor must they turn the direction of what is around them: marks
 * that do are written out.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (').replace(directions, written);
}

const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function written(mark: string): string {
  return `\\u{${mark.charCodeAt(0).toString(16)}}`;
}
