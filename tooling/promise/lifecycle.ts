import { vmBody, type DiskOptions, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { worldOf, type VmWorld } from './worlds'

const enabled: DiskOptions = { stamp: 'encrypted', settings: true }
const cleared: DiskOptions = { stamp: 'notEncrypted' }
const plain: DiskOptions = {}

interface Variant {
  readonly os: 'Linux' | 'Windows'
  /** The OS volume is asked for too. */
  readonly withOs: boolean
  /** The extension writes no stamp. */
  readonly confidential: boolean
}

/** Steps that a VM goes through from before its encryption until after its decryption, in their order. */
function stepsOf({ os, withOs, confidential }: Variant): readonly VmOptions[] {
  const step = (stamp: DiskOptions, extension: ExtensionOptions | null): VmOptions => ({
    os,
    osDisk: confidential || !withOs ? plain : stamp,
    data: [confidential ? plain : stamp],
    extension,
    ...(confidential ? { securityType: 'ConfidentialVM' } : {}),
  })
  const report = (word: string, data: string, operation: string): ExtensionOptions => ({
    report: { os: withOs ? word : 'NotEncrypted', data },
    operation,
  })
  const [enable, disable] = ['EnableEncryption', 'DisableEncryption']
  return [
    step(plain, null),
    step(plain, { operation: enable, provisioningState: 'Updating', view: false }),
    step(enabled, report('EncryptionInProgress', 'EncryptionInProgress', enable)),
    step(enabled, report('VMRestartPending', 'Encrypted', enable)),
    step(enabled, report('Encrypted', 'Encrypted', enable)),
    step(cleared, report('DecryptionInProgress', 'DecryptionInProgress', disable)),
    step(cleared, report('NotEncrypted', 'NotEncrypted', disable)),
    step(cleared, null),
  ]
}

/** One VM at two moments of its encryption. */
export function twoMoments(index: number, roll: (most: number) => number): { earlier: VmWorld; now: VmWorld } {
  const os = roll(2) === 0 ? 'Linux' : 'Windows'
  const steps = stepsOf({ os, withOs: roll(3) > 0, confidential: roll(4) === 0 })
  const at = 1 + roll(steps.length - 1)
  const world = (step: number): VmWorld => worldOf(`vm-${index}`, vmBody(steps[step] ?? {}))
  return { earlier: world(roll(at)), now: world(at) }
}
