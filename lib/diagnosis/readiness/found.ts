import type { Known } from '@/lib/shared/known'
import type { RelatedResourceName } from '@/lib/facts/related-resources/names'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { ReasonKind } from './reasons'
import type { Prerequisite, PrerequisiteOutcome, Setting, Values } from './types'

/** The result of a check, without its name. */
export type Found = Omit<Prerequisite, 'kind'>

/** Checks one prerequisite. `now`: epoch milliseconds. */
export type ReadinessCheck = (setting: Setting, now: number) => Found

const found =
  (outcome: PrerequisiteOutcome) =>
  (reason: ReasonKind, values: Values = {}): Found => ({ outcome, reason, values, missing: null })

export const pass = found('pass')
export const warn = found('warn')
export const fail = found('fail')
export const notApplicable = found('not-applicable')
export const notVisible = found('not-visible')
/** Azure could show it, but this reading does not contain it. */
export const unread = found('unread')

/** A part of the related resources, or the outcome where it is absent. A part that was never requested is unread. */
export function partOf<N extends keyof Parts>(
  { related }: Setting,
  name: N,
): { readonly value: Parts[N] } | { readonly missing: Found; readonly why: 'absent' | 'other' } {
  const part: Known<Parts[N]> | undefined = related === null ? undefined : parts(related)[name]
  if (part?.known === true) return { value: part.value }
  const isDenied = part?.why === 'denied'
  return {
    missing: {
      outcome: isDenied ? 'not-allowed' : 'unread',
      reason: isDenied ? 'not-allowed' : 'not-read',
      values: {},
      missing: name,
    },
    why: part?.why === 'absent' ? 'absent' : 'other',
  }
}

type Parts = {
  readonly [N in Exclude<RelatedResourceName, 'boot-log'>]: Extract<
    RelatedResources[N],
    { readonly known: true }
  >['value']
}

function parts(related: RelatedResources): { readonly [N in keyof Parts]: Known<Parts[N]> } {
  return related
}
