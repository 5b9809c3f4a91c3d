import { expect, it } from 'vitest'
import { commandText } from '../commands/build'
import { unknownSubject } from '../commands/unknown-subject'
import { azCmdlets } from '../testing/az-cmdlets'
import { stepFor } from '.'
import { stepKinds } from './kinds'

/** One call: the cmdlet and the names of its parameters. */
interface Call {
  readonly cmdlet: string
  readonly parameters: readonly string[]
}

/** Every script of every step, with and without a key, for both systems. */
const scripts = stepKinds.flatMap((kind) =>
  (['Linux', 'Windows'] as const).flatMap((osType) =>
    [null, 'https://kv.vault.azure.net/keys/kek/1'].flatMap((keyUrl) => {
      const parts = stepFor(kind, { ...unknownSubject, osType, keyUrl, dataDisks: ['data1'] }).commands.powershell
      return parts === undefined ? [] : [commandText(parts)]
    }),
  ),
)

/**
 * The calls of Az cmdlets in a script: strings and script blocks are removed, then each statement is parsed separately.
 */
function callsOf(script: string): readonly Call[] {
  const bare = script.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/@?\{[^{}]*\}/g, '{}')
  return bare.split(/[\n|;()]/).flatMap((statement) => {
    const found = /^\s*(?:\$\w+ = )?([A-Z][a-z]+-Az\w+)(.*)$/.exec(statement)
    if (found === null) return []
    const [, cmdlet = '', rest = ''] = found
    return [{ cmdlet, parameters: [...rest.matchAll(/(?:^|\s)-([A-Za-z]\w*)/g)].map(([, name]) => name ?? '') }]
  })
}

/** Opening and closing brackets outside of strings. */
function isBalanced(script: string): boolean {
  const bare = script.replaceAll(/'(?:[^']|'')*'/g, '')
  const open: string[] = []
  for (const sign of bare.match(/[(){}[\]']/g) ?? []) {
    if ('({['.includes(sign)) open.push(sign)
    else if (`${open.pop() ?? ''}${sign}` !== { ')': '()', '}': '{}', ']': '[]' }[sign]) return false
  }
  return open.length === 0
}

it('every PowerShell template uses documented cmdlets and parameters, each once, and closes every bracket', () => {
  const calls = scripts.flatMap(callsOf)
  expect(calls.length).toBeGreaterThan(200)
  const wrong = calls.flatMap(({ cmdlet, parameters }) => {
    const known = azCmdlets[cmdlet]
    if (known === undefined) return [`${cmdlet} is not in the table`]
    return [
      ...parameters.filter((name) => !known.includes(name)).map((name) => `${cmdlet} has no -${name}`),
      ...parameters
        .filter((name, index) => parameters.indexOf(name) !== index)
        .map((name) => `${cmdlet} -${name} twice`),
    ]
  })
  expect([...new Set(wrong)]).toEqual([])
  expect(scripts.filter((script) => !isBalanced(script))).toEqual([])
  const used = new Set(calls.map(({ cmdlet }) => cmdlet))
  expect(Object.keys(azCmdlets).filter((cmdlet) => !used.has(cmdlet))).toEqual([])
})
