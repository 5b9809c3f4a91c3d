import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import { takeInventory } from '@/lib/usecases/fleet/inventory'
import { newLoad } from '@/lib/usecases/fleet/load'
import { vmIdsQuery } from '@/lib/usecases/fleet/queries'
import { rowOf } from '@/lib/usecases/fleet/event-batcher'
import { observeReading } from '@/lib/usecases/history/observer'
import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import { exemptions, type PromiseInput } from './inputs'
import { twoMoments } from './lifecycle'
import { atNeither, mixableInputs, mixed, unfounded, type Claim } from './mix'
import { allTroubles, type Trouble } from './troubles'
import { dice, idHashOf, idOf, makeWorld, subscription, type VmWorld } from './worlds'

/** A whole answer that fails for all VMs of a load. */
export const answerTroubles = ['no-page', 'rows-missing', 'row-unreadable', 'no-total'] as const
export type AnswerTrouble = (typeof answerTroubles)[number]
export interface BrokenAnswer {
  readonly input: 'graph:extensions' | 'graph:stamped-disks' | 'graph:hidden-disks'
  readonly trouble: AnswerTrouble
}

function inputOf(query: string): PromiseInput | null {
  if (query.includes('leftouter')) return 'graph:hidden-disks'
  if (query.includes('/extensions')) return 'graph:extensions'
  if (query.includes('compute/disks')) return 'graph:stamped-disks'
  return query.includes('guestconfiguration') ? null : 'graph:vms'
}

/** The VMs that an evidence query could see. */
function countRows(worlds: readonly VmWorld[]) {
  const idHashes = worlds.reduce((sum, { name }) => sum + idHashOf(name), 0)
  return worlds.length > 0 ? [{ id: `vms:${subscription}`, vms: worlds.length, idHashes }] : []
}

function rowsOf(worlds: readonly VmWorld[], query: string): readonly unknown[] {
  if (query === vmIdsQuery) return worlds.map(({ row }) => row)
  switch (inputOf(query)) {
    case 'graph:hidden-disks': {
      const isListed = ({ hidden, stamped, row }: VmWorld): boolean =>
        hidden || stamped.length > 0 || row.osDiskId === ''
      const listed = worlds.filter(isListed).map(({ name }) => ({ id: idOf(name), vms: 1, idHashes: idHashOf(name) }))
      return [...listed, ...countRows(worlds.filter((world) => !isListed(world)))]
    }
    case 'graph:extensions':
      // Extensions of other types are shown too: the user may read extensions.
      return [
        ...worlds.flatMap(({ extensions }) => extensions),
        ...countRows(worlds).map((row) => ({ ...row, shown: 7 })),
      ]
    case 'graph:stamped-disks':
      return [...worlds.flatMap(({ stamped }) => stamped), ...countRows(worlds)]
    case 'graph:vms':
      return worlds.map(({ row }) => row)
    default:
      return []
  }
}

function answerTo(worlds: readonly VmWorld[], query: string, broken: BrokenAnswer | null): FakeAnswer {
  const data = rowsOf(worlds, query)
  const totalRecords = data.length
  if (broken === null || inputOf(query) !== broken.input) return { json: { data, totalRecords } }
  const answers: Readonly<Record<AnswerTrouble, FakeAnswer>> = {
    'no-page': { json: { rows: [] } },
    'rows-missing': { json: { data: data.slice(1), totalRecords: Math.max(1, totalRecords) } },
    'row-unreadable': { json: { data: [...data, { id: 7 }], totalRecords: totalRecords + 1 } },
    'no-total': { json: { data } },
  }
  return answers[broken.trouble]
}

/** The product's answers for these VMs: one load, through the product's own parsing. */
export async function claimsOn(
  worlds: readonly VmWorld[],
  broken: BrokenAnswer | null = null,
): Promise<ReadonlyMap<string, Claim>> {
  const bodies = new Map(worlds.map(({ name, body }) => [name, body]))
  const made = fakeSession((request): FakeAnswer => {
    if (request.method === 'GET') return { json: bodies.get(new URL(request.url).pathname.split('/').at(-1) ?? '') }
    const sent: unknown = JSON.parse(typeof request.body === 'string' ? request.body : '{}')
    return answerTo(worlds, textOf(fieldOf(objectOf(sent), 'query')) ?? '', broken)
  })
  const load = newLoad(made.session, [{ id: subscription, name: 's', vms: null, error: null }], {
    observeReading: (id, judged, at) =>
      observeReading({ cloud: 'AzureCloud', tenantId: 't', source: 'user' }, id, judged, at),
    read: () => undefined,
    inventory: () => undefined,
    finish: () => undefined,
  })
  const claims = new Map<string, Claim>()
  load.events.putRow = (row) => {
    const { reading, state, os, data } = rowOf(row)
    claims.set(row.key.split('/').at(-1) ?? '', { reading, state, os, data })
  }
  await made.settle(takeInventory(load, [subscription]))
  while (load.reading.size > 0) await made.settle(Promise.all(load.reading))
  made.session.close()
  return claims
}

/** States that are claims; all others are open. */
export const claiming: ReadonlySet<string> = new Set(['encrypted', 'not-encrypted', 'protected-otherwise', 'none'])

