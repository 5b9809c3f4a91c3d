import type { VmState } from '@/lib/encryption/types'
import { noticeOf } from '../notice/notices'
import type { Notice, WatchMemory } from '../notice/types'
import type { Observation, ObservedFacts } from '../observation'
import { clock, seen } from './observations'

export type Step = readonly [time: string, state: VmState, more?: Partial<ObservedFacts>, vmId?: string | null]

const sign = { rule: 'agent-silent', since: clock('10:00'), silentFor: 1_500_000 } as const

/** Runs the observations through `noticeOf`; returns each notice as `time kind`. */
export function noticesOf(
  steps: readonly Step[],
  options: { readonly notifyCurrent?: boolean; readonly stuckAt?: string } = {},
) {
  let memory: WatchMemory | null = null
  const notices: Notice[] = []
  for (const [time, state, more, vmId] of steps) {
    const observation: Observation = seen(time, null, {
      facts: { state, ...more },
      ...(vmId === undefined ? {} : { vmId }),
    })
    const signs = options.stuckAt !== undefined && time >= options.stuckAt ? [sign] : []
    const outcome = noticeOf({
      memory,
      observation,
      signs,
      notifyCurrent: options.notifyCurrent ?? false,
      flapMs: 60_000,
    })
    memory = outcome.memory
    if (outcome.notice !== null) notices.push(outcome.notice)
  }
  return notices.map((notice) => `${notice.at.slice(11, 16)} ${notice.kind} ${notice.episode}`)
}
