import type { ProblemKind } from '../kinds'
import type { StepKind } from '../steps/kinds'
import { offered } from '../steps/offered'
import type { Copying, Situation } from '../steps/situation'
import { causes } from '.'

/** Problems that occur while blocks are copied: Help offers no step for them that would interrupt the copy. */
const whileCopying: Readonly<Partial<Record<ProblemKind, Copying>>> = {
  'os-encryption-silent-phase': 'os',
  'encryption-overdue': 'os',
  'success-text-not-the-end': 'os',
  'harmless-unmount-attempt': 'os',
  'harmless-stripped-down-restart': 'os',
  'operation-running': 'operation',
  'decryption-running': 'decryption',
  'decryption-not-resuming': 'decryption',
}

const noVm: Omit<Situation, 'copying'> = {
  osType: null,
  pass: 'single',
  silent: false,
  osDiskTouched: false,
  allPlain: false,
  osPlain: false,
  keyOutOfReach: false,
  vaultAccess: null,
}

/** The steps against a problem as Help lists them, without a VM: each once, in the order of the causes. */
export function helpSteps(kind: ProblemKind): readonly StepKind[] {
  const copying = whileCopying[kind] ?? null
  const remedies = causes[kind].map(({ steps }) => (copying === null ? steps : offered(steps, { ...noVm, copying })))
  return [...new Set(remedies.flat())]
}
