'use client'

import { CheckedGuidanceSteps, GuidanceSteps } from './guidance-steps'
import { GuidedText } from './guided-text'
import { useGuidance } from './use-guidance'

export interface KindMeaningProps {
  readonly kind: string
  /** Whether the next steps fit what else is known. */
  readonly showsNext: boolean
  /** Whether they may change a VM of which it is not known that nothing runs in it. */
  readonly wantsRest?: boolean
}

/** Meaning of a message in the catalogue, and its next steps. */
export function KindMeaning({ kind, showsNext, wantsRest = false }: KindMeaningProps) {
  const guidance = useGuidance(kind)
  if (guidance === null || guidance === undefined) return null
  const Steps = wantsRest ? CheckedGuidanceSteps : GuidanceSteps
  return (
    <div className="flex flex-col gap-1 text-meta text-text-2">
      <p>
        <GuidedText text={guidance.meaning} />
      </p>
      {showsNext && <Steps next={guidance.next} />}
    </div>
  )
}
