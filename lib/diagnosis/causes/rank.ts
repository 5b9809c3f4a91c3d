import { causes } from '.'
import type { Cause, CauseView } from './types'
import { byStrength } from './weigh'

/**
 * The causes of a problem on one VM: what the evidence shows first, what it rules out last, each with its whole remedy.
 * Which of its steps may be shown is decided by `offered`, when everything is known.
 */
export function causesOf(view: CauseView): readonly Cause[] {
  return causes[view.problem.kind]
    .flatMap(({ cause, weigh, steps, unproven = steps }): readonly Cause[] => {
      const weight = weigh(view)
      if (weight === null) return []
      return [{ kind: cause, ...weight, steps: weight.support === 'possible' ? unproven : steps }]
    })
    .toSorted(byStrength)
}
