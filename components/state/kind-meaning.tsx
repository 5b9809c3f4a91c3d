'use client'

import { CheckedGuidanceSteps, GuidanceSteps, type CheckedGuidanceStepsProps } from './guidance-steps'
import { GuidedText } from './guided-text'
import { useGuidance } from './use-guidance'

export interface KindMeaningProps {
  readonly kind: string
  /** Whether the next steps fit what else is known. */
  readonly showsNext: boolean
  /** The check before them, where they may change a VM of which it is not known that nothing runs in it. */
  readonly check?: NonNullable<CheckedGuidanceStepsProps['check']> | null
}

/** Meaning of a message in the catalogue, and its next steps. */
export function KindMeaning({ kind, showsNext, check = null }: KindMeaningProps) {
  const guidance = useGuidance(kind)
  if (guidance === null || guidance === undefined) return null
  return (
    <div className="flex flex-col gap-1 text-meta text-text-2">
      <p>
        <GuidedText text={guidance.meaning} />
      </p>
      {showsNext && check !== null && <CheckedGuidanceSteps next={guidance.next} check={check} />}
      {showsNext && check === null && <GuidanceSteps next={guidance.next} />}
    </div>
  )
}
