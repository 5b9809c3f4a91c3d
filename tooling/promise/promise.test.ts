import { describe, expect, it } from 'vitest'
import { noteMissingRecordings } from '@/lib/encryption/testing/recordings'
import { vmStates, volumeStates } from '@/lib/encryption/types'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { exemptions, inputsOfState, promiseInputs } from './inputs'
import { unfounded, type Claim } from './mix'
import { answerTroubles, claiming, claimsOn, runMixtures, runPromise } from './run'
import { allTroubles, type Trouble } from './troubles'
import { dice, worldOf, type VmWorld } from './worlds'

const encrypted = { stamp: 'encrypted', settings: true } as const
/** Every input of a verdict is present, and states that all is encrypted. */
const whole = worldOf(
  'whole',
  vmBody({
    osDisk: { ...encrypted, securityEncryptionType: 'VMGuestStateOnly' },
    data: [encrypted],
    model: { enabled: false },
    extension: { report: { os: 'Encrypted', data: 'Encrypted' } },
    securityType: 'TrustedLaunch',
    encryptionAtHost: false,
  }),
)
const plain = worldOf('plain', vmBody({ osDisk: { stamp: 'notEncrypted' }, data: [{}] }))

const saysOf = async (world: VmWorld) => (await claimsOn([world])).get(world.name)
const troubles = allTroubles(dice(7))
const named = (kept: (trouble: Trouble) => boolean) =>
  troubles.filter(kept).map((trouble) => [`${trouble.input}, ${trouble.kind}`, trouble] as const)

noteMissingRecordings('the promise on recorded VMs')

describe('the table of inputs', () => {
  it('names the inputs of each state, and a state for each input', () => {
    expect(Object.keys(inputsOfState).toSorted()).toEqual([...new Set([...vmStates, ...volumeStates])].toSorted())
    for (const inputs of Object.values(inputsOfState)) expect(inputs.length).toBeGreaterThan(0)
    expect([...new Set(Object.values(inputsOfState).flat())].toSorted()).toEqual(Object.keys(promiseInputs).toSorted())
  })

  it('has a reason with its source for exactly the missing values that a rule uses as evidence', () => {
    const exempt = Object.entries(promiseInputs).filter(([, { missing }]) => !['read', 'unknown'].includes(missing))
    expect(Object.keys(exemptions).toSorted()).toEqual(exempt.map(([input]) => input).toSorted())
    for (const each of Object.values(exemptions)) expect(each.source).toMatch(/^https:/)
  })

  it.each([
    ['dualPass', 1],
    ['secType', 'ConfidentialVM'],
    ['osSecType', 'DiskWithVMGuestState'],
    ['osDiskId', ''],
    ['prov', 'Updating'],
    ['eah', 1],
    ['osDes', '/subscriptions/x/diskEncryptionSets/d'],
    ['nData', 3],
  ] as const)('handles a column that contradicts the others: %s', async (column, value) => {
    const said = await saysOf({ ...plain, row: { ...plain.row, [column]: value } })
    const { contradicts } = promiseInputs[`graph:${column}`]
    expect(said).toMatchObject({ reading: contradicts === 'read' ? 'read' : 'inventory', os: 'not-encrypted' })
    if (contradicts === 'read') expect(said).toMatchObject({ state: 'not-encrypted' })
  })

  it('starts with claims', async () => {
    expect(await saysOf(whole)).toMatchObject({ reading: 'read', state: 'encrypted', data: { state: 'encrypted' } })
    expect(await saysOf(plain)).toMatchObject({ reading: 'inventory', state: 'not-encrypted' })
  })

  it.each(named(({ input }) => promiseInputs[input].missing === 'read'))(
    'has the VM read: %s',
    async (_name, trouble) => {
      const world = trouble.apply(plain)
      expect(world && (await saysOf(world))).toMatchObject({ reading: 'read', state: 'not-encrypted' })
    },
  )

  it.each(named(({ input, kind }) => kind === 'other-type' && promiseInputs[input].otherType === 'unknown'))(
    'claims nothing: %s',
    async (_name, trouble) => {
      for (const world of [whole, plain]) {
        const spoiled = trouble.apply(world)
        const said = spoiled === null || trouble.input.startsWith('graph:') ? null : await saysOf(spoiled)
        // VMs judged only by the inventory are not read, so their readings are not corrupted.
        if (said?.reading === 'read') expect([...claiming]).not.toContain(said.state)
      }
    },
  )

  it.each(named(({ input, kind }) => kind !== 'other-type' && promiseInputs[input].missing === 'unknown'))(
    'claims no more: %s',
    async (_name, trouble) => {
      const spoiled = trouble.apply(whole)
      const said = spoiled === null ? null : await saysOf(spoiled)
      if (said?.state !== 'encrypted') expect([...claiming]).not.toContain(said?.state)
      // The instance view shows the data disk that the model does not list, and its evidence stays the same.
      else expect(said.data).toMatchObject({ state: 'encrypted', total: 1 })
    },
  )

  it.each(['graph:extensions', 'graph:stamped-disks', 'graph:hidden-disks'] as const)(
    'makes no claim about VMs if %s is incomplete',
    async (input) => {
      for (const trouble of answerTroubles) {
        const said = (await claimsOn([plain], { input, trouble })).get('plain')
        expect(said).toMatchObject({ reading: 'incomplete', state: 'unknown' })
      }
    },
  )

  it.each(named(({ kind }) => kind === 'late' || kind === 'hidden'))('reads the VM: %s', async (_name, trouble) => {
    const spoiled = trouble.apply(whole)
    expect(spoiled && (await saysOf(spoiled))).toMatchObject({ reading: 'read', state: 'encrypted' })
  })
})

describe('5,000 VMs, each with one corrupted input', () => {
  it('never get a stronger claim', async () => {
    const { strengthened, byRule, states } = await runPromise(5_000, 1)
    expect([...strengthened]).toEqual([])
    for (const state of vmStates) expect(states.get(state) ?? 0).toBeGreaterThan(10)
    // What the verdict's rules themselves conclude from a missing value is in the table.
    for (const input of byRule.keys()) expect(Object.keys(exemptions)).toContain(input)
  })
})

describe('1,000 VMs, each with one input of an earlier time or of another VM', () => {
  it('get no claim that contradicts their evidence, and none that was true at neither time', async () => {
    const { mixtures, unfounded: claims } = await runMixtures(1_000, 1)
    expect(mixtures).toBeGreaterThan(400)
    expect([...claims]).toEqual([])
  })

  it('are recognised as unfounded claims', () => {
    const encryptedBy = (reading: 'read' | 'inventory', os: 'encrypted' | 'not-encrypted') =>
      ({ reading, state: os, os, data: { state: 'none', stamped: 0, total: 0 } }) as unknown as Claim
    expect(unfounded(whole, encryptedBy('read', 'not-encrypted'))).not.toEqual([])
    expect(unfounded(plain, encryptedBy('read', 'encrypted'))).not.toEqual([])
    expect(unfounded(whole, encryptedBy('inventory', 'not-encrypted'))).not.toEqual([])
    expect(unfounded(plain, encryptedBy('inventory', 'not-encrypted'))).toEqual([])
  })
})
