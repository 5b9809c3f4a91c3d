'use client'

import { GuidedText } from './guided-text'
import { useGuidance } from './use-guidance'

/** What a known line of a log means. */
export function KindMeaning({ kind }: { readonly kind: string }) {
  const guidance = useGuidance(kind)
  if (guidance === null || guidance === undefined) return null
  return (
    <p className="text-meta text-text-2">
      <GuidedText text={guidance.meaning} />
    </p>
  )
}
