import { fail, ok, type Result } from '@/lib/shared/result'
import { valueOrNull } from '@/lib/shared/known'
import type { PasteFailure } from '@/lib/facts/paste/errors'
import { recognisePaste } from '@/lib/facts/paste/recognise'
import { adePublisher, adeTypes } from '@/lib/facts/extension-types'
import type { AdeExtension, DiskFacts, StatusFacts, VmFacts } from '@/lib/facts/types'
import { judge } from '@/lib/encryption/judge'
import { judgeText } from '@/lib/encryption/judge-text'
import type { Progress } from '@/lib/encryption/types'
import { messageReport, type ReportSigns } from '@/lib/messages/report/message-report'

const nothing: ReportSigns = {
  message: null,
  kind: null,
  phase: null,
  code: null,
  level: null,
  displayStatus: null,
  extensionType: null,
  extensionVersion: null,
  osType: null,
  osName: null,
  osVersion: null,
  names: [],
}

function said({ message, messageKind, phase }: Progress): Pick<ReportSigns, 'message' | 'kind' | 'phase'> {
  return { message, kind: messageKind, phase }
}

/** Every name that the owner chose. */
function namesOf(facts: VmFacts): string[] {
  const disks = [facts.osDisk, ...facts.dataDisks].filter((disk): disk is DiskFacts => disk !== null)
  const known = [facts.name, facts.resourceGroup, facts.keyVault, facts.keyEncryptionKey].map(valueOrNull)
  const views = facts.diskViews.map(({ name }) => name)
  return [...known, ...views, ...disks.map(({ name }) => name)].filter((name): name is string => name !== null)
}

/** The guest's names are in the model and the instance view, but decide nothing and are no facts. */
function guestNamesOf(text: string): string[] {
  const fields = text.matchAll(/"(?:computerName|adminUsername)"\s{0,8}:\s{0,8}"([^"\\\n]{1,64})"/gi)
  return [...fields].map(({ 1: name = '' }) => name)
}

const silence: StatusFacts = { code: null, level: null, displayStatus: null, message: null, time: null }

function extensionOf(extension: AdeExtension | undefined): Pick<ReportSigns, 'extensionType' | 'extensionVersion'> {
  const os = extension?.os ?? null
  return {
    extensionType: os === null ? null : `${adePublisher}.${adeTypes[os]}`,
    extensionVersion: extension?.view?.version ?? extension?.resource?.version ?? null,
  }
}

function signsOf(facts: VmFacts, guestNames: readonly string[]): ReportSigns {
  const extension = facts.adeExtensions[0]
  const { code, level, displayStatus } = extension?.view?.statuses[0] ?? silence
  return {
    ...said(judge(facts).progress),
    ...extensionOf(extension),
    code,
    level,
    displayStatus,
    osType: valueOrNull(facts.osType),
    osName: valueOrNull(facts.osName),
    osVersion: valueOrNull(facts.osVersion),
    names: [...namesOf(facts), ...guestNames],
  }
}

/**
 * A report for an issue tracker on the message in a pasted text of the kinds that `explain` reads, without anything
 * that identifies the VM. Takes any text, up to 8 MB; never throws.
 */
export function reportOfPaste(text: string): Result<string, PasteFailure> {
  const paste = recognisePaste(text)
  if (!paste.ok) return fail(paste.failure)
  if ('facts' in paste.value) return ok(messageReport(signsOf(paste.value.facts, guestNamesOf(text))))
  const { status } = paste.value
  return ok(messageReport({ ...nothing, ...said(judgeText(status).progress), osType: status.osType }))
}
