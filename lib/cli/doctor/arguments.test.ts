import { expect, it } from 'vitest'
import { parseDoctor } from './arguments'

const id = '00000000-0000-4000-8000-000000000000'

it.each<[args: readonly string[], wrong: RegExp]>([
  [[], /^ADDRESS is missing; to compare Azure itself, use --azure$/],
  [['--azure', '--subscription', 'not-a-guid'], /^--subscription not-a-guid: not the id/],
  [['--azure', 'https://x.example'], /^https:\/\/x\.example: --azure takes no ADDRESS$/],
  [['--subscription', id, 'https://x.example'], /^--subscription goes with --azure only$/],
  [['--record', '', 'https://x.example'], /^--record goes with --azure only$/],
  [['x.example'], /^x\.example: not an address/],
  [['https://x.example', 'https://y.example'], /^https:\/\/y\.example: only one ADDRESS/],
  [['--timeout', '0', 'https://x.example'], /^--timeout 0: /],
  [['--language', 'fr', 'https://x.example'], /^--language fr: not one of en, ja$/],
  [['--nothing'], /--nothing/],
])('says what it does not understand: %j', (args, wrong) => {
  expect(parseDoctor(args)).toMatchObject({ kind: 'usage', wrong: expect.stringMatching(wrong) })
})

it('takes what is right', () => {
  expect(parseDoctor(['--azure', '--subscription', id]).kind).toBe('azure')
  expect(parseDoctor(['https://x.example']).kind).toBe('run')
  expect(parseDoctor(['--help']).kind).toBe('help')
})
