import { sameText } from '@/lib/shared/text'
import { isNotRunning } from '@/lib/facts/azure-words'
import { adeTypes, type AdeExtension } from '@/lib/facts/extension-types'
import type { VmFacts } from '@/lib/facts/types'
import { mayBeProtectedOtherwise } from './confidential'
import { failureOf, isRunning } from './failure'
import type { Volume, VmCase } from './volume-case'
import type { Flag, FlagCode, FlagReason, Progress, VolumeVerdict } from './types'

/** The input of a flag: the facts, the evidence, the states of the volumes and the recognised message. */
export interface FlagInput {
  readonly facts: VmFacts
  readonly vm: VmCase
  readonly volumes: readonly VolumeVerdict[]
  readonly progress: Progress
}

type Rule = (input: FlagInput) => FlagReason | null

function staleness({ facts }: FlagInput): FlagReason | null {
  const view = facts.adeExtensions[0]?.view
  if (!view || view.statuses.length + view.substatuses.length === 0) return null
  if (isNotRunning(facts.powerState)) return 'vm-not-running'
  if (!facts.agent.known || facts.agent.value.code === null) return null
  return sameText(facts.agent.value.code, 'ProvisioningState/succeeded') ? null : 'agent-not-ready'
}

function conflictReason({ volumes }: FlagInput): FlagReason | null {
  const volume = volumes.find(({ state }) => state === 'conflict')
  if (volume === undefined) return null
  return volume.stamp === 'encrypted' ? 'stamped-but-report-says-not-encrypted' : 'report-encrypted-but-not-stamped'
}

function mixedData({ vm }: FlagInput): FlagReason | null {
  return vm.data.some(({ evidence }) => evidence.addedLater) ? 'some-data-disks-stamped' : null
}

/** Only where the whole list of extensions was read: otherwise it is unknown whether the extension was removed. */
function removed({ facts, volumes }: FlagInput): FlagReason | null {
  const gone = facts.adeExtensions.length === 0 && facts.extensionsListed && facts.hasInstanceView
  return gone && volumes.some((volume) => volume.stamp === 'encrypted') ? 'stamped-without-extension' : null
}

function renamed(extension: AdeExtension | undefined): FlagReason | null {
  const name = extension?.resource?.name ?? extension?.view?.name ?? null
  if (!extension?.os || name === null || name === '') return null
  return sameText(name, adeTypes[extension.os]) ? null : 'extension-name-not-default'
}

function skippedStamp(volume: Volume): boolean {
  const { confidentialVm, word } = volume.evidence
  return confidentialVm && volume.stamp !== 'encrypted' && (word === 'Encrypted' || word === 'EncryptionInProgress')
}

function notRead({ facts }: FlagInput): FlagReason | null {
  if (!facts.hasInstanceView) return 'no-instance-view'
  if (facts.osDisk === null) return 'no-os-disk-in-model'
  if (facts.unreadable.length > 0 || mayBeProtectedOtherwise(facts)) return 'input-unreadable'
  const extension = facts.adeExtensions[0]
  if (extension === undefined) return null
  return (extension.view?.statuses.length ?? 0) === 0 ? 'extension-status-missing' : null
}

/** In the order of the screen. Flags that need a history are not raised here. */
const rules: readonly (readonly [FlagCode, Rule])[] = [
  ['last-operation-failed', ({ facts }) => failureOf(facts.adeExtensions[0])],
  ['conflict-stamp-report', conflictReason],
  ['stale-report', staleness],
  ['unreadable-report', ({ vm }) => vm.report.trouble],
  [
    'unrecognised-message',
    ({ progress }) => (progress.messageKind === 'unrecognised' ? 'message-not-in-catalogue' : null),
  ],
  ['operation-running', ({ facts }) => (isRunning(facts.adeExtensions[0]) ? 'extension-provisioning-running' : null)],
  ['mixed-data-disks', mixedData],
  ['extension-removed', removed],
  ['extension-renamed', ({ facts }) => renamed(facts.adeExtensions[0])],
  [
    'dual-pass-leftover',
    ({ facts }) => (facts.modelSettings !== null && !facts.modelSettings.enabled ? 'model-enabled-false-left' : null),
  ],
  [
    'confidential-no-stamp',
    ({ vm }) => ([vm.os, ...vm.data].some(skippedStamp) ? 'confidential-vm-skips-stamp' : null),
  ],
  [
    'data-not-mounted',
    ({ facts, vm }) =>
      vm.report.data === 'NotMounted' && facts.dataDisks.length > 0 ? 'data-disks-not-mounted' : null,
  ],
  ['runtime-not-read', notRead],
]

export function flagsOf(input: FlagInput): readonly Flag[] {
  return rules.flatMap(([code, rule]) => {
    const reason = rule(input)
    return reason === null ? [] : [{ code, reason }]
  })
}
