'use client'

import { GuidanceSteps } from './guidance-steps'
import { GuidedText } from './guided-text'
import { useGuidance } from './use-guidance'

/** What a known text means, and what to do about it. */
export function KindMeaning({ kind }: { readonly kind: string }) {
  const guidance = useGuidance(kind)
  if (guidance === null || guidance === undefined) return null
  return (
    <div className="flex flex-col gap-1 text-meta text-text-2">
      <p>
        <GuidedText text={guidance.meaning} />
      </p>
      <GuidanceSteps next={guidance.next} />
    </div>
  )
}
