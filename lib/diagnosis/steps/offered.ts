import type { OsType } from '@/lib/facts/types'
import { unknownSubject } from '../commands/unknown-subject'
import { risksIn, steps } from '.'
import { stepKinds, type StepKind } from './kinds'
import type { VaultAccess } from '../types'
import { againstLosses, isRepaired, repairsOther } from './key-access'
import type { Situation } from './situation'
import type { Step, StepRisk } from './types'
import type { Copying } from './work'

interface Offer {
  readonly kind: StepKind
  readonly situation: Situation
  readonly step: Step
  /** Earlier steps of the same remedy. */
  readonly before: readonly StepKind[]
}

/**
 * Nothing is being copied, as far as the evidence shows, and no change of the key failed: the next start may find no key.
 * https://github.com/Azure/azure-linux-extensions/issues/2035
 */
export const allowsChanges = ({ copying, keyFault }: Situation): boolean => copying === null && !keyFault

const whileNothingRuns = ({ situation }: Offer): boolean => allowsChanges(situation)

/** The same, and the disk that the VM starts from is whole. */
function mayStop(offer: Offer): boolean {
  const { silent, osDiskTouched } = offer.situation
  return whileNothingRuns(offer) && !silent && (!osDiskTouched || offer.before.includes('restore-os-disk'))
}

/** Steps that only restart. */
const onlyRestarts: readonly StepKind[] = [
  'restart-vm',
  'restart-windows',
  'restart-to-leave-memory-system',
  'restart-to-resume',
]

/** No request, and no removal, before a restart that is due: the VM still runs from memory. */
const mayRequest = (offer: Offer): boolean =>
  whileNothingRuns(offer) && (!offer.situation.restartDue || offer.before.some((kind) => onlyRestarts.includes(kind)))

/** Nothing says that a volume is encrypted, and a step before shows whether one is. */
const isFoundPlain = ({ situation, before }: Offer): boolean =>
  !situation.saysEncrypted && before.includes('check-nothing-encrypted')

/** The request that names another vault: of a VM without encrypted data it needs no key of the former one. */
const ofOtherVault: StepKind = 'enable-with-right-vault'

/**
 * No text shows that the key is lost, or it is secured before. Plain disks start without a key; only a request to encrypt
 * them needs it.
 */
function hasKey({ kind, situation: { keyLosses, allPlain }, before }: Offer): boolean {
  const needsNone = allPlain && (kind === ofOtherVault || !encrypts.includes(kind))
  return needsNone || isRepaired(keyLosses, before)
}

const always = (): boolean => true

/**
 * When a step with a risk may be offered. A risk without a rule does not compile.
 * https://github.com/MicrosoftDocs/azure-compute-docs/blob/a18807c4/articles/virtual-machines/linux/disk-encryption-troubleshooting.md
 */
const rules: Readonly<Record<StepRisk, (offer: Offer) => boolean>> = {
  restart: (offer) => mayStop(offer) && hasKey(offer),
  // The OS disk that a failed run has written to is the one to be replaced.
  'stops-vm': (offer) => mayStop(offer) || (offer.step.risks.includes('replaces-disk') && whileNothingRuns(offer)),
  'needs-key': ({ situation, before }) => situation.allPlain || isRepaired(situation.keyOutOfReach, before),
  'deallocates-with-settings': mayStop,
  'stops-services': whileNothingRuns,
  'removes-extension': (offer) =>
    mayRequest(offer) &&
    (offer.situation.allPlain || offer.before.includes('disable-encryption') || isFoundPlain(offer)),
  'removes-other-extension': whileNothingRuns,
  'removes-lock': whileNothingRuns,
  // A snapshot holds the same volume as it was: only a copy of the files can be put on the formatted one.
  'erases-data-disks': (offer) =>
    whileNothingRuns(offer) &&
    offer.situation.osType !== 'Windows' &&
    !offer.situation.dataEncrypted &&
    offer.before.includes('copy-data-away'),
  'unprotects-data': (offer) => mayRequest(offer) && (offer.situation.osType === 'Windows' || offer.situation.osPlain),
  'replaces-disk': (offer) => whileNothingRuns(offer) && !offer.situation.silent,
  irreversible: always,
  'irreversible-os-encryption': mayRequest,
  'changes-key': mayRequest,
  'opens-network': always,
  'removes-vault-access': always,
  'overwrites-key-file': always,
  'replaces-permissions': always,
  'removes-lockout': always,
  'renames-volume-group': always,
  'loses-repair-vm': always,
  // Reading inside the VM disturbs only a copy of the OS disk; a change disturbs any copy.
  'never-during-os-encryption': ({ situation, step }) =>
    step.readOnly ? situation.copying !== 'os' : situation.copying === null,
}

