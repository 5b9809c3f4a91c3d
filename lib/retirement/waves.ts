import * as z from 'zod/mini'
import type { RetirementItem } from './plan'

const mostWaves = 50
const longestName = 60

const waveSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  name: z.string().check(z.minLength(1), z.maxLength(longestName)),
  /** Day by which it is to be done, `2027-06-30`; null where none is set. */
  until: z.nullable(z.iso.date()),
})
export type Wave = z.infer<typeof waveSchema>

const planSchema = z.object({
  version: z.literal(1),
  waves: z.array(waveSchema).check(z.maxLength(mostWaves)),
  /** Id of the wave of each VM or disk, by its key. */
  members: z.record(z.string(), z.string()),
})

/** Who moves when: waves in their order, and what belongs to which. Kept by each person for themselves. */
export type WavePlan = z.infer<typeof planSchema>

export const noPlan: WavePlan = { version: 1, waves: [], members: {} }

/** The plan in a text that was kept; null where the text holds none. */
export function parsePlan(text: string | null): WavePlan | null {
  try {
    const parsed = planSchema.safeParse(JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A plan with one wave more; the same plan where there are as many as there may be. */
export function addWave(plan: WavePlan, wave: Wave): WavePlan {
  return plan.waves.length < mostWaves ? { ...plan, waves: [...plan.waves, named(wave)] } : plan
}

const named = (wave: Wave): Wave => ({ ...wave, name: wave.name.trim().slice(0, longestName) || wave.id })

/** A plan in which one wave has another name or day. */
export function changeWave(plan: WavePlan, changed: Wave): WavePlan {
  return { ...plan, waves: plan.waves.map((wave) => (wave.id === changed.id ? named(changed) : wave)) }
}

/** A plan without one wave; what belonged to it belongs to none. */
export function removeWave(plan: WavePlan, id: string): WavePlan {
  return {
    ...plan,
    waves: plan.waves.filter((wave) => wave.id !== id),
    members: Object.fromEntries(Object.entries(plan.members).filter(([, wave]) => wave !== id)),
  }
}

/** A plan in which these belong to a wave, or to none. */
export function assign(plan: WavePlan, keys: readonly string[], wave: string | null): WavePlan {
  const moved = new Set(keys)
  const others = Object.entries(plan.members).filter(([key]) => !moved.has(key))
  const added = wave === null ? [] : keys.map((key): [string, string] => [key, wave])
  return { ...plan, members: Object.fromEntries<string>([...others, ...added]) }
}

/** The wave of a VM or disk; null for none. */
export function waveOf(plan: WavePlan, key: string): Wave | null {
  const id = Object.hasOwn(plan.members, key) ? plan.members[key] : undefined
  return plan.waves.find((wave) => wave.id === id) ?? null
}

export const suggestedWaves = ['ready', 'prepare', 'rebuild'] as const
export type SuggestedWave = (typeof suggestedWaves)[number]

/** The wave in which something would go by itself: what waits for nothing first, what has to be built anew last. */
export function suggestionFor({ kind, blockers }: RetirementItem): SuggestedWave {
  if (kind === 'linux-os' || kind === 'scale-set') return 'rebuild'
  const isOpen = blockers.some(({ outcome }) => outcome === 'found' || outcome === 'unknown')
  return isOpen || kind === 'undecided' ? 'prepare' : 'ready'
}

/** A plan made from what is known, for people to change. `names`: what the waves are called. */
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
