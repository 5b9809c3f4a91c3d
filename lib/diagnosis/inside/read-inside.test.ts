import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { messagesLimit, readMessages, readMessagesInTurns } from '@/lib/messages/normalise/read-messages'
import { readInside } from './read-inside'

const console = [
  '[    0.000000] Linux version 5.15.0-1050-azure',
  '[AzureDiskEncryption] 1893: ======= MACHINE STATE: prereq =======',
  '2026-11-24 10:02:03 [AzureDiskEncryption] 1893: ======= MACHINE STATE: stripdown =======',
  '[AzureDiskEncryption] 1893: ======= MACHINE STATE: unmount_oldroot =======',
  '[AzureDiskEncryption] 1893: ======= MACHINE STATE: unmount_oldroot =======',
  'Ubuntu 20.04.6 LTS web-1 ttyS0',
  'web-1 login:',
].join('\r\n')

describe('a log from inside the VM', () => {
  it('returns the known lines and the steps in their order', () => {
    const { lines, steps, cut } = readInside(console, 'pasted')
    expect(steps).toEqual(['prereq', 'stripdown', 'unmount_oldroot'])
    expect(lines.map(({ line }) => line)).toEqual([2, 3, 4, 5])
    expect(lines[1]?.at).toBe('2026-11-24T10:02:03.000Z')
    expect(cut).toBe(false)
  })

  it('returns no time for a line whose time does not exist', () => {
    const { lines } = readInside('2026-13-45 10:02:03 [AzureDiskEncryption] 77: OS disk encryption started', 'pasted')
    expect(lines.map(({ at }) => at)).toEqual([null])
  })

  it('also recognises messages that the extension sends to ARM', () => {
    const { lines } = readInside('2026-11-24 10:02:03 [AzureDiskEncryption] 77: OS disk encryption started', 'pasted')
    expect(lines.map(({ kind }) => kind)).toEqual(['linux-os-encryption-started'])
  })

  it.each([
    ['nothing', ''],
    ['words of others', 'kernel: EXT4-fs mounted\nsshd[1]: Accepted publickey'],
    ['zeros', '\0'.repeat(5000)],
  ])('finds nothing in %s', (_name, text) => {
    expect(readInside(text, 'pasted')).toMatchObject({ lines: [], steps: [], cut: false })
  })

  it('reads the last part of a log that is too long, and states so', () => {
    const long = `${console}\n${'x'.repeat(200)}\n`.repeat(4000)
    const { lines, cut } = readInside(long, 'boot-diagnostics')
    expect(long.length).toBeGreaterThan(messagesLimit)
    expect(cut).toBe(true)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every(({ line }) => line > 1000)).toBe(true)
  })

  it('reads the last lines of a text that consists of line ends, and counts the others', () => {
    const step = 'MACHINE STATE: prereq'
    const known = { kind: 'linux-machine-state-prereq' }
    expect(readInside(`${step}${'\n'.repeat(19_999)}`, 'pasted')).toMatchObject({ lines: [known], cut: false })
    expect(readInside(`${step}${'\n'.repeat(20_000)}`, 'pasted')).toMatchObject({ lines: [], cut: true })
    expect(readInside(`${'\n'.repeat(30_000)}${step}`, 'pasted')).toMatchObject({
      lines: [{ ...known, line: 30_001 }],
      cut: true,
    })
  })

  it('costs at most a few scans of a text that is built to cost time', () => {
    const bait = ': \n'.repeat(300_000) + 'MACHINE STATE: prereq'
    const others = Array.from({ length: 200_000 }, (_, index) => `:${index}`).join('\n')
    expect(costInScans(() => readInside(bait, 'pasted'), bait.length, 100)).toBeLessThanOrEqual(100)
    const { lines, cut } = readInside(bait, 'pasted')
    expect(cut).toBe(true)
    expect(lines.at(-1)).toMatchObject({ kind: 'linux-machine-state-prereq', line: 300_001 })
    expect(readInside(others, 'pasted')).toMatchObject({ lines: [], cut: true })
  })

  it('returns the same for a text whose messages were read before, a few lines at a time', async () => {
    for (const text of ['', console, `${console}\n${'x'.repeat(5000)}\n \n`.repeat(400)]) {
      const messages = await readMessagesInTurns(text, () => Promise.resolve())
      expect(messages).toEqual(readMessages(text))
      expect(readInside(text, 'pasted', messages)).toEqual(readInside(text, 'pasted'))
    }
  })

  it('yields to other work while it reads lines that all differ', async () => {
    const bait = Array.from({ length: 20_000 }, (_, index) => `[AzureDiskEncryption] 1: a${index}`).join('\n')
    let turns = 0
    await readMessagesInTurns(bait, () => {
      turns += 1
      return setImmediate()
    })
    expect(turns).toBe(400)
  })

  it('treats hostile text as text', () => {
    const { lines } = readInside('MACHINE STATE: prereq<script>\u001b[31m\u202e'.padEnd(100_000, '=') + '\n', 'pasted')
    expect(lines.length).toBeLessThanOrEqual(1)
  })
})
