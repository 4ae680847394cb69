import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DerReader, isNegative, tags } from '../../../server/go/der';

const reader = (hex: string) => new DerReader(Buffer.from(hex, 'hex'));

describe('lengths', () => {
  const rows: Readonly<Record<string, readonly [hex: string, bytes: number | undefined]>> = {
    short: ['3000', 0],
    'not all there': ['300101'.slice(0, 4), undefined],
    long: [`308180${'00'.repeat(128)}`, 128],
    'long, but short would do': ['30810100', undefined],
    'a leading zero': [`30820080${'00'.repeat(128)}`, undefined],
    indefinite: ['30800000', undefined],
    'five digits': ['3085000000000100', undefined],
    'a high tag': ['1f0100', undefined],
  };
  for (const [name, [hex, bytes]] of Object.entries(rows)) {
    it(name, () => assert.equal(reader(hex).any()?.body.length, bytes));
  }
});

describe('values', () => {
  it('integers in their shortest form', () => {
    assert.deepEqual(
      ['02017f', '02020080', '0201ff', '0200', '0202007f', '0202ff80'].map((hex) =>
        reader(hex).integer()?.toString('hex'),
      ),
      ['7f', '0080', 'ff', undefined, undefined, undefined],
    );
    assert.deepEqual(
      [isNegative(Buffer.from('80', 'hex')), isNegative(Buffer.from('0080', 'hex'))],
      [true, false],
    );
  });

  it('object identifiers whose parts are in their shortest form', () => {
    assert.deepEqual(
      ['06032b6570', '0600', '06018001'.slice(0, 6), '06022b80', '06032b8001'].map((hex) =>
        reader(hex).oid()?.toString('hex'),
      ),
      ['2b6570', undefined, undefined, undefined, undefined],
    );
  });

  it('bit strings whose unused bits are zero', () => {
    assert.deepEqual(
      ['03020001', '030100', '03020401', '03020410', '030101', '03020800', '0300'].map((hex) =>
        reader(hex).bits()?.toString('hex'),
      ),
      ['01', '', undefined, '10', undefined, undefined, undefined],
    );
  });

  it('optional elements', () => {
    const input = reader('8001aa0500');
    assert.equal(input.optional(tags.context(1)), true);
    assert.equal(input.optional(tags.context(0)), true);
    assert.equal(input.next, tags.null);
    assert.equal(reader('8002aa').optional(tags.context(0)), false);
  });
});
