import { cleared, fails, linuxAde, never, says, sized, stamped } from '../fragments'
import { osFailure } from '../../lifecycle/failure-texts'
import { day, hour, minute, type ScriptedVm } from '../scripted-vm'

const left = {
  subscription: 2,
  group: 'rg-stg-blue',
  region: 'northeurope',
  tags: { env: 'staging', slot: 'blue' },
} as const
const right = {
  subscription: 2,
  group: 'rg-stg-green',
  region: 'northeurope',
  tags: { env: 'staging', slot: 'green' },
} as const
const odd = {
  subscription: 2,
  group: 'rg-stg-odd',
  region: 'northeurope',
  tags: { env: 'staging', purpose: 'parser torture' },
} as const

const rightToLeft = String.fromCodePoint(0x202e)
const escape = String.fromCodePoint(0x1b)
const hostile = `<img src=x onerror=alert(1)><script>alert('ade')</script> ${escape}[31mred${escape}[0m ${rightToLeft}txt.exe "quoted" 'single' {{7*7}} \${7*7}`

/** The same names in two groups, in different phases. */
export const twins: readonly ScriptedVm[] = [
  { ...left, name: 'vm-app-01', image: 'ubuntu2204', dataDisks: [64], plan: 'linux-offline-all', ago: 14 * day },
  { ...right, name: 'vm-app-01', image: 'ubuntu2204', dataDisks: [64], plan: 'linux-offline-all', ago: 2 * hour },
  { ...left, name: 'vm-app-02', image: 'rhel94', dataDisks: [256], plan: 'linux-online-all', ago: 6 * minute },
  { ...right, name: 'vm-app-02', image: 'rhel94', dataDisks: [256], plan: 'linux-online-all', ago: 2 * minute },
  { ...left, name: 'vm-app-03', image: 'ubuntu2004', plan: 'linux-offline-os', ago: 170 * minute },
  { ...right, name: 'vm-app-03', image: 'ubuntu2004', plan: 'linux-offline-os', ago: 20 },
  { ...left, name: 'vm-app-04', image: 'mariner2', plan: 'linux-online-os', ago: 5 * minute, osDisk: { sizeGiB: 64 } },
  { ...right, name: 'vm-app-04', image: 'azureLinux3', plan: 'linux-online-os', ago: 10 * day },
]

/** Texts and shapes that a parser must handle. */
const oddities: readonly ScriptedVm[] = [
  {
    ...odd,
    name: 'vm-odd-stripped-down',
    image: 'ubuntu2204',
    osDisk: stamped,
    extensions: [
      linuxAde(fails(19, 'Restarted extension from stripped down OS', 'EncryptionInProgress', 'EncryptionInProgress')),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-attempt',
    image: 'ubuntu2204',
    osDisk: stamped,
    extensions: [
      linuxAde(
        fails(
          22,
          'Attempt #4 to unmount /oldroot failed with error: Command umount /oldroot failed with return code 32\nstdout:\n\nstderr:\numount: /oldroot: target is busy.\n',
          'EncryptionInProgress',
          'EncryptionInProgress',
        ),
      ),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-conflict',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 64)],
    extensions: [linuxAde(says('Encryption succeeded for all volumes', 'NotEncrypted', 'NotEncrypted'))],
  },
  {
    ...odd,
    name: 'vm-odd-unstamped',
    image: 'ubuntu2204',
    osDisk: cleared,
    extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'NotMounted'))],
  },
  {
    ...odd,
    name: 'vm-odd-reboot-error',
    image: 'ubuntu2204',
    osDisk: stamped,
    extensions: [
      linuxAde(fails(19, 'OS disk successfully encrypted, please reboot the VM', 'VMRestartPending', 'NotMounted'), {
        provisioningState: 'Succeeded',
      }),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-unreadable',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 64)],
    extensions: [
      linuxAde(says('Encryption succeeded for all volumes', '', ''), { rawSubstatus: '{"os": "Encrypted", "data": ' }),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-words',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 64)],
    extensions: [
      linuxAde(says('Encryption succeeded for all volumes', '', ''), {
        rawSubstatus: '{"data": "Unknown", "os": "encrypted"}',
      }),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-message',
    image: 'ubuntu2204',
    osDisk: stamped,
    extensions: [
      linuxAde(
        says('Re-sealing volume group 7 of 9 with quantum-safe keys', 'EncryptionInProgress', 'EncryptionInProgress'),
      ),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-hostile',
    image: 'ubuntu2204',
    osDisk: stamped,
    tags: { note: hostile },
    extensions: [linuxAde(fails(19, osFailure('stripdown', hostile), 'NotEncrypted', 'NotMounted'))],
  },
  {
    ...odd,
    name: 'vm-odd-numeric-volume-type',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 32)],
    extensions: [
      linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'Encrypted'), { settings: { VolumeType: 2 } }),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-not-mounted',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 128), sized(stamped, 128)],
    extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'NotMounted'))],
  },
  {
    ...odd,
    name: 'vm-odd-never-stamped',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [{ ...sized(never, 128), sku: 'PremiumV2_LRS', sectorSize: 4096 }],
    extensions: [
      linuxAde(says('Encryption succeeded for OS volume', 'Encrypted', 'NotEncrypted'), {
        settings: { VolumeType: 'OS' },
      }),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-query',
    image: 'ubuntu2204',
    osDisk: stamped,
    extensions: [
      linuxAde(fails(53, 'Encryption operation QueryEncryptionStatus is not supported', 'Encrypted', 'NotMounted'), {
        settings: { EncryptionOperation: 'QueryEncryptionStatus' },
      }),
    ],
  },
  {
    ...odd,
    name: 'vm-odd-a-name-as-long-as-azure-allows-for-linux-machines-1234567',
    image: 'ubuntu2204',
    dataDisks: [32],
    plan: 'linux-offline-all',
    ago: 33 * day,
  },
  {
    ...odd,
    name: 'vm-odd-unlisted-image',
    image: 'alma9',
    osDisk: stamped,
    extensions: [linuxAde(says('Encryption succeeded for OS volume', 'Encrypted', 'NotMounted'))],
  },
]

/** Resource Graph is behind ARM by a minute or so: this VM is still listed there, and missing in ARM. */
export const justDeleted = 'vm-odd-just-deleted'

const gone: ScriptedVm = {
  ...odd,
  name: justDeleted,
  image: 'ubuntu2204',
  osDisk: stamped,
  extensions: [linuxAde(says('Encryption succeeded for OS volume', 'Encrypted', 'NotMounted'))],
}

/** What no fleet should have, and a reader must survive. */
export const oddVms: readonly ScriptedVm[] = [...oddities, gone]
