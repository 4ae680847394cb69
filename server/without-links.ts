/**
 * In notifications VS Code makes links of `[text](command:…)`, and runs the command when they are clicked. A stranger's
 * words, such as a name in a kubeconfig, must not become one.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
