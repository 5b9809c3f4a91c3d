import { adeExtension } from '../build-extension'
import { bgInfo, cleared, linuxAde, says, sized, stamped, windowsAde } from '../fragments'
import { dualPassSecretUrl } from '../../lifecycle/dual-pass'
import { day, minute, type ScriptedVm } from '../scripted-vm'

const legacy = {
  subscription: 0,
  group: 'RG-LEGACY-PROD',
  region: 'westeurope',
  tags: { Environment: 'Production', CostCentre: '4711' },
} as const

/** Remains of earlier years: dual pass, unmanaged disks, leftovers in the model, an upper-case group. */
export const legacyVms: readonly ScriptedVm[] = [
  {
    ...legacy,
    name: 'WINLEG01',
    image: 'windows2016',
    managed: false,
    dataDisks: [128],
    plan: 'windows-dual-pass',
    ago: 900 * day,
    extensions: [bgInfo],
  },
  { ...legacy, name: 'WINLEG02', image: 'windows2016', plan: 'windows-dual-pass', ago: 800 * day },
  {
    ...legacy,
    name: 'WINLEG03',
    image: 'windows2016',
    managed: false,
    osDisk: stamped,
    dataDisks: [{ ...sized(cleared, 64) }],
    extensions: [windowsAde({ settings: { VolumeType: 'All' } })],
  },
  { ...legacy, name: 'WINLEG04', image: 'windows2019', modelSettings: 'leftover', dataDisks: [64] },
  { ...legacy, name: 'LINLEG01', image: 'ubuntu1804', dataDisks: [64], plan: 'linux-dual-pass', ago: 700 * day },
  { ...legacy, name: 'LINLEG02', image: 'centos79', dataDisks: [32], plan: 'linux-dual-pass', ago: 12 * minute },
  {
    ...legacy,
    name: 'LINLEG03',
    image: 'ubuntu1804',
    modelSettings: 'leftover',
    osDisk: stamped,
    extensions: [linuxAde(says('Migration Succeeded', 'Encrypted', 'NotMounted'), { version: 'linux-single-1.2' })],
  },
  {
    ...legacy,
    name: 'WINLEG05',
    image: 'windows2016',
    modelSettings: 'enabled',
    osDisk: { stampCode: 'EncryptionState/encrypted' },
    dataDisks: [256],
    extensions: [
      adeExtension({
        version: 'windows-dual',
        report: { status: 'success', code: 0, message: dualPassSecretUrl, words: null },
        settings: { EncryptionOperation: 'EnableEncryptionFormatAll', VolumeType: 'Data' },
      }),
    ],
  },
]
