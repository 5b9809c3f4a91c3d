import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { bundleFormat } from '@/lib/setup/bundle/format'
import { decodeText } from '@/lib/shared/decode-text'
import { otherFileOf } from './other-file'

const header = JSON.stringify({ kind: 'header', format: bundleFormat, version: 1 })

describe('a file of another kind', () => {
  it.each([
    ['a compressed bundle', decodeText(gzipSync(`${header}\n`)), 'compressed'],
    ['an archive', 'PK\u0003\u0004\u0014', 'compressed'],
    ['an unpacked bundle', `${header}\n{"kind":"exchange"}`, 'bundle'],
  ])('is named, and nothing is concluded from it: %s', (_, text, code) => {
    expect(otherFileOf(text)).toBe(code)
    expect(explainAny(text)).toEqual({ kind: 'none', code, unknown: [] })
  })

  it.each(['', '{"id":"/subscriptions"}', `a note about ${bundleFormat}`, 'PK in a note'])('is not %j', (text) => {
    expect(otherFileOf(text)).toBeNull()
  })
})
