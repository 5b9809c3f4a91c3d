import type { VmOptions } from '@/lib/facts/testing/vm-body'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { recordedBody, recordedStates } from '@/lib/encryption/testing/recordings'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { stampOfView } from '@/lib/encryption/stamp'
import { valueOrNull } from '@/lib/shared/known'
import { objectOf } from '@/lib/wire/read'

export const subscription = '11111111-1111-4111-8111-111111111111'
export const idOf = (name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`

/** The number that Resource Graph has for a VM's id. */
export const idHashOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_007, 7)

type Json = Readonly<Record<string, unknown>>

/** One VM in all of Azure's answers: its own, and its rows in Resource Graph. */
export interface VmWorld {
  readonly name: string
  readonly body: Json
  readonly row: Json
  readonly extensions: readonly Json[]
  readonly stamped: readonly Json[]
  /** The caller may not see one of its disks. */
  readonly hidden: boolean
}

/** The same numbers for the same seed. */
export function dice(seed: number): (most: number) => number {
  let state = seed >>> 0
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}

const encrypted = { stamp: 'encrypted', settings: true } as const
const osDisks = [
  {},
  {},
  encrypted,
  encrypted,
  { stamp: 'notEncrypted' },
  { securityEncryptionType: 'DiskWithVMGuestState' },
]
const dataDisks = [[], [], [encrypted], [{}], [encrypted, { stamp: 'notEncrypted' }], [encrypted, encrypted]]
const words = ['Encrypted', 'NotEncrypted', 'EncryptionInProgress', 'DecryptionInProgress', 'VMRestartPending'] as const
const dataWords = ['Encrypted', 'NotEncrypted', 'EncryptionInProgress', 'DecryptionInProgress', 'NotMounted'] as const

function optionsOf(roll: (most: number) => number): VmOptions {
  const os = roll(3) === 0 ? 'Windows' : 'Linux'
  const osDisk = osDisks[roll(osDisks.length)] ?? {}
  const data = dataDisks[roll(dataDisks.length)] ?? []
  // Half of the reports state that all is encrypted, because that is the strongest claim.
  const done = roll(2) === 0
  const report = {
    os: words[done ? 0 : roll(words.length)],
    data: dataWords[done ? 0 : roll(dataWords.length)],
  }
  const isDual = roll(6) === 0
  const extension = {
    ...(roll(4) === 0 ? {} : { report }),
    provisioningState: roll(6) === 0 ? 'Failed' : 'Succeeded',
    ...(isDual ? { version: os === 'Linux' ? '0.1' : '1.1' } : {}),
  }
  return {
    os,
    osDisk,
    data,
    extension: roll(3) === 0 ? null : extension,
    ...(isDual ? { model: { enabled: true, diskEncryptionKey: { secretUrl: 'https://v/secrets/a/b' } } } : {}),
    ...('securityEncryptionType' in osDisk ? { securityType: 'ConfidentialVM' } : {}),
    ...(roll(4) === 0 ? { encryptionAtHost: true } : {}),
  }
}

/** The rows of Resource Graph for a VM with the given answer, by the product's own queries. */
export function worldOf(name: string, given: unknown): VmWorld {
  const id = idOf(name)
  const body = { ...objectOf(given), id, name }
  const facts = readVmFacts(body)
  const { osDisk } = facts
  const disks = [...(osDisk === null ? [] : [osDisk]), ...facts.dataDisks]
  const isStamped = ({ view }: (typeof disks)[number]): boolean =>
    view !== null && (stampOfView(view) === 'encrypted' || view.settings.some(({ enabled }) => enabled))
  return {
    name,
    body,
    hidden: false,
    row: {
      id,
      name,
      subscriptionId: subscription,
      prov: 'Succeeded',
      eah: Number(valueOrNull(facts.encryptionAtHost) === true),
      dualPass: Number(facts.modelSettings?.enabled === true),
      secType: valueOrNull(facts.securityType) ?? '',
      osSecType: osDisk?.securityEncryptionType ?? '',
      osDes: osDisk?.diskEncryptionSetId ?? '',
      osDiskId: osDisk?.managed === false ? '' : `${id}/os`,
      nData: facts.dataDisks.length,
      idHash: idHashOf(name),
    },
    extensions: facts.adeExtensions.flatMap(({ resource }) =>
      resource === null ? [] : [{ id: `${id}/extensions/${resource.name ?? 'ade'}` }],
    ),
    stamped: disks.filter(isStamped).map((disk, index) => ({ id: `${id}/disk-${index}`, managedBy: id })),
  }
}

const recorded = recordedStates<{ readonly file: string; readonly interaction: number }>('TRUTH.json').map(
  ({ file, interaction }) => recordedBody(file, interaction),
)

/** A synthetic VM, or sometimes a recorded one if the recordings are present. */
export function makeWorld(index: number, roll: (most: number) => number): VmWorld {
  const chosen = recorded.length > 0 && roll(5) === 0 ? recorded[roll(recorded.length)] : vmBody(optionsOf(roll))
  return worldOf(`vm-${index}`, chosen)
}
