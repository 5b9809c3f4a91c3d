import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useInterruptedSetups } from './testing/interrupted-setups'

const { begin, az, setup, killedAt, changes, named, expectWhole, isChange, client, tenant, file } =
  useInterruptedSetups()

describe('a directory that shows every change late', () => {
  it.each([1000, 60_000, 118_000])('by %i ms is waited for, with a message', async (lag) => {
    await begin(lag)
    const { code, text } = await setup()
    expect([code, text]).toEqual([0, expect.stringContaining('not found in the directory. Retrying')])
    await expectWhole()
    expect(text.match(/az rest --method (post|patch)/g)?.length).toBe(await changes())
  })

  it('is given up after two minutes per step; the next run creates no second registration', async () => {
    await begin(3_000_000)
    const first = await setup()
    expect([first.code, named('Ours').length, named('Ours API').length]).toEqual([1, 1, 1])
    expect(first.text).toContain('Not done')
    tenant().world.clock.step(3_000_000)
    await client().settings({ directoryLagMs: 2000 })
    expect((await setup()).code).toBe(0)
    await expectWhole()
  })

  it('is waited for in the next run too: an object named in the file is never created again', async () => {
    expect((await setup()).code).toBe(0)
    const second = await setup()
    expect(second.code).toBe(0)
    await expectWhole()
  })

  it('shows everything written before a run ends: a run right after it changes nothing', async () => {
    const first = await setup()
    expect(first.text).toContain('The latest changes')
    const made = await changes()
    const second = await setup()
    expect([second.code, second.waited, second.text]).toEqual([0, 0, expect.stringContaining('in order')])
    expect(await changes()).toBe(made)
    await expectWhole()
  })

  it('does not hide forever that a registration was deleted', async () => {
    expect((await setup()).code).toBe(0)
    tenant().world.clock.step(60_000)
    for (const { id } of named('Ours API')) tenant().directory.registrations.delete(id)
    const again = await setup()
    expect(again.waited).toBeGreaterThanOrEqual(120_000)
    expect(again.code).toBe(0)
    await expectWhole()
  })

  it('does not wait when a refusal has another reason', async () => {
    await begin(0)
    const refused = await setup(async (args) =>
      isChange(args) ? { ok: false, failure: { code: 'az-failed', detail: 'Bad Request', status: 400 } } : az(args),
    )
    expect([refused.code, refused.waited]).toEqual([1, 0])
  })
})

describe('a killed run', () => {
  it('at any step, before or after Graph executed it, is completed by the next run', async () => {
    const steps: number[] = []
    for (const moment of ['before', 'after'] as const) {
      let step = 1
      for (; ; step += 1) {
        await begin(20_000)
        if (!(await killedAt(step, moment))) break
        const second = await setup()
        expect([moment, step, second.code, second.text]).toEqual([moment, step, 0, expect.any(String)])
        await expectWhole()
        tenant().world.clock.step(20_000)
        const made = await changes()
        const third = await setup()
        expect([moment, step, third.code, third.text]).toEqual([moment, step, 0, expect.stringContaining('in order')])
        expect(await changes()).toBe(made)
      }
      steps.push(step - 1)
    }
    // Two registrations, two service principals, identifier, consent, trust, permission and the secret.
    expect(steps).toEqual([9, 9])
  })

  it('after the file was written, leaves nothing to do', async () => {
    await setup()
    const mark = 'sealwatch-setup:api:Ours'
    writeFileSync(`${file()}.setup`, JSON.stringify({ tenantId: client().tenantId, begun: [mark] }))
    tenant().world.clock.step(60_000)
    const made = await changes()
    expect((await setup()).text).toContain('Everything is in order')
    expect(await changes()).toBe(made)
    await expectWhole()
  })

  it('several times, is still completed', async () => {
    for (const [step, moment] of [
      [1, 'after'],
      [1, 'after'],
      [1, 'before'],
      [2, 'after'],
      [3, 'after'],
    ] as const)
      expect(await killedAt(step, moment)).toBe(true)
    expect((await setup()).code).toBe(0)
    await expectWhole()
  })

  it('is distinguished from another deployment whose registration was renamed to the same name', async () => {
    expect((await setup(az, ['--name', 'Theirs', '--environment', `${file()}.theirs`])).code).toBe(0)
    for (const theirs of named('Theirs API'))
      tenant().directory.registrations.set(theirs.id, { ...theirs, displayName: 'Ours API' })
    tenant().world.clock.step(120_000)
    expect((await setup()).code).toBe(0)
    const [theirs, ours] = named('Ours API').map(({ tags }) => tags)
    expect([theirs, ours]).toEqual([['sealwatch-setup:api:Theirs'], ['sealwatch-setup:api:Ours']])
  })
})
