import * as z from 'zod/mini'
import type { RetirementItem } from './plan'

const mostWaves = 50
const longestName = 60

const waveSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  name: z.string().check(z.minLength(1), z.maxLength(longestName)),
  /** Day by which the wave is to be finished, `2027-06-30`; null where it is not set. */
  until: z.nullable(z.iso.date()),
})
export type Wave = z.infer<typeof waveSchema>

const planSchema = z.object({
  version: z.literal(1),
  waves: z.array(waveSchema).check(z.maxLength(mostWaves)),
  /** Id of the wave of each VM or disk, by its key. */
  members: z.record(z.string(), z.string()),
})

/** The order of the moves: waves, and the lines of each. Each user has a separate plan. */
export type WavePlan = z.infer<typeof planSchema>

export const noPlan: WavePlan = { version: 1, waves: [], members: {} }

/** The plan in a stored text; null where the text contains no plan. */
export function parsePlan(text: string | null): WavePlan | null {
  try {
    const parsed = planSchema.safeParse(JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A plan with one more wave; the same plan where the maximum is reached. */
export function addWave(plan: WavePlan, wave: Wave): WavePlan {
  return plan.waves.length < mostWaves ? { ...plan, waves: [...plan.waves, named(wave)] } : plan
}

const named = (wave: Wave): Wave => ({ ...wave, name: wave.name.trim().slice(0, longestName) || wave.id })

/** A plan in which one wave has another name or day. */
export function changeWave(plan: WavePlan, changed: Wave): WavePlan {
  return { ...plan, waves: plan.waves.map((wave) => (wave.id === changed.id ? named(changed) : wave)) }
}

/** A plan without one wave; its lines belong to no wave. */
export function removeWave(plan: WavePlan, id: string): WavePlan {
  return {
    ...plan,
    waves: plan.waves.filter((wave) => wave.id !== id),
    members: Object.fromEntries(Object.entries(plan.members).filter(([, wave]) => wave !== id)),
  }
}

/** A plan in which the given lines belong to a wave, or to no wave. */
export function assign(plan: WavePlan, keys: readonly string[], wave: string | null): WavePlan {
  const moved = new Set(keys)
  const others = Object.entries(plan.members).filter(([key]) => !moved.has(key))
  const added = wave === null ? [] : keys.map((key): [string, string] => [key, wave])
  return { ...plan, members: Object.fromEntries<string>([...others, ...added]) }
}

/** The wave of a VM or disk; null without one. */
export function waveOf(plan: WavePlan, key: string): Wave | null {
  const id = Object.hasOwn(plan.members, key) ? plan.members[key] : undefined
  return plan.waves.find((wave) => wave.id === id) ?? null
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
): WavePlan {
  return {
    version: 1,
    waves: suggestedWaves.map((id) => ({ id, name: names[id], until: null })),
    members: Object.fromEntries(items.map((item) => [item.key, suggestionFor(item)])),
  }
}