/** What a VM that hangs at boot does not need, or cannot carry out: another restart can make it worse. */
const needsStarted: readonly StepRisk[] = [
  'restart',
  'deallocates-with-settings',
  'removes-extension',
  'removes-other-extension',
  'erases-data-disks',
  'unprotects-data',
  'changes-key',
]
/** Steps that repair the disk, or prove that its key works: only behind them is such a VM stopped and started. */
const repairs: readonly StepKind[] = ['unlock-repair-disk', 'prove-key-on-copy']

/** Whether a VM that did not start is first repaired. */
function waitsForStart(kind: StepKind, { situation, step: { risks }, before }: Offer): boolean {
  if (!situation.bootFailed) return false
  if (kind === 'use-single-pass' || risks.some((risk) => needsStarted.includes(risk))) return true
  const isStop = risks.includes('stops-vm') && !risks.includes('replaces-disk')
  return isStop && !before.some((each) => repairs.includes(each))
}

/** Changes that apply to some VMs only, independent of their risks: another way replaces them. */
const fits: Readonly<Partial<Record<StepKind, (situation: Situation) => boolean>>> = {
  // In dual pass the VM's own model names the key of the disk that would be removed; a run may still write to it.
  'restore-os-disk': ({ pass, osDiskOpen }) => pass === 'single' && !osDiskOpen,
  // A copy of a half-written disk is half-written too.
  'swap-repaired-disk': ({ osDiskTouched }) => !osDiskTouched,
}

/**
 * Pairs of steps of which only one has an effect, by the access model of the vault. Both where the model is unknown.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
const forAccess: Readonly<Partial<Record<StepKind, VaultAccess>>> = {
  'grant-application': 'policies',
  'grant-application-role': 'roles',
  'grant-caller': 'policies',
  'grant-caller-role': 'roles',
  'grant-backup': 'policies',
  'grant-backup-role': 'roles',
  'grant-service-key': 'policies',
  'grant-service-key-role': 'roles',
}

/** Steps that are typed inside the VM, with no command for its operating system: those of LVM on Windows. */
const ofOtherSystem = (osType: OsType): ReadonlySet<StepKind> =>
  new Set(
    stepKinds.filter((kind) => {
      const { right, commands } = steps[kind]
      if (right !== 'guest-administrator' || commands === null) return false
      return Object.keys(commands({ ...unknownSubject, osType })).length === 0
    }),
  )
const withoutCommand: Readonly<Record<OsType, ReadonlySet<StepKind>>> = {
  Linux: ofOtherSystem('Linux'),
  Windows: ofOtherSystem('Windows'),
}

/** Without effect on this VM or its vault: the rest of the remedy does not need it. */
function hasEffect(kind: StepKind, { osType, pass, vaultAccess, keyLosses }: Situation): boolean {
  if (repairsOther(kind, keyLosses) || (osType !== null && withoutCommand[osType].has(kind))) return false
  if (kind === 'migrate-to-single-pass' && pass !== 'dual') return false
  return vaultAccess === null || (forAccess[kind] ?? vaultAccess) === vaultAccess
}

function isSafe(kind: StepKind, situation: Situation, before: readonly StepKind[]): boolean {
  const step = { ...steps[kind], risks: risksIn(kind, situation.pass === 'dual') }
  const offer = { kind, situation, step, before }
  if (waitsForStart(kind, offer) || fits[kind]?.(situation) === false) return false
  return step.risks.every((risk) => rules[risk](offer))
}

const waitFor: Readonly<Record<Copying, StepKind>> = {
  os: 'wait-for-os-copy',
  data: 'wait-for-data-copy',
  decryption: 'wait-for-decryption',
  operation: 'wait-for-operation',
}
const waits: readonly StepKind[] = Object.values(waitFor)

/** Where the key cannot be had, that comes before any wait: the VM starts only with it. */
function withKey(kind: StepKind, { keyLosses }: Situation): readonly StepKind[] {
  return waits.includes(kind) ? [...againstLosses(keyLosses), kind] : [kind]
}

/** A stop that has begun is waited for, and the next start can find a half-written disk. */
function whileStopping(kind: StepKind): readonly StepKind[] {
  if (waits.includes(kind)) return ['wait-for-operation']
  return kind === 'start-vm' ? ['wait-for-operation', 'snapshot-disks', kind] : [kind]
}

/** A VM that is off cannot be restarted, accepts no request, and continues no work: it is started. */
function whereOff(kind: StepKind, { keyFault, copying }: Situation): readonly StepKind[] {
  const isCut = copying !== null && copying !== 'operation'
  // The stop interrupted the work, so that a start can find a half-written disk.
  if (isCut && kind === 'start-vm') return ['snapshot-disks', kind]
  if (waits.includes(kind)) {
    if (keyFault) return ['snapshot-disks', 'ask-support']
    return isCut ? ['show-power-state', 'snapshot-disks', 'start-vm'] : ['show-power-state', 'start-vm']
  }
  if (!steps[kind].risks.includes('restart')) return [kind]
  return onlyRestarts.includes(kind) ? ['start-vm'] : ['start-vm', kind]
}

