import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Az } from '@/lib/cli/azure/az'
import { useInterruptedSetups } from './testing/interrupted-setups'

const { begin, az, setup, killedAt, killedWhileItWaits, changes, secrets, expectWhole, client, file } =
  useInterruptedSetups()

describe('a killed run', () => {
  it('right after its secret was created, leaves one in no file; the next run removes it, killed or not', async () => {
    for (const [step, moment] of [
      [1, 'before'],
      [1, 'after'],
      [2, 'before'],
      [2, 'after'],
    ] as const) {
      await begin(20_000)
      expect(await killedAt(9, 'after')).toBe(true)
      expect(existsSync(file())).toBe(false)
      const [orphan] = secrets()
      expect(await killedAt(step, moment)).toBe(true)
      const { code, text } = await setup()
      expect([step, moment, code, text]).toEqual([step, moment, 0, expect.any(String)])
      await expectWhole()
      expect(secrets()).not.toContainEqual(orphan)
      expect(text).not.toContain(secrets()[0]!.secretText)
    }
  })

  it('while a new secret was created beside the one in use, loses only the new one', async () => {
    expect((await setup()).code).toBe(0)
    const [used] = secrets()
    expect(await killedAt(1, 'after', ['--renew'])).toBe(true)
    expect(secrets()).toHaveLength(2)
    const { code, text } = await setup()
    expect([code, text]).toEqual([0, expect.stringContaining('the environment file does not contain it')])
    expect(secrets()).toEqual([used])
    await expectWhole()
  })

  it('whose secret may not be removed, is reported to have left one', async () => {
    expect((await setup()).code).toBe(0)
    expect(await killedAt(1, 'after', ['--renew'])).toBe(true)
    const refusing: Az = async (args) =>
      args.some((each) => each.includes('/removePassword'))
        ? { ok: false, failure: { code: 'az-denied', detail: 'Forbidden', status: 403 } }
        : az(args)
    const { code, text } = await setup(refusing)
    expect([code, text]).toEqual([1, expect.stringContaining('The API still has the secret “sealwatch secret ')])
    expect((await setup()).code).toBe(0)
    await expectWhole()
  })

  it('after the file was written and before the directory shows it, leaves nothing to do', async () => {
    expect(await killedWhileItWaits()).toBe(true)
    const made = await changes()
    const { code, text } = await setup()
    expect([code, text]).toEqual([0, expect.stringContaining('in order')])
    expect(await changes()).toBe(made)
    await expectWhole()
  })
})

describe('a directory that shows a secret late', () => {
  it('by more than two minutes at the end, is reported, and the next run creates no second secret', async () => {
    await begin(0)
    const late: Az = async (args) => {
      if (args.some((each) => each.includes('/addPassword'))) await client().settings({ directoryLagMs: 200_000 })
      return az(args)
    }
    const first = await setup(late)
    expect([first.code, first.text]).toEqual([0, expect.stringContaining('does not show all changes')])
    const second = await setup()
    expect([second.code, second.text]).toEqual([0, expect.stringContaining('in order')])
    await expectWhole()
  })
})
