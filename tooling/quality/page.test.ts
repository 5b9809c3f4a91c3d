import { describe, expect, it } from 'vitest'
import { withBlock } from './page'

describe('the page', () => {
  it('replaces a block between its marks', () => {
    const page = 'Before\n<!-- sums -->\nold\n<!-- /sums -->\nAfter\n'
    expect(withBlock(page, 'sums', 'new')).toBe('Before\n<!-- sums -->\nnew\n<!-- /sums -->\nAfter\n')
    expect(() => withBlock(page, 'other', 'new')).toThrow('no block other')
  })
})
