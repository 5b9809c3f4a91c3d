import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { catalogue } from './catalogue'
import { messageTargets } from './entry'
import { catalogueIds } from './ids'
import { matchStatusMessage, matchText, type StatusMessage } from './match'
import { readMessages } from './normalise/read-messages'
import { samples } from './testing/samples'

const size = 100_000
const filled = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size)
const failure: StatusMessage = {
  message: null,
  displayStatus: 'Provisioning failed',
  level: 'Error',
  code: 'ProvisioningState/failed/19',
  osType: 'Linux',
  pass: 'single',
}

/** Texts that nearly match an entry many times. */
const almost = () =>
  catalogueIds.flatMap((id) => {
    const { match } = catalogue[id]
    const passages = match.kind === 'contains' ? [match.start, ...match.passages] : []
    const literal = passages.filter((passage) => typeof passage === 'string').join('')
    return literal.length < 4 ? [] : [filled(literal.slice(0, -1)), filled(literal)]
  })
/** Built inside the test that uses them: they are many megabytes. */
const hostile = () => [
  ...['a', ' ', '\n', '\u0000', '%', '1', '{', '[', '暗', '\ud800', '1.', 'Command ', ', stack trace: '].map(filled),
  filled('Traceback (most recent call last):\n  File\nException:\n'),
  filled(`Encryption failed for name:${'a'.repeat(600)}`),
  `Background encrypting ${filled('a - 1')}`,
  `Background encrypting x - ${filled('1')}`,
  `https://${filled('a.')}`,
  `[AzureDiskEncryptionForLinux] [${filled('1.')}`,
  `Failed to encrypt OS volume with error: ${filled('machine state: stripdow')}`,
  `Failed to encrypt OS volume with error: Command ${filled('\nstderr:')}`,
  `{${filled('"os":')}`,
  `{"os":${filled('[')}`,
  filled('with error: '),
  filled('[AzureDiskEncryption] 1: '),
  filled('2026-11-24 03:04:05 '),
  filled('\u001b[0'),
  filled('\u001b[0;1m'),
  filled('ERROR: '),
  ...almost(),
]

const mostScans = 30
const hidden = { ...failure, osType: null, pass: null, level: null, code: null, displayStatus: null }
const works: readonly (readonly [string, (text: string) => void])[] = [
  ['a status whose place is known', (message) => matchStatusMessage({ ...failure, message })],
  ['a status of which nothing else is known', (message) => matchStatusMessage({ ...hidden, message })],
  ...messageTargets.map((target) => [target, (text: string) => matchText(target, text)] as const),
]

describe('a hostile text of 100 kB', () => {
  it.each(works)('costs at most a few scans as %s', (_name, work) => {
    for (const text of hostile()) {
      const cost = costInScans(() => work(text), text.length, mostScans)
      expect({ text: text.slice(0, 80), slow: cost > mostScans }).toEqual({ text: text.slice(0, 80), slow: false })
    }
  })
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...Object.values(samples)))
/** Real texts, truncated and mixed with arbitrary text. */
const mixedText = fc.array(anyText, { minLength: 1, maxLength: 4 }).chain((parts) => {
  const whole = parts.join('')
  return fc.nat({ max: whole.length }).map((cut) => whole.slice(cut) + whole.slice(0, cut))
})
const orNothing = (texts: fc.Arbitrary<string>) => fc.oneof(fc.constant(null), texts)

describe('any text', () => {
  it('never throws and never returns a percentage outside 0 to 100', () => {
    const signs = fc.record<StatusMessage>({
      message: orNothing(mixedText),
      displayStatus: orNothing(fc.oneof(fc.constantFrom('Transitioning', 'Provisioning failed'), mixedText)),
      level: orNothing(fc.oneof(fc.constantFrom('Info', 'Error'), mixedText)),
      code: orNothing(
        fc.oneof(fc.constantFrom('ProvisioningState/succeeded', 'ProvisioningState/failed/19'), mixedText),
      ),
      osType: orNothing(fc.oneof(fc.constantFrom('Linux', 'Windows'), mixedText)),
      pass: fc.constantFrom(null, 'none', 'single', 'dual'),
    })
    const check = (given: StatusMessage) => {
      const { percent } = matchStatusMessage(given)
      expect(percent === null || (percent >= 0 && percent <= 100)).toBe(true)
    }
    fc.assert(fc.property(signs, check), { numRuns: 2_000 })
  })

  it.each(['Encrypting data volume 1/2: ', 'Resuming encryption after reboot: ', 'Background encrypting /dev/sda - '])(
    'never returns a percentage outside 0 to 100 after %j',
    (beginning) => {
      const number = fc.oneof(fc.integer().map(String), fc.double().map(String), fc.string())
      const check = (figure: string) => {
        const message = `${beginning}${figure}%`
        const { percent } = matchStatusMessage({ ...failure, message, level: null, code: null, displayStatus: null })
        expect(percent === null || (percent >= 0 && percent <= 100)).toBe(true)
      }
      fc.assert(fc.property(number, check), { numRuns: 500 })
    },
  )

  it('never throws in any other place', () => {
    const check = (text: string) => {
      for (const target of messageTargets) expect(matchText(target, text).kind).toBeTypeOf('string')
      expect(readMessages(text).cut).toBe(false)
    }
    fc.assert(fc.property(mixedText, check), { numRuns: 300 })
  })

  it('that is JSON is read without an exception', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readMessages(text)
        matchText('substatus-message', text)
      }),
    )
  })
})
