import * as z from 'zod/mini'
import { givenText } from '@/lib/contract/given-text'
import { longestWaveName, type NoteList, type SharedWave, type WaveChange } from '@/lib/contract/notes'
import type { RetirementItem } from './plan'

const mostWaves = 50

const draftWaveSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  name: z.string().check(z.minLength(1), z.maxLength(longestWaveName)),
  until: z.nullable(z.iso.date()),
})

const draftSchema = z.object({
  version: z.literal(1),
  waves: z.array(draftWaveSchema).check(z.maxLength(mostWaves)),
  /** Id of the wave of each VM or disk, by its key. */
  members: z.record(z.string(), z.string()),
})

/**
 * A plan that is not on the server: a suggestion, a file, or what earlier versions of Sealwatch stored in the browser.
 * Its ids are valid inside of it alone.
 */
export type DraftPlan = z.infer<typeof draftSchema>

/** The plan in a stored text; null where the text contains no plan. */
export function parseDraft(text: string | null): DraftPlan | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The waves that users of the tenant share, and the wave of each VM or disk that the user can read. */
export interface WavePlan {
  readonly waves: readonly SharedWave[]
  readonly members: ReadonlyMap<string, string>
}

export const noPlan: WavePlan = { waves: [], members: new Map() }

/** The plan in the server's answer. */
export function planOf({ waves, members }: Pick<NoteList, 'waves' | 'members'>): WavePlan {
  const pairs = members.flatMap(({ id, wave }): [string, string][] => (wave === null ? [] : [[id, wave]]))
  return { waves, members: new Map(pairs) }
}

/** The wave of a VM or disk; null without one. */
export function waveOf(plan: WavePlan, key: string): SharedWave | null {
  const id = plan.members.get(key)
  return plan.waves.find((wave) => wave.id === id) ?? null
}

/** Adding one wave of a draft to the shared ones. */
export interface Adoption {
  readonly wave: Omit<WaveChange, 'version'>
  /** Keys that are in the user's list, and in no shared wave yet. */
  readonly keys: readonly string[]
}

/**
 * What a draft adds to the shared waves: VMs and disks that are in a shared wave already stay there.
 * @param listed keys that the user can read
 */
export function adoptionsOf(
  draft: DraftPlan,
  plan: WavePlan,
  listed: ReadonlySet<string>,
): { readonly waves: readonly Adoption[]; readonly skipped: number } {
  const members = Object.entries(draft.members)
  const free = members.filter(([key]) => listed.has(key) && !plan.members.has(key))
  const waves = draft.waves.map(({ id, name, until }) => ({
    wave: { name: givenText.safeParse(name).success ? name : id, until, owner: '', note: '' },
    keys: free.filter(([, wave]) => wave === id).map(([key]) => key),
  }))
  const adopted = waves.reduce((sum, { keys }) => sum + keys.length, 0)
  return { waves, skipped: members.length - adopted }
}

/** The text of a file with the plan, which `parseDraft` reads. */
export function draftText({ waves, members }: WavePlan): string {
  const draft: DraftPlan = {
    version: 1,
    waves: waves.map(({ id, name, until }) => ({ id, name, until })),
    members: Object.fromEntries(members),
  }
  return JSON.stringify(draft, null, 2)
}

export const suggestedWaves = ['ready', 'prepare', 'rebuild'] as const
export type SuggestedWave = (typeof suggestedWaves)[number]

/** The suggested wave of a line: lines without blockers first, those to be rebuilt last. */
export function suggestionFor({ kind, blockers }: RetirementItem): SuggestedWave {
  if (kind === 'linux-os' || kind === 'scale-set') return 'rebuild'
  const isOpen = blockers.some(({ outcome }) => outcome === 'found' || outcome === 'unknown')
  return isOpen || kind === 'undecided' ? 'prepare' : 'ready'
}

/** A plan made from the known facts, for the user to change. `names`: the names of the waves. */
export function suggestPlan(
  items: readonly RetirementItem[],
  names: Readonly<Record<SuggestedWave, string>>,
): DraftPlan {
  return {
    version: 1,
    waves: suggestedWaves.map((id) => ({ id, name: names[id], until: null })),
    members: Object.fromEntries(items.map((item) => [item.key, suggestionFor(item)])),
  }
}
