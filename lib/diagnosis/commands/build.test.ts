import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { az, commandText, powerShell } from './build'
import { hostileNames as hostile } from '../testing/hostile-names'
import { fill } from './values'

/** The arguments that real bash passes to `az`, word by word. */
function wordsOfBash(command: string): readonly string[] {
  const run = spawnSync('bash', ['--noprofile', '--norc', '-c', `az() { printf '%s\\0' "$@"; }\n${command}`], {
    encoding: 'utf8',
  })
  expect(run.stderr).toBe('')
  return run.stdout.split('\0').slice(0, -1)
}

/** Arguments of one PowerShell command line: bare words and single-quoted strings, each quote doubled inside. */
function wordsOfPowerShell(command: string): readonly string[] {
  const quotes = "'\u2018\u2019\u201a\u201b"
  const word = new RegExp(
    `\\s*(?:[${quotes}]((?:[^${quotes}]|[${quotes}]{2})*)[${quotes}]|([A-Za-z0-9_./:-]+)|,)`,
    'uy',
  )
  const words: string[] = []
  while (word.lastIndex < command.length) {
    const found = word.exec(command)
    if (found === null) throw new Error(`not a word: ${command}`)
    const [, quoted, bare] = found
    if (quoted !== undefined) words.push(quoted.replaceAll(new RegExp(`([${quotes}])[${quotes}]`, 'gu'), '$1'))
    else if (bare !== undefined) words.push(bare)
  }
  return words
}

describe('a command for bash', () => {
  it.each(hostile)('passes %j to az as one word', (name) => {
    const words = wordsOfBash(commandText(az('vm restart', ['resource-group', fill(name, 'GROUP')], ['no-wait'])))
    const expected = name.startsWith('-') ? [`--resource-group=${name}`] : ['--resource-group', name]
    expect(words).toEqual(['vm', 'restart', ...expected, '--no-wait'])
  })

  it('passes any displayable text unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { maxLength: 8 }), (names) => {
        const words = wordsOfBash(commandText(az('x', ...names.map((name) => ['o', fill(name, 'P')] as const))))
        const expected = names.flatMap((name) => {
          const kept = !name.startsWith('@') && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)
          if (!kept) return ['--o', '<P>']
          return name.startsWith('-') ? [`--o=${name}`] : ['--o', name]
        })
        expect(words).toEqual(['x', ...expected])
      }),
      { numRuns: 60 },
    )
  })

  it.each(['two\nlines', 'right\u202eleft', '@/etc/passwd', '', 'x'.repeat(1025)])(
    'has a placeholder instead of %j',
    (name) => {
      expect(commandText(az('vm show', ['name', fill(name, 'VM-NAME')]))).toBe("az vm show --name '<VM-NAME>'")
    },
  )

  it('marks the filled-in values', () => {
    expect(az('vm show', ['name', fill('web-1', 'VM-NAME')], ['output', 'json'])).toEqual([
      { text: 'az vm show --name ', filled: false },
      { text: 'web-1', filled: true },
      { text: ' --output json', filled: false },
    ])
  })
})

describe('a command for PowerShell', () => {
  it.each(hostile)('passes %j to the cmdlet as one argument', (name) => {
    const command = commandText(powerShell('Restart-AzVM', ['Name', fill(name, 'VM-NAME')], ['NoWait']))
    expect(wordsOfPowerShell(command)).toEqual(['Restart-AzVM', '-Name', name, '-NoWait'])
  })

  it('writes several values as a list', () => {
    const command = commandText(powerShell('X', ['Name', fill("a'b", 'P'), fill('c', 'P')]))
    expect(command).toBe("X -Name 'a''b',c")
  })
})
