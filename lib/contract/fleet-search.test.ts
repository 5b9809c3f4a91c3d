import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passes, vmStates } from './codes'
import { fleetReadinesses, otherEncryptions, powerStates } from './fleet'
import {
  defaultFleetSearch,
  fleetColumns,
  fleetNeeds,
  fleetGroupings,
  hasFilters,
  osFilters,
  parseFleetSearch,
  serialiseFleetSearch,
  sortDirections,
  type FleetSearch,
} from './fleet-search'
import { instanceReference, vmApiPath, vmGuidePath, vmPagePath } from './vm-reference'
import { namesOfKey, readVm, sortedTags, textFrom } from './fleet-search-values'

const subset = <T extends string>(set: readonly T[]) => fc.subarray([...set], { minLength: 0 })
const words = (max: number) =>
  fc
    .array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.toLowerCase()),
      { maxLength: max },
    )
    .map((list) => [...new Set(list)].sort())
const segment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.toLowerCase())
  .filter((text) => readVm(`s/g/${text}`) !== null)

const tags = fc
  .array(
    fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.toLowerCase()),
      value: fc.option(fc.string({ unit: 'grapheme' })),
    }),
  )
  .map((list) => sortedTags(list))

const searches: fc.Arbitrary<FleetSearch> = fc.record({
  tenant: fc.option(fc.uuid()),
  filters: fc.record({
    state: subset(vmStates),
    subscription: fc.uniqueArray(fc.uuid(), { maxLength: 4 }).map((list) => list.sort()),
    group: words(4),
    region: words(4),
    os: subset(osFilters),
    pass: subset([...passes, 'unknown'] as const),
    power: subset(powerStates),
    otherEncryption: subset([...otherEncryptions, 'none'] as const),
    readiness: subset(fleetReadinesses),
    needs: subset(fleetNeeds),
    tag: tags,
    changedSince: fc
      .option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }))
      .map((date) => date?.toISOString() ?? ''),
    text: fc.string({ unit: 'grapheme' }).map(textFrom),
  }),
  sort: fc.record({ column: fc.constantFrom(...fleetColumns), direction: fc.constantFrom(...sortDirections) }),
  groupBy: fc.option(fc.constantFrom(...fleetGroupings)),
  columns: fc.option(
    subset(fleetColumns).map((chosen) => fleetColumns.filter((column) => column === 'name' || chosen.includes(column))),
  ),
  vm: fc.option(fc.tuple(segment, segment, segment).map((parts) => readVm(parts.join('/')))),
})

describe('the URL of the fleet', () => {
  it('reads back exactly what it wrote', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(parseFleetSearch(new URLSearchParams(serialiseFleetSearch(search)))).toEqual(search)
      }),
      { numRuns: 500 },
    )
  })

  it('is stable after one parse, for any input', () => {
    const names = [
      'tenant',
      'state',
      'subscription',
      'group',
      'region',
      'os',
      'pass',
      'power',
      'other',
      'tag',
      'q',
      'sort',
      'groupBy',
      'column',
      'vm',
    ]
    const typed = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })))
    fc.assert(
      fc.property(typed, (pairs) => {
        const once = parseFleetSearch(new URLSearchParams(pairs))
        expect(parseFleetSearch(new URLSearchParams(serialiseFleetSearch(once)))).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })

  it('writes nothing for the defaults', () => {
    expect(serialiseFleetSearch(defaultFleetSearch)).toBe('')
    expect(parseFleetSearch(new URLSearchParams())).toEqual(defaultFleetSearch)
    expect(hasFilters(defaultFleetSearch.filters)).toBe(false)
  })

  it('turns invalid values into defaults', () => {
    const typed =
      'tenant=a%20b&state=green&os=BeOS&sort=colour&groupBy=mood&column=nope&vm=../../etc&pass=triple&power='
    expect(parseFleetSearch(new URLSearchParams(typed))).toEqual(defaultFleetSearch)
  })

  it('keeps a fixed order for any order of the input', () => {
    const typed = parseFleetSearch(
      new URLSearchParams('q=sap&state=encrypting&group=B&state=failed&group=a&sort=-evidence'),
    )
    expect(serialiseFleetSearch(typed)).toBe('state=failed&state=encrypting&group=a&group=b&q=sap&sort=-evidence')
    expect(hasFilters(typed.filters)).toBe(true)
  })

  it('writes a VM in a short, readable form', () => {
    const key = '/subscriptions/s1/resourcegroups/rg/providers/microsoft.compute/virtualmachines/vm1'
    const search = { ...defaultFleetSearch, vm: key }
    expect(serialiseFleetSearch(search)).toBe('vm=s1/rg/vm1')
    expect(namesOfKey(key)).toEqual({ subscription: 's1', group: 'rg', name: 'vm1' })
    expect(namesOfKey('/subscriptions/s1')).toBeNull()
  })

  it('writes an instance of a scale set with its scale set', () => {
    const key =
      '/subscriptions/s1/resourcegroups/rg/providers/microsoft.compute/virtualmachinescalesets/web/virtualmachines/3'
    expect(serialiseFleetSearch({ ...defaultFleetSearch, vm: key })).toBe('vm=s1/rg/web/3')
    expect(readVm('s1/rg/web/3')).toBe(key)
    expect(readVm('s1/rg/web/3/4')).toBeNull()
    expect(namesOfKey(key)).toEqual({ subscription: 's1', group: 'rg', scaleSet: 'web', name: '3' })
    expect(vmPagePath({ subscriptionId: 's1', resourceGroup: 'rg', name: 'web_3', id: key }, 't')).toBe(
      '/vmss/s1/rg/web/3?tenant=t',
    )
    expect(
      vmApiPath(instanceReference({ subscriptionId: 's1', resourceGroup: 'rg', scaleSet: 'web', instanceId: '3' })),
    ).toBe('/api/v1/vmss/s1/rg/web/3')
    expect(vmApiPath({ subscriptionId: 's1', resourceGroup: 'r/g', name: '\ud800<\udfff 😀' })).toBe(
      '/api/v1/vms/s1/r%2Fg/%EF%BF%BD%3C%EF%BF%BD%20%F0%9F%98%80',
    )
    expect(vmGuidePath({ subscriptionId: 's1', resourceGroup: 'rg', name: 'vm1' }, 't')).toMatch(/^\/vm\/s1\/rg\/vm1\?/)
  })
})
