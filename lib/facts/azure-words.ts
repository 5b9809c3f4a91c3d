import type { Known } from '@/lib/shared/known'
import { sameText } from '@/lib/shared/text'
import type { VmFacts } from './types'

/** Places of open enumerations in a VM's answer. */
export const wordFields = ['power-state', 'provisioning-state', 'disk-stamps'] as const
export type WordField = (typeof wordFields)[number]

/** A word of Azure that the product does not know, as Azure spells it; a power state is in lower case. */
export interface UnknownWord {
  readonly field: WordField
  readonly word: string
}

/**
 * The state of ARM's own operations on a VM and its ADE extension: one is running (a start or a stop, too), or an unknown word leaves it open.
 */
export const armOperations = ['running', 'not-known'] as const
export type ArmOperation = (typeof armOperations)[number]

/** https://learn.microsoft.com/azure/virtual-machines/states-billing */
const poweredOff = ['stopped', 'deallocated']
const stops = ['stopping', 'deallocating']
/** Azure starts or stops the VM: it is neither known to run nor known to be off. */
const powerChanges = ['starting', ...stops]
/** `unknown` is a word of Azure, too: the platform could not determine the power state. */
const powerWords = ['running', 'unknown', ...powerChanges, ...poweredOff]

/**
 * Every value but these three means that the operation is still running.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations#provisioningstate-values
 */
const finalStates = ['Succeeded', 'Failed', 'Canceled']
/** https://learn.microsoft.com/azure/virtual-machines/states-billing#provisioning-states */
const runningStates = ['Creating', 'Updating', 'Deleting', 'Migrating', 'Accepted', 'Running']

const stampPrefix = /^EncryptionState\//i
const stampCodes = ['EncryptionState/encrypted', 'EncryptionState/notEncrypted']

const isOneOf = (words: readonly string[], text: string): boolean => words.some((word) => sameText(word, text))

/** Whether an operation of ARM has ended, by the provisioning state of its resource. */
export const isFinalState = (provisioningState: string): boolean => isOneOf(finalStates, provisioningState)

/** Whether a VM is known to be off. An unknown power state, or one that changes, does not show it. */
export function isKnownOff(powerState: Known<string>): boolean {
  return powerState.known && isOneOf(poweredOff, powerState.value)
}

/** Whether Azure is starting or stopping a VM: work in it can still go on. */
export function isPowerChanging(powerState: Known<string>): boolean {
  return powerState.known && isOneOf(powerChanges, powerState.value)
}

/** Whether Azure is stopping a VM: that interrupts the work in it. */
export const isStopping = (powerState: Known<string>): boolean => powerState.known && isOneOf(stops, powerState.value)

/** Whether a power state is a known one other than running. */
export function isNotRunning(powerState: Known<string>): boolean {
  return isKnownOff(powerState) || isPowerChanging(powerState)
}

/** Whether a power state is a word that the product does not know. */
export function isUnknownPower(powerState: Known<string>): boolean {
  return powerState.known && !isOneOf(powerWords, powerState.value)
}

type Inputs = Pick<VmFacts, 'powerState' | 'provisioningState' | 'adeExtensions' | 'diskViews' | 'platformWords'>

/** Words of the instance view for an operation on the VM, or for a handler that is being installed or updated. */
const platformRuns = [...runningStates, 'Transitioning', 'Upgrading', 'Installing']

function provisioningStates({ provisioningState, adeExtensions }: Inputs): readonly string[] {
  const states = adeExtensions.map(({ resource }) => resource?.provisioningState)
  return [provisioningState.known ? provisioningState.value : '', ...states].flatMap((state) => state || [])
}

/** The unknown words in a VM's answer, each once per field. */
export function unknownWordsOf(facts: Inputs): readonly UnknownWord[] {
  const power = isUnknownPower(facts.powerState) && facts.powerState.known ? [facts.powerState.value] : []
  const states = provisioningStates(facts).filter((state) => !isOneOf([...finalStates, ...runningStates], state))
  const stamps = facts.diskViews.flatMap(({ codes }) => codes.filter((code) => stampPrefix.test(code)))
  const byField: Readonly<Record<WordField, readonly string[]>> = {
    'power-state': power,
    'provisioning-state': states,
    'disk-stamps': stamps.filter((code) => !isOneOf(stampCodes, code)),
  }
  return wordFields.flatMap((field) => [...new Set(byField[field])].map((word) => ({ field, word })))
}

/** Whether a status is being written, and is not a result. */
export const isStatusOfRun = ({ code }: { readonly code: string | null }): boolean =>
  /^ProvisioningState\/(?:transitioning|updating|creating)\b/i.test(code ?? '')

/** Whether a status of the extension is being written, and is not its result. */
export const reportsRun = ({ adeExtensions }: Pick<Inputs, 'adeExtensions'>): boolean =>
  adeExtensions.some(({ view }) => (view?.statuses ?? []).some(isStatusOfRun))

/** Azure creates, changes or deletes the VM or its extension. */
export const isChangedByAzure = (facts: Inputs): boolean =>
  provisioningStates(facts).some((state) => isOneOf(runningStates, state)) ||
  facts.platformWords.some((word) => isOneOf(platformRuns, word))

/** Operations that no restart of the VM ends. */
const removals = ['Deleting', 'Migrating']

/**
 * Whether Azure starts, stops or changes the VM, or may do so: the handler of the extension is in another state, and in a
 * VM that is not off it reports nothing of what it runs.
 * @param awaitsRestart a request whose run waits for the restart is a change that only the restart ends
 */
export function mayBeChanging(facts: Inputs, awaitsRestart: boolean): boolean {
  if (isPowerChanging(facts.powerState)) return true
  const isSilent = facts.platformWords.some((word) => !isFinalState(word) && !isOneOf(platformRuns, word))
  if (isSilent && !isKnownOff(facts.powerState)) return true
  if (!awaitsRestart) return isChangedByAzure(facts)
  return [...provisioningStates(facts), ...facts.platformWords].some((state) => isOneOf(removals, state))
}

/** Null where every provisioning state and key-settings code that was read is a known final one. */
export function armOperationOf(facts: Inputs): ArmOperation | null {
  if (isChangedByAzure(facts) || reportsRun(facts) || isPowerChanging(facts.powerState)) return 'running'
  // A handler that is not ready reports nothing of what it runs.
  const isOpen = facts.platformWords.some((word) => !isFinalState(word))
  return isOpen || unknownWordsOf(facts).some(({ field }) => field !== 'power-state') ? 'not-known' : null
}
