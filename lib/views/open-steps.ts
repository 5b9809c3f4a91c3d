import type { Cause, Step } from '@/lib/contract/troubleshoot'

/**
 * The step that the user has to take next: the first that is not done. A step and its alternatives count as one: once one
 * of them is done, none of them is next. Undefined once all are done.
 */
export function currentStep(
  { steps, alternatives }: Pick<Cause, 'steps' | 'alternatives'>,
  isDone: (kind: Step['kind']) => boolean,
): Step['kind'] | undefined {
  const isAlternative = (kind: Step['kind']) => alternatives.includes(kind)
  return steps.find((kind, index) => {
    if (isAlternative(kind) && index > 0) return false
    const next = steps.findIndex((other, at) => at > index && !isAlternative(other))
    return !steps.slice(index, next === -1 ? undefined : next).some(isDone)
  })
}
