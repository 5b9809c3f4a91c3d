import type { ProblemKind } from '../kinds'
import { steps } from '../steps'
import type { StepKind } from '../steps/kinds'
import { offered } from '../steps/offered'
import { afterRestCheck, harmsRunningWork } from '../steps/rest'
import type { Situation } from '../steps/situation'
import { noWork, type Work } from '../steps/work'
import { causes } from '.'

/** Problems that are found while blocks are copied, or after a change of the key that failed. */
const whileFound: Readonly<Partial<Record<ProblemKind, Partial<Work>>>> = {
  'os-encryption-silent-phase': { copying: 'os' },
  'encryption-overdue': { copying: 'os' },
  'success-text-not-the-end': { copying: 'os' },
  'harmless-unmount-attempt': { copying: 'os' },
  'harmless-stripped-down-restart': { copying: 'os' },
  'operation-running': { copying: 'operation' },
  'reports-contradict': { copying: 'os' },
  'azure-stopped-waiting': { copying: 'operation' },
  'decryption-running': { copying: 'decryption' },
  'decryption-not-resuming': { copying: 'decryption' },
  'key-update-failed': { keyFault: true },
  'key-update-pending': { keyFault: true },
}

const noVm: Situation = {
  ...noWork,
  osType: null,
  pass: 'single',
  restIsShown: false,
  silent: false,
  saysEncrypted: false,
  unsupported: [],
  isOff: false,
  isStopping: false,
  osDiskOpen: false,
  wantsDecryption: false,
  bootFailed: false,
  restartDue: false,
  allPlain: false,
  osPlain: false,
  keyOutOfReach: [],
  keyLosses: [],
  vaultAccess: null,
}

/** What comes before anything that changes the VM, in this order. */
const before: readonly StepKind[] = ['keep-vm-running', 'snapshot-disks']

/**
 * Check, keep and copy, repair, change, prove: on a page that joins remedies nothing stops the VM before the rest was
 * read, and before a lost key is back.
 */
function placeOf(kind: StepKind): number {
  const { phase } = steps[kind]
  if (phase === 'check') return -1
  if (phase === 'verify') return before.length + 2
  const at = before.indexOf(kind)
  return at === -1 ? before.length + (harmsRunningWork(kind) ? 1 : 0) : at
}

/**
 * The steps against a problem as help gives them, without a VM: each once, changes in the order of the causes, and a
 * check that nothing runs before the first that would harm work.
 */
export function helpSteps(kind: ProblemKind): readonly StepKind[] {
  const found = whileFound[kind]
  const remedies = causes[kind].map((cause) =>
    found === undefined ? cause.steps : offered(cause.steps, { ...noVm, ...found }),
  )
  return afterRestCheck([...new Set(remedies.flat())].toSorted((one, other) => placeOf(one) - placeOf(other)))
}
