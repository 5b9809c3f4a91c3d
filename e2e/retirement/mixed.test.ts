import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { POST } from '@/app/api/v1/retirement/route'
import { retirementSchema, type Retirement } from '@/lib/contract/retirement'
import { evidenceOf } from '@/lib/retirement/blockers'
import { blockerKinds, type BlockerKind, type BlockerOutcome } from '@/lib/retirement/codes'
import { placesOf, retirementList, type RetirementItem } from '@/lib/retirement/plan'
import { ask, forgetLimits, readFleet, startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { expectedOfMixed } from './expected'

interface Seen {
  readonly answer: Retirement
  readonly items: readonly RetirementItem[]
}

let stack: Stack
let tenant: TenantClient

/** The list as the page builds it, for one user. */
async function seenBy(person: string, of = tenant): Promise<Seen> {
  forgetLimits()
  const { events, rows } = await readFleet(await ask(getFleet, of, person))
  const subscriptions = events.flatMap((event) => (event.type === 'subscriptions' ? [event.subscriptions] : [])).at(-1)
  const body = placesOf([...rows.values()], subscriptions ?? [])
  const response = await ask(POST, of, person, { body })
  expect(response.status).toBe(200)
  const answer = retirementSchema.parse(await response.json())
  return { answer, items: retirementList([...rows.values()], evidenceOf(answer)) }
}

const lineOf = ({ resourceGroup, name, kind, reason, blockers }: RetirementItem) => {
  const found = blockers.flatMap((each) => (each.outcome === 'found' ? [each.kind] : []))
  return [resourceGroup.toLowerCase(), name, kind, reason, ...found].join(' ')
}

beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 1 })
  await tenant.clock({ freeze: true })
})
afterAll(() => stack.stop())

describe('the way to leave Azure Disk Encryption', () => {
  it('is, for every VM and disk of the mixed tenant, the one written by hand', async () => {
    const { items } = await seenBy('Chiara Rossi')
    const wanted = expectedOfMixed.map(([group, name, kind, reason, found]) =>
      [group.toLowerCase(), name, kind, reason, ...blockerKinds.filter((each) => found.includes(each))].join(' '),
    )
    expect(items.map(lineOf).sort()).toEqual([...wanted].sort())
  })

  it('leaves nothing undecided that a Reader of everything can see, except the VM that could not be read', async () => {
    const { items } = await seenBy('Chiara Rossi')
    const open = items.filter(({ blockers }) => blockers.some(({ outcome }) => outcome === 'unknown'))
    expect(open.map(({ name }) => name)).toEqual(['vm-odd-just-deleted'])
    const outcomeOf = (name: string, kind: BlockerKind) =>
      items.find((item) => item.name === name)?.blockers.find((each) => each.kind === kind)?.outcome
    // Sectors of 4,096 bytes have no limit, but another disk may be hidden; BitLocker may still be converting.
    expect(outcomeOf('vm-odd-never-stamped', 'disk-limits')).toBe('not-seen')
    expect(outcomeOf('vm-erp-app-02', 'disk-limits')).toBe('not-seen')
    expect(outcomeOf('vm-jp-osaka-02', 'unsettled')).toBe('not-seen')
    expect(outcomeOf('vm-erp-app-02', 'size')).toBe('clear')
  })

  it('shows other encryption in addition', async () => {
    const { items } = await seenBy('Chiara Rossi')
    const beside = items.filter(({ otherEncryption }) => otherEncryption.length > 0)
    expect(beside.map(({ name, otherEncryption }) => [name, ...otherEncryption])).toEqual([
      ['vm-conf-04', 'confidential-os-disk'],
    ])
  })

  it('names what it could not read, and does not count it as an answer', async () => {
    const { answer, items } = await seenBy('Ivan Petrov')
    expect(answer.features.every(({ registered }) => !registered.known && registered.why === 'denied')).toBe(true)
    expect(answer.sizes.every(({ atHost }) => !atHost.known && atHost.why === 'denied')).toBe(true)
    const outcomes = new Set(
      items.flatMap(({ blockers }) =>
        blockers.flatMap(({ kind, outcome }): BlockerOutcome[] =>
          kind === 'size' || kind === 'feature' ? [outcome] : [],
        ),
      ),
    )
    expect(outcomes).toEqual(new Set(['unknown']))
  })

  it('calls no route that the fake Azure does not implement, and so writes nothing', async () => {
    const { unknownRoutes } = await tenant.traffic()
    expect(unknownRoutes).toEqual({})
  })

  it.each([
    [{}, 'places'],
    [{ places: [{ subscriptionId: 'x', region: 'westeurope', sizes: [] }] }, 'places'],
    [{ places: [{ subscriptionId: crypto.randomUUID(), region: "' or 1 eq 1", sizes: [] }] }, 'places'],
    [{ places: [], more: 1 }, 'body'],
  ])('refuses the body %j', async (body, parameter) => {
    const response = await ask(POST, tenant, 'Chiara Rossi', { body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'request-invalid', parameter })
  })
})

describe('instances of uniform scale sets', () => {
  it('are replaced with their scale set wherever they were changed, and none is left out', async () => {
    const sets = await stack.tenant({ scenario: 'scale-sets', seed: 1 })
    await sets.clock({ freeze: true })
    const { items } = await seenBy('Chiara Rossi', sets)
    const { rows } = await readFleet(await ask(getFleet, sets, 'Chiara Rossi'))
    const instances = [...rows.values()].filter(({ key }) => key.includes('/virtualmachinescalesets/'))
    const kinds = new Map(items.map(({ key, kind }) => [key, kind]))
    const touched = instances.filter(({ pass }) => pass !== 'none')
    expect(touched.length).toBeGreaterThan(3)
    expect([...new Set(touched.map(({ key }) => kinds.get(key)))]).toEqual(['scale-set'])
    const others = instances.filter((instance) => !touched.includes(instance))
    expect(others.filter(({ key }) => kinds.has(key))).toEqual([])
  })
})
