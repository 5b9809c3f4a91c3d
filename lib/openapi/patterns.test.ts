import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { isPlainText } from '@/lib/contract/given-text'
import { contractSchemas } from './schemas'

const patterns = [
  ...new Set([...JSON.stringify(contractSchemas()).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) => text)),
].map((text) => JSON.parse(text ?? '""') as string)

/** The pattern of the names that users enter: it begins with spaces, and has a class of characters that are not allowed. */
const name = patterns.find((pattern) => pattern.startsWith('^[ ') && pattern.includes('\u2066')) ?? ''

/** Every character of two bytes, but half of a surrogate pair. */
const characters = Array.from({ length: 0x10000 }, (_none, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCharCode(code))

/** What Unicode calls them: the expression that the patterns replace. */
const unicode = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]+$/u
const space = /^\p{White_Space}|\ufeff$/u

describe('the patterns of the document', () => {
  it('use nothing that only JavaScript reads, and nothing that one of Python, Java, .NET, Go and Rust lacks', () => {
    expect(patterns.length).toBeGreaterThan(5)
    for (const pattern of patterns)
      expect(pattern).not.toMatch(/\[\^?\]|\\[pPuckB]|\\x(?![0-9a-f]{2})|\(\?[^:]|\(\?<|[*+?}][+?]/)
  })

  it('contain no control character: a reader of YAML refuses one, and no generated program can contain one', () => {
    // oxlint-disable-next-line no-control-regex -- these are the characters
    for (const pattern of patterns) expect(pattern).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
  })

  it('mean the same with and without the flag u', () => {
    for (const pattern of patterns) {
      const [with_, without] = [new RegExp(pattern, 'u'), new RegExp(pattern)]
      expect(characters.filter((character) => with_.test(character) !== without.test(character))).toEqual([])
    }
  })

  it('allow in a name the same characters as Unicode’s classes', () => {
    const pattern = new RegExp(name, 'u')
    expect(characters.filter((character) => pattern.test(`a${character}`) !== unicode.test(character))).toEqual([])
    const alone = (character: string): boolean => unicode.test(character) && !space.test(character)
    expect(characters.filter((character) => pattern.test(character) !== alone(character))).toEqual([])
    // The server refuses a few more: names of marks and joiners alone.
    expect(characters.filter((character) => isPlainText(character) && !pattern.test(character))).toEqual([])
  })

  it('mean the same in Python', (context) => {
    const program = `
import json, re, sys
given = json.load(sys.stdin)
json.dump([["".join("1" if re.search(p, c) else "0" for c in given["characters"])] for p in given["patterns"]], sys.stdout)
`
    // Python's $ also matches before a last line break, and its \\d every script's digits: only these differ.
    const compared = characters.filter((character) => character !== '\n' && !/\p{Nd}/u.test(character))
    const input = JSON.stringify({ patterns, characters: compared.map((character) => `a${character}`) })
    const python = spawnSync('python3', ['-c', program], { input, encoding: 'utf8', maxBuffer: 1e8 })
    if (python.error !== undefined) return context.skip('not run: python3 is not installed here')
    expect(python.stderr).toBe('')
    const answers = JSON.parse(python.stdout) as string[][]
    const expected = patterns.map((pattern) => [
      compared.map((character) => (new RegExp(pattern).test(`a${character}`) ? '1' : '0')).join(''),
    ])
    expect(answers.map(([bits], at) => [patterns[at], bits === expected[at]?.[0]])).toEqual(
      patterns.map((pattern) => [pattern, true]),
    )
  })
})
