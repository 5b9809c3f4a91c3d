import { describe, expect, it } from 'vitest'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { runExplain } from './explain-program'

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text))
}

async function run(args: readonly string[], input: string): Promise<{ readonly out: string }> {
  let out = ''
  const print = (text: string) => Promise.resolve(void (out += text))
  await runExplain(args, { open: () => once(input), print, complain: print })
  return { out }
}

describe('marks that reverse the text around them', () => {
  const marks = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2067', '\u2069']
  const reversing = marks.join('x')
  const status = {
    code: 'ProvisioningState/failed/19',
    level: 'Error',
    displayStatus: 'Failed',
    message: `Failed ${reversing} to encrypt`,
  }
  const vm = { ...vmBody({ extension: { status } }), name: `web${reversing}` }
  const isRaw = (text: string): boolean => /\p{Bidi_C}/u.test(text)

  it.each([['-'], ['--lines', '-'], ['--text', '-'], ['--report', '-']])(
    'never reach a terminal: %s %s',
    async (...args) => {
      const { out } = await run(args, JSON.stringify(vm))
      expect(out.length).toBeGreaterThan(100)
      expect(isRaw(out)).toBe(false)
      expect(isRaw((await run(args, `error: ${reversing} no such volume`)).out)).toBe(false)
    },
  )

  it('stay what they are for a program that reads the JSON', async () => {
    expect(JSON.parse((await run(['-'], JSON.stringify(vm))).out)).toMatchObject({ vm: { name: `web${reversing}` } })
  })
})
