import { escapeHtml } from './escape-html';

export interface Resources {
  /** What the webview serves its own files from. */
  readonly cspSource: string;
  readonly style: string;
  readonly script: string;
}

/** The page of the result view, which asks for what it is to show; see view/page.ts. `nonce`: of its only script. */
export function resultPage(
  { cspSource, styles, script }: Omit<Resources, 'style'> & { readonly styles: readonly string[] },
  nonce: string,
): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map((style) => `<link rel="stylesheet" href="${escapeHtml(style)}">`).join('\n')}
<title>Exec plugin</title>
</head>
<body>
<nav aria-label="Runs of this window"></nav>
<main></main>
<p class="unseen" role="status"></p>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}
