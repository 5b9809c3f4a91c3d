import { ok, type Result } from '@/lib/shared/result'
import { valueOrNull } from '@/lib/shared/known'
import {
  armOperationOf,
  isChangedByAzure,
  unknownWordsOf,
  type ArmOperation,
  type UnknownWord,
} from '@/lib/facts/azure-words'
import type { PasteFailure } from '@/lib/facts/paste/errors'
import { recognisePaste, type RecognisedPaste } from '@/lib/facts/paste/recognise'
import { evidence } from '@/lib/encryption/evidence'
import type { EvidenceRow } from '@/lib/encryption/evidence-types'
import type { VmFacts } from '@/lib/facts/types'
import { judge } from '@/lib/encryption/judge'
import { evidenceOfText, judgeText } from '@/lib/encryption/judge-text'
import { otherEncryptionOfVm, type OtherEncryption } from '@/lib/encryption/other-encryption'
import type { TextVerdict } from '@/lib/encryption/types'
import { diagnose, diagnoseWords } from './diagnose'
import type { Problem } from './types'

type DiagnosisLine = Pick<Problem, 'kind' | 'severity' | 'volume'>

/** One VM's verdict as `explain` prints it; the shape is public (`schema` 1). */
export interface Explained extends TextVerdict {
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
  readonly operation: ArmOperation | null
  /** Azure creates, changes or deletes the VM or its extension, or a cut text can say so: its answer can be out of date. */
  readonly isChanging: boolean
  readonly unknownWords: readonly UnknownWord[]
  /** Another tool printed key settings: they are written before a disk is encrypted. */
  readonly showsSettings: boolean
  /** ISO time of the extension's status, otherwise of the agent's last report; null where the paste has neither. */
  readonly reportedAt: string | null
}

function vmOf(paste: RecognisedPaste): Explained['vm'] {
  if ('status' in paste) return { id: null, name: paste.status.name, osType: paste.status.osType, powerState: null }
  const { id, name, osType, powerState } = paste.facts
  return {
    id: valueOrNull(id),
    name: valueOrNull(name),
    osType: valueOrNull(osType),
    powerState: valueOrNull(powerState),
  }
}

function explained(paste: RecognisedPaste, verdict: TextVerdict, problems: readonly Problem[]): Explained {
  const diagnosis = problems.map(({ kind, severity, volume }) => ({ kind, severity, volume }))
  return { schema: 1, vm: vmOf(paste), ...verdict, diagnosis }
}

/** A time that can be read, in the form with `Z`. */
function isoOf(time: string | null): string | null {
  const at = time === null ? Number.NaN : Date.parse(time)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function reportedAtOf({ adeExtensions, agent }: VmFacts): string | null {
  const statuses = adeExtensions[0]?.view?.statuses ?? []
  return isoOf(statuses[0]?.time ?? null) ?? (agent.known ? isoOf(agent.value.heartbeatAt) : null)
}

/** Judges one recognised VM. */
export function explainRecognised(paste: RecognisedPaste): ExplainedPaste {
  const { input } = paste
  if ('status' in paste) {
    const verdict = judgeText(paste.status)
    const explanation = explained(paste, verdict, diagnoseWords(verdict))
    const evidence = evidenceOfText(paste.status, verdict)
    const showsSettings = paste.status.settings !== null
    return {
      input,
      explanation,
      evidence,
      otherEncryption: [],
      operation: null,
      isChanging: false,
      unknownWords: [],
      showsSettings,
      reportedAt: null,
    }
  }
  const { facts } = paste
  const verdict = judge(facts)
  const explanation = explained(paste, verdict, diagnose(facts, verdict))
  const otherEncryption = otherEncryptionOfVm(facts)
  return {
    input,
    explanation,
    evidence: evidence(facts, verdict),
    otherEncryption,
    operation: armOperationOf(facts),
    isChanging: isChangedByAzure(facts),
    unknownWords: unknownWordsOf(facts),
    showsSettings: false,
    reportedAt: reportedAtOf(facts),
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
  const result = explainWithEvidence(text)
  return result.ok ? ok(result.value.explanation) : result
}
