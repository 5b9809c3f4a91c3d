import { ok, type Result } from '@/lib/shared/result'
import { valueOrNull } from '@/lib/shared/known'
import type { PasteFailure } from '@/lib/facts/paste/errors'
import { recognisePaste, type RecognisedPaste } from '@/lib/facts/paste/recognise'
import { evidence } from '@/lib/encryption/evidence'
import type { EvidenceRow } from '@/lib/encryption/evidence-types'
import { judge } from '@/lib/encryption/judge'
import { evidenceOfText, judgeText } from '@/lib/encryption/judge-text'
import { otherEncryptionOfVm, type OtherEncryption } from '@/lib/encryption/other-encryption'
import type { Verdict } from '@/lib/encryption/types'
import { diagnose, diagnoseWords } from './diagnose'
import type { Problem } from './types'

type DiagnosisLine = Pick<Problem, 'kind' | 'severity' | 'volume'>

/** One VM's verdict as `explain` prints it; the shape is public (`schema` 1). */
export interface Explained extends Verdict {
  readonly schema: 1
  readonly vm: {
    readonly id: string | null
    readonly name: string | null
    readonly osType: string | null
    readonly powerState: string | null
  }
  readonly diagnosis: readonly DiagnosisLine[]
}

export interface ExplainedPaste {
  readonly input: RecognisedPaste['input']
  readonly explanation: Explained
  readonly evidence: readonly EvidenceRow[]
  readonly otherEncryption: readonly OtherEncryption[]
}

function vmOf(paste: RecognisedPaste): Explained['vm'] {
  if ('status' in paste) return { id: null, name: null, osType: paste.status.osType, powerState: null }
  const { id, name, osType, powerState } = paste.facts
  return {
    id: valueOrNull(id),
    name: valueOrNull(name),
    osType: valueOrNull(osType),
    powerState: valueOrNull(powerState),
  }
}

function diagnosisOf(paste: RecognisedPaste, verdict: Verdict): readonly DiagnosisLine[] {
  const problems = 'status' in paste ? diagnoseWords(verdict) : diagnose(paste.facts, verdict)
  return problems.map(({ kind, severity, volume }) => ({ kind, severity, volume }))
}

function explainRecognised(paste: RecognisedPaste): ExplainedPaste {
  const verdict = 'status' in paste ? judgeText(paste.status) : judge(paste.facts)
  return {
    input: paste.input,
    explanation: { schema: 1, vm: vmOf(paste), ...verdict, diagnosis: diagnosisOf(paste, verdict) },
    evidence: 'status' in paste ? evidenceOfText(paste.status, verdict) : evidence(paste.facts, verdict),
    otherEncryption: 'status' in paste ? [] : otherEncryptionOfVm(paste.facts),
  }
}

/**
 * Judges one VM from a pasted text: an ARM body, what `az vm show`, `az vm get-instance-view` or `az vm encryption show`
 * print, or the block of `Get-AzVMDiskEncryptionStatus`. Takes any text, up to 8 MB; never throws.
 */
export function explainWithEvidence(text: string): Result<ExplainedPaste, PasteFailure> {
  const paste = recognisePaste(text)
  return paste.ok ? ok(explainRecognised(paste.value)) : paste
}

/** The same without the evidence: what the command line prints. */
export function explain(text: string): Result<Explained, PasteFailure> {
  const explained = explainWithEvidence(text)
  return explained.ok ? ok(explained.value.explanation) : explained
}
