import type { MachineState } from '@/lib/messages/entry'
import type { MessageKind } from '@/lib/messages/types'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { ReasonKind } from '../readiness/reasons'
import type { PrerequisiteOutcome } from '../readiness/types'
import type { FactName } from '../types'
import { supports, type CauseView, type Support, type Weight } from './types'

export type Weigh = (view: CauseView) => Weight | null

/** The same support on every VM. */
export function always(support: Support, ...facts: readonly FactName[]): Weigh {
  const weight: Weight = { support, facts, prerequisites: [], values: {} }
  return () => weight
}

/** Possible; nothing that was read supports or contradicts it. */
export const possible: Weigh = always('possible')

/** `support` where a condition holds for the VM, otherwise nothing. */
export function where(holds: (view: CauseView) => boolean, support: Support, ...facts: readonly FactName[]): Weigh {
  const weigh = always(support, ...facts)
  return (view) => (holds(view) ? weigh(view) : null)
}

/** By the words of a text, with the support that it gives. */
export function saidWith(support: Support, ...kinds: readonly MessageKind[]): Weigh {
  const known: ReadonlySet<string | null> = new Set(kinds)
  return where(({ reading }) => known.has(reading.verdict.progress.messageKind), support, 'status-message')
}

/** By the extension's message: the text names the cause itself. */
export function said(...kinds: readonly MessageKind[]): Weigh {
  return saidWith('shown', ...kinds)
}

/** By the step at which OS encryption failed, according to the text. */
export function failedAt(support: Support, ...steps: readonly MachineState[]): Weigh {
  return where(
    ({ reading: { failedStep } }) => failedStep !== null && steps.includes(failedStep),
    support,
    'status-message',
  )
}

/** By lines of a console log or an extension log. */
export function logged(support: Support, ...kinds: readonly MessageKind[]): Weigh {
  return where(({ inside }) => inside?.lines.some(({ kind }) => kinds.includes(kind)) === true, support, 'console-log')
}

const byOutcome: Readonly<Record<PrerequisiteOutcome, Support | null>> = {
  fail: 'shown',
  warn: 'supported',
  pass: 'ruled-out',
  'not-applicable': 'ruled-out',
  'not-allowed': null,
  unread: null,
  'not-visible': null,
}

/**
 * By the outcome of a prerequisite check: unmet supports the cause, met rules it out.
 * @param failing how strongly an unmet one supports the cause: `shown` only where it causes this problem by itself
 */
export function unmet(kind: PrerequisiteKind, failing: 'shown' | 'supported'): Weigh {
  return ({ prerequisites }) => {
    const found = prerequisites.get(kind)
    if (found === undefined || gone.includes(found.reason)) return null
    const support = byOutcome[found.outcome]
    if (support === null) return null
    const weight: Weight = {
      support: support === 'shown' ? failing : support,
      facts: [],
      prerequisites: [kind],
      values: found.values,
    }
    return weight
  }
}

/** The settings of a vault or a key say nothing where the resource does not exist. */
const gone: readonly ReasonKind[] = ['vault-missing', 'key-missing']

/** By a check that found that the resource itself does not exist. */
export function missing(reason: 'vault-missing' | 'key-missing', failing: 'shown' | 'supported'): Weigh {
  return ({ prerequisites }) => {
    const found = [...prerequisites.values()].find((each) => each.reason === reason && each.outcome === 'fail')
    if (found === undefined) return null
    return { support: failing, facts: [], prerequisites: [found.kind], values: found.values }
  }
}

/** By the state of the key version in use; a version that is neither disabled nor expired rules the cause out. */
export function keyVersion(
  reason: 'key-version-disabled' | 'key-version-expired',
  failing: 'shown' | 'supported',
): Weigh {
  const weigh = broken('key-version', failing)
  return (view) => {
    const found = view.prerequisites.get('key-version')
    return found?.outcome === 'fail' && found.reason !== reason ? null : weigh(view)
  }
}

/** The same, but only failures count: a warning does not cause a failure. */
export function broken(kind: PrerequisiteKind, failing: 'shown' | 'supported'): Weigh {
  const weigh = unmet(kind, failing)
  return (view) => (view.prerequisites.get(kind)?.outcome === 'warn' ? null : weigh(view))
}

/** The strongest of several outcomes; `ruled-out` comes after every support and before `possible`. */
const strongestFirst: readonly Support[] = ['shown', 'supported', 'ruled-out', 'possible']

/**
 * The strongest of several weights. All weights of that strength count together, each piece of evidence once. Null
 * where no weight applies.
 */
export function strongest(...weighs: readonly Weigh[]): Weigh {
  return (view) => {
    const weights = weighs.flatMap((weigh) => weigh(view) ?? [])
    const support = strongestFirst.find((candidate) => weights.some((weight) => weight.support === candidate))
    if (support === undefined) return null
    const counted = weights.filter((weight) => weight.support === support)
    return {
      support,
      facts: [...new Set(counted.flatMap(({ facts }) => facts))],
      prerequisites: [...new Set(counted.flatMap(({ prerequisites }) => prerequisites))],
      values: Object.fromEntries(counted.flatMap(({ values }) => Object.entries(values))),
    }
  }
}

/** The same; possible where no weight applies. */
export function otherwisePossible(...weighs: readonly Weigh[]): Weigh {
  return strongest(...weighs, possible)
}

/** Only where a weight supports it: a cause that is merely not excluded is not listed. */
export function found(weigh: Weigh): Weigh {
  return (view) => {
    const weight = weigh(view)
    return weight?.support === 'shown' || weight?.support === 'supported' ? weight : null
  }
}

export const onLinux =
  (weigh: Weigh): Weigh =>
  (view) =>
    osOf(view) === 'Windows' ? null : weigh(view)

export const onWindows =
  (weigh: Weigh): Weigh =>
  (view) =>
    osOf(view) === 'Linux' ? null : weigh(view)

/** The operating system of the VM; null where it is unknown. */
function osOf({ reading: { facts } }: CauseView): 'Linux' | 'Windows' | null {
  return facts?.osType.known === true ? facts.osType.value : null
}

/** Sorts from shown to ruled out; the sort is stable. */
export function byStrength(left: { readonly support: Support }, right: { readonly support: Support }): number {
  return supports.indexOf(left.support) - supports.indexOf(right.support)
}
