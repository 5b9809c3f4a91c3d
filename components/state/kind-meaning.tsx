'use client'

import { GuidanceSteps } from './guidance-steps'
import { GuidedText } from './guided-text'
import { useGuidance } from './use-guidance'

export interface KindMeaningProps {
  readonly kind: string
  /** Whether the next steps fit what else is known. */
  readonly showsNext: boolean
}

/** Meaning of a message in the catalogue, and its next steps. */
export function KindMeaning({ kind, showsNext }: KindMeaningProps) {
  const guidance = useGuidance(kind)
  if (guidance === null || guidance === undefined) return null
  return (
    <div className="flex flex-col gap-1 text-meta text-text-2">
      <p>
        <GuidedText text={guidance.meaning} />
      </p>
      {showsNext && <GuidanceSteps next={guidance.next} />}
    </div>
  )
}
