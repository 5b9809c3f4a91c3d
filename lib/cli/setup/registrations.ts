import { applied, changeFor, pretendedAnswer, type GraphChange, type Wish } from '@/lib/setup/registrations/changes'
import type { RegistrationFault } from '@/lib/setup/registrations/faults'
import { findFaults } from '@/lib/setup/registrations/find-faults'
import type { Registrations } from '@/lib/setup/registrations/graph'
import type { Result } from '@/lib/shared/result'
import type { Az, AzFailure } from '../azure/az'
import { restArguments } from '../azure/directory'
import { commandLine, type Talk } from './talk'

export interface Mended {
  readonly registrations: Registrations
  /** What is still not in order: declined, refused or failed. */
  readonly left: readonly RegistrationFault[]
  readonly changes: number
}

/** Shows a change as the command that it is, and runs it where somebody agrees; null where not. */
export async function offer(
  az: Az,
  graph: string,
  talk: Talk,
  title: string,
  change: GraphChange,
): Promise<Result<unknown, AzFailure> | null> {
  const args = restArguments(graph, change)
  talk.say(`\n${title}`)
  talk.say(`  ${commandLine(args)}`)
  if (!(await talk.agreed())) return null
  if (talk.dryRun) return { ok: true, value: undefined }
  return az(args)
}

/** Mends one fault after the other; what was declined or refused is left, and what does not need it goes on. */
export async function mendRegistrations(
  az: Az,
  graph: string,
  found: Registrations,
  wish: Wish,
  talk: Talk,
): Promise<Mended> {
  const left: RegistrationFault[] = []
  let registrations = found
  let changes = 0
  for (;;) {
    const fault = findFaults(registrations, wish).find((each) => !left.includes(each))
    if (fault === undefined) return { registrations, left, changes }
    const change = changeFor(fault, registrations, wish)
    const { title, why } = talk.words.steps[fault]
    const answer = change === null ? null : await offer(az, graph, talk, `${title}: ${why}`, change)
    if (change === null || answer?.ok !== true) {
      left.push(fault)
      if (answer !== null && !answer.ok)
        talk.say(talk.words.failures[answer.failure.code], { detail: answer.failure.detail })
      continue
    }
    const next = applied(registrations, fault, change, talk.dryRun ? pretendedAnswer(fault, change) : answer.value)
    if (next === null) {
      left.push(fault)
      talk.say(talk.words.failures['az-failed'], { detail: '' })
      continue
    }
    registrations = next
    changes += 1
    // Whatever an answer looks like: nothing is tried twice.
    if (findFaults(registrations, wish).includes(fault)) left.push(fault)
  }
}