/** Claims of the second answer that the first does not have; a part that only one of them has does not count. */
export function strengthened(before: Claim, after: Claim): readonly string[] {
  const pairs = [
    ['state', before.state, after.state],
    ['os', before.os, after.os],
    ['data', before.data.state, after.data.state],
  ] as const
  return pairs.flatMap(([part, one, other]) =>
    claiming.has(other) && one !== other ? [`${part}: ${one} → ${other}`] : [],
  )
}

/** Whether a rule of the verdict, and not the product's parsing, uses this missing value as evidence. */
function byRule({ input, kind }: Trouble, found: string): boolean {
  if (kind === 'other-type') return false
  return Object.hasOwn(exemptions, input) && !found.endsWith('→ encrypted') && !found.endsWith('→ none')
}

export interface PromiseReport {
  readonly cases: number
  /** Answers that became stronger, by the corrupted input; the promise is an empty list. */
  readonly strengthened: ReadonlyMap<string, number>
  /** Missing values that a rule of the verdict uses as evidence, by input. */
  readonly byRule: ReadonlyMap<string, number>
  /** States of the uncorrupted VMs. */
  readonly states: ReadonlyMap<string, number>
}

/** VMs of one load: enough for speed, few enough for one load. */
const batch = 50

/** Takes this many VMs, corrupts one input of each, and compares the answers. The same seed gives the same cases. */
export async function runPromise(cases: number, seed: number): Promise<PromiseReport> {
  const roll = dice(seed)
  const sums = {
    strengthened: new Map<string, number>(),
    byRule: new Map<string, number>(),
    states: new Map<string, number>(),
  }
  const add = (to: Map<string, number>, key: string): void => void to.set(key, (to.get(key) ?? 0) + 1)
  for (let done = 0; done < cases;) {
    const worlds = Array.from({ length: Math.min(batch, cases - done) }, (_, index) => makeWorld(index, roll))
    const before = await claimsOn(worlds)
    for (const { state } of before.values()) add(sums.states, state)
    const broken = roll(8) === 0 ? brokenAnswer(roll) : null
    const spoiled = worlds.map((world) => (broken === null ? spoil(world, roll) : { world, trouble: null }))
    const after = await claimsOn(
      spoiled.map(({ world }) => world),
      broken,
    )
    for (const { world, trouble } of spoiled) {
      const [one, other] = [before.get(world.name), after.get(world.name)]
      if (one === undefined || other === undefined) continue
      for (const found of strengthened(one, other)) {
        const what = trouble === null ? `${broken?.input} ${broken?.trouble}` : `${trouble.input} ${trouble.kind}`
        if (trouble !== null && byRule(trouble, found)) add(sums.byRule, trouble.input)
        else add(sums.strengthened, `${what}: ${found}`)
      }
    }
    done += worlds.length
  }
  return { cases, ...sums }
}

export interface MixReport {
  readonly mixtures: number
  /** Claims that the mixture itself speaks against, or that were true at neither moment, by what was mixed; none is the promise. */
  readonly unfounded: ReadonlyMap<string, number>
}

/**
 * Puts one input of an earlier moment, or of another VM, into each of so many VMs: what is stale, and what contradicts.
 * The same seed gives the same cases.
 */
export async function runMixtures(cases: number, seed: number): Promise<MixReport> {
  const roll = dice(seed)
  const unfoundedClaims = new Map<string, number>()
  let mixtures = 0
  for (let done = 0; done < cases; done += batch) {
    const made = Array.from({ length: Math.min(batch, cases - done) }, (_, index) => {
      const isStale = roll(2) === 0
      const { now: own, earlier: other } = isStale
        ? twoMoments(index, roll)
        : { now: makeWorld(index, roll), earlier: makeWorld(index, roll) }
      const input = mixableInputs[roll(mixableInputs.length)] ?? 'graph:vms'
      return { own, other, input, kind: isStale ? 'stale' : 'contradicts', mix: mixed(own, other, input) ?? own }
    })
    const sides = [made.map(({ own }) => own), made.map(({ other }) => other), made.map(({ mix }) => mix)]
    const [one, two, after] = await Promise.all(sides.map((worlds) => claimsOn(worlds)))
    for (const { own, mix, input, kind } of made) {
      const [a, b, c] = [one, two, after].map((claims) => claims?.get(own.name))
      if (a === undefined || b === undefined || c === undefined || mix === own) continue
      mixtures += 1
      for (const found of [...unfounded(mix, c), ...(kind === 'stale' ? atNeither(b, a, c) : [])]) {
        const what = `${input} ${kind}: ${found}`
        unfoundedClaims.set(what, (unfoundedClaims.get(what) ?? 0) + 1)
      }
    }
  }
  return { mixtures, unfounded: unfoundedClaims }
}

function brokenAnswer(roll: (most: number) => number): BrokenAnswer {
  const inputs = ['graph:extensions', 'graph:stamped-disks', 'graph:hidden-disks'] as const
  return {
    input: inputs[roll(inputs.length)] ?? 'graph:extensions',
    trouble: answerTroubles[roll(answerTroubles.length)] ?? 'no-page',
  }
}

/** A fault that the VM can have; a VM without the affected part gets another one. */
function spoil(world: VmWorld, roll: (most: number) => number): { world: VmWorld; trouble: Trouble } {
  const troubles = allTroubles(roll)
  for (;;) {
    const trouble = troubles[roll(troubles.length)]
    const spoiled = trouble?.apply(world) ?? null
    if (trouble !== undefined && spoiled !== null) return { world: spoiled, trouble }
  }
}
