import type { Case } from './property';

/** What has been shown once, with the seed that found it if it was not found by reading. The secrets are nobody's. */
export const regressions: Readonly<Record<string, Partial<Case>>> = {
  'seed 7: the zero of 0x is no digit': { form: 'hex, as C has it' },
  'seed 7: nor where a line ends in it': {
    form: 'hex, as C has it',
    broken: 'over lines with CRLF and a margin',
  },
  'seed 7: base64 on stdout, and what it says on stderr': {
    place: 'another field, in base64',
    form: 'JSON in JSON in JSON',
    broken: 'with links and bells',
    ending: 'a signal',
  },
  'seed 7: a password of the proxy as it is meant': {
    secret: "q7Xz'93LmPd:02Rk=TnV%b5sYc81wHfJ46aE",
    place: 'a proxy in the environment',
    broken: 'with colours, escaped',
  },
  'seed 7: with its signs escaped': {
    secret: 'q7Xz"93LmPd\\02Rk=TnV<b5sYc81>wHfJ46aE',
    place: 'a proxy in the environment',
    form: 'HTML-escaped',
    broken: 'with colours',
    ending: 'a time-out',
    kept: 142,
  },
  'seed 1001: a margin in a piece that has a sign in it, at a cut': {
    secret: 'q7Xz_3LmPd-2RkTnVb5sYc81wHfJ',
    form: 'URL-escaped twice',
    broken: 'over lines with CRLF and a margin',
    kept: 81,
  },
  'seed 77 and 2000: quoted-printable among what JSON has escaped': {
    secret: 'q7+Xz93/LmPd02+RkTn/Vb5s+Yc81wHfJ46aE',
    form: 'quoted-printable',
    broken: 'with colours, escaped',
  },
  'seed 3001: a margin among signs': {
    secret: 'q7Xz93LmPd02RkTnVb5s<c@1w^fJ*4%E',
    form: 'HTML-escaped',
    broken: 'over lines with CRLF and a margin',
  },
  'seed 4009: a sign of the secret that looks like an escape, among colours that are escaped': {
    secret: 'q7Xz93LmP%Ad02RkTnVb5sYc81wHfJ46aE',
    broken: 'with colours, escaped',
  },
  'seed 5005: the same at a cut': {
    secret: '\\bq7Xz93LmPd02RkTnVb5sYc81wHfJ46',
    broken: 'with colours, escaped',
    around: 'a query',
    kept: 67,
  },
  'seed 6005: the last lines of a key that nobody could decode, at a cut': {
    kind: 'a private key',
    secret: `-----BEGIN PRIVATE KEY-----\n${'q7Xz93LmPd02RkTn'.repeat(4)}\nVb==\n-----END PRIVATE KEY-----\n`,
    place: 'an alias',
    around: 'an exit message',
    kept: 42,
  },
  'seed 7019: the last line of a key in another field, at a cut': {
    kind: 'a private key',
    secret: `-----BEGIN PRIVATE KEY-----\n${'q7Xz93LmPd02RkTn'.repeat(4)}\nVb==\n-----END PRIVATE KEY-----\n`,
    place: 'kind',
    around: 'an exit message',
    kept: 42,
  },
  'stdout of a plugin that was stopped': { place: 'status.token', ending: 'a time-out' },
  'stdout of a plugin that was killed': { place: 'a refresh token', ending: 'a signal' },
  'colours that JSON has escaped': { broken: 'with colours, escaped' },
  'a token that begins like a flag': {
    secret: '-Xz93LmPd02RkTnVb5sYc81wHfJ46aE',
    place: 'in the file: an argument behind its flag',
  },
  "another user's plugin": { place: "in the file: another user's args" },
  'seed 9310013: a secret that could be a flag, if flags had words that long': {
    kind: 'base64url',
    secret: '-AAAAAAAAAAAAAAAAAAAlgBCDQ',
    place: 'in the file: a flag of the catalog',
  },
};

export const usual: Case = {
  kind: 'letters and digits',
  secret: 'q7Xz93LmPd02RkTnVb5sYc81wHfJ46aE',
  place: 'status.token',
  form: 'plain',
  broken: 'whole',
  around: 'a message',
  ending: 'status 0',
  kept: 31 * 1024,
  piece: 4096,
  noise: [0, 0],
};
