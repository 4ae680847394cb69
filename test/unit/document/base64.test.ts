import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64Fault } from '../../../server/document/base64';

describe('base64 as Go reads it', () => {
  for (const text of ['', 'QQ==', 'QUI=', 'QUJD', 'QUJDRA==', 'QU\nJD\r\n', '\n', 'QQ=\n=', '+/+/']) {
    test(JSON.stringify(text), () => assert.equal(base64Fault(text), undefined));
  }
});

describe('where Go gives up', () => {
  const faults: Record<string, number> = {
    Q: 0,
    QU: 0,
    QUJ: 0,
    'QQ=': 3,
    'QQ=A': 2,
    'QQ===': 4,
    'QUI==': 4,
    'Q===': 1,
    '=': 0,
    'QU JD': 2,
    'QUJD-': 4,
    'QUJD_A==': 4,
    'QQ==QQ==': 4,
    QUJDé: 4,
    '-----BEGIN': 0,
  };
  for (const [text, at] of Object.entries(faults)) test(text, () => assert.equal(base64Fault(text), at));
});
