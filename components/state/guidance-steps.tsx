'use client'

import { GuidedText } from './guided-text'
import { useRemedies } from './use-remedies'

export interface GuidanceStepsProps {
  readonly next: readonly string[]
}

/** Steps for a message of the catalogue, in order. Shown wherever its meaning is shown. */
export function GuidanceSteps({ next }: GuidanceStepsProps) {
  return (
    <ol className="list-decimal space-y-1 pl-5">
      {next.map((step) => (
        <li key={step}>
          <GuidedText text={step} />
        </li>
      ))}
    </ol>
  )
}

export interface CheckedGuidanceStepsProps extends GuidanceStepsProps {
  readonly check?: 'check-nothing-runs' | 'check-still-at-boot'
}

/** The same behind the check that nothing runs in the VM: not shown before the text of that check is loaded. */
export function CheckedGuidanceSteps({ next, check = 'check-nothing-runs' }: CheckedGuidanceStepsProps) {
  const words = useRemedies()
  if (words === undefined || words === null) return null
  return <GuidanceSteps next={[words.steps[check].title, ...next]} />
}
