import { offered } from '../steps/offered'
import { situationOf } from '../steps/situation'
import { causes } from '.'
import type { Cause, CauseView } from './types'
import { byStrength } from './weigh'

/**
 * Ranks the causes of a problem on one VM, from shown to ruled out. Each keeps only the steps that are safe in the
 * state that was read.
 */
export function causesOf(view: CauseView): readonly Cause[] {
  const situation = situationOf(view.reading)
  return causes[view.problem.kind]
    .flatMap(({ cause, weigh, steps }): readonly Cause[] => {
      const weight = weigh(view)
      return weight === null ? [] : [{ kind: cause, ...weight, steps: offered(steps, situation) }]
    })
    .toSorted(byStrength)
}
