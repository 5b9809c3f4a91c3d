import type { ExplainedVm } from '@/lib/contract/explain'
import type { ExplainedPaste } from '@/lib/diagnosis/explain'

/** A pasted verdict in the contract's format. */
export function judgedOf({ explanation, otherEncryption, operation }: ExplainedPaste): ExplainedVm {
  const { osType } = explanation.vm
  const { pass, state, os, data, volumes, progress, flags, otherTools } = explanation
  return {
    verdict: { pass, state, os, data, volumes: [...volumes], progress, flags: [...flags], otherTools },
    osType: osType === 'Windows' || osType === 'Linux' ? osType : null,
    otherEncryption: [...otherEncryption],
    operation,
  }
}
