import type { VmDetail } from '@/lib/contract/vm'
import type { ExplainedPaste } from '@/lib/diagnosis/explain'

type Judged = Pick<VmDetail, 'verdict' | 'osType' | 'otherEncryption'>

/** A pasted verdict in the shape in which the contract carries it. */
export function judgedOf({ explanation, otherEncryption }: ExplainedPaste): Judged {
  const { osType } = explanation.vm
  const { pass, state, os, data, volumes, progress, flags, otherTools } = explanation
  return {
    verdict: { pass, state, os, data, volumes: [...volumes], progress, flags: [...flags], otherTools },
    osType: osType === 'Windows' || osType === 'Linux' ? osType : null,
    otherEncryption: [...otherEncryption],
  }
}