/** What a step becomes where the VM does not run, or will not. */
function whereDown(kind: StepKind, situation: Situation): readonly StepKind[] {
  const { isOff, isStopping, bootFailed } = situation
  if (isStopping) return whileStopping(kind)
  if (isOff) return whereOff(kind, situation)
  return bootFailed && waits.includes(kind) ? ['save-boot-log', 'snapshot-disks', 'ask-support'] : [kind]
}

/** Where nothing runs that could be waited for, and key and disk are sound. */
function insteadAtRest(kind: StepKind, { restartDue, bootFailed }: Situation): readonly StepKind[] {
  if (kind === 'restore-os-disk') return ['build-vm-from-snapshot']
  // The start that failed is a problem of its own, and it stands first.
  if (bootFailed) return ['other-problem-first']
  if (kind === 'enable-format-all') return ['ask-support']
  // An encrypted VM of dual pass is migrated: its extension stays.
  if (kind === 'remove-dual-pass-extension') return []
  // The restart that is due is a problem of its own.
  return restartDue && !steps[kind].risks.includes('stops-vm') ? [] : ['other-problem-first']
}

/**
 * A key that a text shows to be lost is made available again before a restart; on a disk that is encrypted it is proved on
 * a copy. What cannot be made available ends the remedy.
 */
function afterLosses(kind: StepKind, { keyLosses, allPlain }: Situation): readonly StepKind[] {
  const secured = againstLosses(keyLosses)
  if (!isRepaired(keyLosses, secured)) return secured
  return allPlain ? [...secured, kind] : [...secured, 'snapshot-disks', 'prove-key-on-copy', kind]
}

/** Whether a lost key alone stands against a step. */
const wantsKey = (kind: StepKind, situation: Situation, before: readonly StepKind[]): boolean =>
  situation.keyLosses.length > 0 && isSafe(kind, { ...situation, keyLosses: [] }, before)

/** The replacement for a step that is not safe now. */
function insteadOf(kind: StepKind, situation: Situation, before: readonly StepKind[]): readonly StepKind[] {
  const { copying, keyFault, keyLosses, osDiskTouched } = situation
  if (copying !== null) return [waitFor[copying]]
  if (keyFault) return ['see-key-file', 'keep-vm-running', 'snapshot-disks', 'ask-support']
  if (keyLosses.length > 0 && steps[kind].risks.includes('needs-key')) return againstLosses(keyLosses)
  if (wantsKey(kind, situation, before)) return afterLosses(kind, situation)
  // What was written to the disk is read before anything; the way back leads past this disk.
  if (osDiskTouched && steps[kind].risks.some((risk) => risk === 'restart' || risk === 'stops-vm'))
    return ['show-snapshots', 'build-vm-from-snapshot']
  return insteadAtRest(kind, situation)
}

/** Requests by the method that the VM has. */
export const encrypts: readonly StepKind[] = [
  'enable-again',
  'enable-with-right-vault',
  'enable-for-all-volumes',
  'enable-data-only',
  'enable-format-all',
]

/**
 * Where a decryption was asked for, it is asked for again; where Linux refuses it, no request follows. Only an encrypted
 * VM is migrated: where no volume is, the next request is one of single pass.
 */
function asRequested(
  kind: StepKind,
  { wantsDecryption, osType, osPlain, allPlain, unsupported }: Situation,
): readonly StepKind[] {
  const isMigration = kind === 'migrate-to-single-pass' && allPlain
  const isRequest = encrypts.includes(kind)
  if (isRequest && wantsDecryption) return osType === 'Windows' || osPlain ? ['disable-encryption'] : []
  if (unsupported.length > 0 && (isRequest || isMigration || kind === 'enable-single-pass'))
    return ['request-unsupported']
  return isMigration ? ['remove-dual-pass-extension', 'enable-single-pass'] : [kind]
}

/**
 * The steps of a remedy that may be offered in a situation. Unsafe checks, and steps without effect on this vault, are
 * left out. The remedy ends at the first unsafe change: its replacement follows, and of the remaining steps only the
 * proof stays.
 */
export function offered(kinds: readonly StepKind[], situation: Situation): readonly StepKind[] {
  const result: StepKind[] = []
  let cut = false
  const wanted = kinds.filter((each) => hasEffect(each, situation)).flatMap((kind) => asRequested(kind, situation))
  for (const kind of wanted) {
    const isChange = steps[kind].phase === 'do'
    if (isChange && cut) continue
    if (isSafe(kind, situation, result))
      result.push(...withKey(kind, situation).flatMap((each) => whereDown(each, situation)))
    else if (isChange) {
      cut = true
      const instead = insteadOf(kind, situation, result).flatMap((each) => withKey(each, situation))
      result.push(...instead.flatMap((each) => whereDown(each, situation)))
    }
  }
  return [...new Set(result)]
}
