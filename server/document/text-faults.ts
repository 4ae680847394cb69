import type { LoadFault } from './fault';

/**
 * What go-yaml's reader and scanner refuse and the `yaml` package lets pass. The ranges of allowed
 * characters are those of go-yaml's readerc.go.
 */
export function textFaults(text: string): LoadFault[] {
  const control = controlCharacter(text);
  if (control) return [control];
  const directive = badDirective(text);
  return directive ? [directive] : [];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const notAllowed = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]|\p{Surrogate}/u;

function controlCharacter(text: string): LoadFault | undefined {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const found = notAllowed.exec(from ? text.slice(1) : text);
  if (!found) return undefined;
  const start = found.index + from;
  const code = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
  return {
    start,
    end: start + 1,
    message: `The character U+${code} is not allowed in YAML, not even in a comment. Remove it.`,
    kubectl: 'yaml: control characters are not allowed',
  };
}

function badDirective(text: string): LoadFault | undefined {
  const lines = /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*%(\S+)[ \t]*(\S*)/.exec(text);
  if (!lines) return undefined;
  const [all, name, value] = lines;
  if (name === 'TAG' || (name === 'YAML' && value === '1.1')) return undefined;
  const start = all.lastIndexOf('%');
  const version = name === 'YAML';
  return {
    start,
    end: all.length,
    message: version
      ? 'kubectl reads YAML 1.1 only. Remove this line.'
      : 'This directive is not known to kubectl. Remove this line.',
    kubectl: version ? 'yaml: found incompatible YAML document' : 'yaml: found unknown directive name',
  };
}
