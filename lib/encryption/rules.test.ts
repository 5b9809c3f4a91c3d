import { describe, expect, it } from 'vitest'
import { secretUrl, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { stateOfVolume } from './rules'
import { both, cleared, judged, stamped } from './testing/judged'
import type { VolumeCase } from './volume-case'

const failed: ExtensionOptions = { provisioningState: 'Failed' }
const dualModel = { enabled: true, diskEncryptionKey: { secretUrl } }
const dual: ExtensionOptions = { version: '0.1' }
const dualWindows: VmOptions = { os: 'Windows', model: dualModel }
const windowsExtension: ExtensionOptions = { version: '1.1', operation: 'EnableEncryption', volumeType: '' }

interface Case {
  readonly title: string
  readonly vm: VmOptions
  readonly os: string
  /** State of each data disk. */
  readonly data?: readonly string[]
}

const row1: readonly Case[] = [
  { title: 'no instance view', vm: { instanceView: false, data: [{}] }, os: 'unknown', data: ['unknown'] },
  { title: 'no instance view, failed extension', vm: { instanceView: false, extension: failed }, os: 'unknown' },
  {
    title: 'no instance view, dual-pass stamp: only the OS disk',
    vm: { ...dualWindows, instanceView: false, data: [{}], extension: windowsExtension },
    os: 'encrypted-unverified',
    data: ['unknown'],
  },
  { title: 'no instance view, model disabled', vm: { model: { enabled: false }, instanceView: false }, os: 'unknown' },
  { title: 'model enabled without a secret', vm: { model: { enabled: true }, instanceView: false }, os: 'unknown' },
  { title: 'no OS disk in the model', vm: { osDisk: null, data: [stamped] }, os: 'unknown', data: ['unknown'] },
  {
    title: 'no OS disk in the model, dual pass: a stamped data disk is no OS disk',
    vm: { osDisk: null, data: [{ stamp: 'encrypted' }], extension: dual },
    os: 'unknown',
    data: ['unknown'],
  },
]

const row3: readonly Case[] = [
  { title: 'no ADE', vm: { data: [{}] }, os: 'not-encrypted', data: ['not-encrypted'] },
  { title: 'no ADE but a stamp', vm: { osDisk: { stamp: 'encrypted' } }, os: 'encrypted-unverified' },
  {
    title: 'no ADE but a stamp on one data disk',
    vm: { data: [{ stamp: 'Encrypted' }, cleared] },
    os: 'not-encrypted',
    data: ['encrypted-unverified', 'not-encrypted'],
  },
]

function reported(word: string, vm: VmOptions = {}): VmOptions {
  return { osDisk: stamped, ...vm, extension: { report: both(word), ...vm.extension } }
}

const rows4to6: readonly Case[] = [
  {
    title: 'restart pending is a word of the OS volume alone',
    vm: reported('VMRestartPending', { data: [stamped, cleared] }),
    os: 'restart-pending',
    data: ['encrypted-unverified', 'not-encrypted'],
  },
  {
    title: 'in progress',
    vm: reported('EncryptionInProgress', { data: [stamped] }),
    os: 'encrypting',
    data: ['encrypting'],
  },
  {
    title: 'in progress before any stamp',
    vm: reported('encryptioninprogress', { osDisk: {}, data: [{}] }),
    os: 'encrypting',
    data: ['encrypting'],
  },
  {
    title: 'in progress, several stamped data disks: none was added later',
    vm: reported('EncryptionInProgress', { data: [stamped, stamped] }),
    os: 'encrypting',
    data: ['encrypting', 'encrypting'],
  },
  {
    title: 'restart pending after a failure: failed comes first',
    vm: reported('VMRestartPending', { extension: failed }),
    os: 'failed',
  },
  {
    title: 'an OS disk without a stamp is no disk added later: in progress',
    vm: reported('EncryptionInProgress', { osDisk: {}, data: [stamped] }),
    os: 'encrypting',
    data: ['encrypting'],
  },
  {
    title: 'in progress, a data disk added later',
    vm: reported('EncryptionInProgress', { data: [stamped, cleared] }),
    os: 'encrypting',
    data: ['encrypting', 'not-encrypted'],
  },
  {
    title: 'in progress, dual pass: no disk is added later',
    vm: reported('EncryptionInProgress', { osDisk: {}, model: dualModel, data: [stamped, cleared], extension: dual }),
    os: 'encrypting',
    data: ['encrypting', 'encrypting'],
  },
  {
    title: 'decrypting, with and without a stamp',
    vm: reported('DecryptionInProgress', { osDisk: cleared, data: [stamped, cleared] }),
    os: 'decrypting',
    data: ['decrypting', 'decrypting'],
  },
]

const rows7to8: readonly Case[] = [
  { title: 'encrypted', vm: reported('ENCRYPTED', { data: [stamped] }), os: 'encrypted', data: ['encrypted'] },
  {
    title: 'encrypted without any stamp',
    vm: reported('Encrypted', { osDisk: cleared, data: [{}, cleared] }),
    os: 'conflict',
    data: ['conflict', 'conflict'],
  },
  {
    title: 'an OS disk without a stamp is no disk added later: encrypted',
    vm: reported('Encrypted', { osDisk: cleared, data: [stamped] }),
    os: 'conflict',
    data: ['encrypted'],
  },
  {
    title: 'encrypted, a data disk added later',
    vm: reported('Encrypted', { data: [stamped, {}] }),
    os: 'encrypted',
    data: ['encrypted', 'not-encrypted'],
  },
  {
    title: 'a stamped OS disk does not make a data disk an added one',
    vm: reported('Encrypted', { data: [{}] }),
    os: 'encrypted',
    data: ['conflict'],
  },
  {
    title: 'confidential VM',
    vm: reported('Encrypted', { osDisk: {}, data: [{}, stamped], securityType: 'confidentialvm' }),
    os: 'encrypted-unverified',
    data: ['encrypted-unverified', 'encrypted'],
  },
  {
    title: 'dual-pass data, but not a dual-pass OS disk',
    vm: reported('Encrypted', { osDisk: {}, data: [cleared], extension: dual }),
    os: 'conflict',
    data: ['encrypted-unverified'],
  },
  {
    title: 'dual pass with model and report',
    vm: reported('Encrypted', { osDisk: {}, model: dualModel, data: [stamped], extension: dual }),
    os: 'encrypted',
    data: ['encrypted'],
  },
]

const rows9to11: readonly Case[] = [
  {
    title: 'reported plain',
    vm: reported('NotEncrypted', { data: [stamped, cleared, {}] }),
    os: 'conflict',
    data: ['conflict', 'not-encrypted', 'not-encrypted'],
  },
  {
    title: 'not mounted is a word of data volumes alone',
    vm: reported('NotMounted', { data: [stamped, cleared] }),
    os: 'encrypted-unverified',
    data: ['not-mounted', 'not-mounted'],
  },
  {
    title: 'no report',
    vm: { osDisk: stamped, data: [cleared], extension: {} },
    os: 'encrypted-unverified',
    data: ['not-encrypted'],
  },
  { title: 'no report, no view of the disk', vm: { osDisk: { view: false }, extension: {} }, os: 'not-encrypted' },
  {
    title: 'unknown word',
    vm: reported('Unknown', { data: [stamped] }),
    os: 'encrypted-unverified',
    data: ['encrypted-unverified'],
  },
  { title: 'no JSON', vm: { osDisk: stamped, extension: { report: 'Traceback' } }, os: 'encrypted-unverified' },
  { title: 'JSON array', vm: { osDisk: stamped, extension: { report: '["Encrypted"]' } }, os: 'encrypted-unverified' },
  {
    title: 'first sub-status that is an object',
    vm: {
      osDisk: stamped,
      extension: {
        substatuses: [{ message: 'x' }, { message: '{"os":"Encrypted"}' }, { message: '{"os":"NotEncrypted"}' }],
      },
    },
    os: 'encrypted',
  },
  {
    title: 'an array is no object',
    vm: { osDisk: stamped, extension: { substatuses: [{ message: '[]' }, { message: '{"os":"Encrypted"}' }] } },
    os: 'encrypted',
  },
]

const dualWindowsData: readonly Case[] = [
  {
    title: 'request succeeded',
    vm: { ...dualWindows, data: [{}], extension: windowsExtension },
    os: 'encrypted-unverified',
    data: ['encrypted-unverified'],
  },
  {
    title: 'other stamp code counts as absent',
    vm: { ...dualWindows, data: [{ stamp: 'Strange' }], extension: windowsExtension },
    os: 'encrypted-unverified',
    data: ['encrypted-unverified'],
  },
  {
    title: 'stamp not encrypted',
    vm: { ...dualWindows, data: [cleared], extension: windowsExtension },
    os: 'encrypted-unverified',
    data: ['not-encrypted'],
  },
  ...[
    { volumeType: 'OS' },
    { operation: 'DisableEncryption' },
    { operation: 'EnableEncryptionFormatAll' },
    { operation: null },
    { provisioningState: 'Updating' },
    { resource: false },
  ].map((change) => ({
    title: `request does not carry it: ${JSON.stringify(change)}`,
    vm: { ...dualWindows, data: [{}], extension: { ...windowsExtension, ...change } },
    os: 'encrypted-unverified',
    data: ['not-encrypted'],
  })),
  {
    title: 'not in single pass',
    vm: { os: 'Windows', osDisk: stamped, data: [{}], extension: { ...windowsExtension, version: '2.2' } },
    os: 'encrypted-unverified',
    data: ['not-encrypted'],
  },
  {
    title: 'not on Linux',
    vm: { model: dualModel, data: [{}], extension: { ...dual, volumeType: 'All' } },
    os: 'encrypted-unverified',
    data: ['not-encrypted'],
  },
  {
    title: 'a failed status is no success, for any provisioning state in ARM',
    vm: { ...dualWindows, data: [{}], extension: { ...windowsExtension, status: { level: 'Error' } } },
    os: 'failed',
    data: ['failed'],
  },
]

describe.each([
  { name: 'row 1', cases: row1 },
  { name: 'row 3', cases: row3 },
  { name: 'rows 4 to 6', cases: rows4to6 },
  { name: 'rows 7 and 8', cases: rows7to8 },
  { name: 'rows 9 to 11', cases: rows9to11 },
  { name: 'row 11, dual-pass Windows data', cases: dualWindowsData },
])('$name', ({ cases }) => {
  it.each(cases)('$title', ({ vm, os, data = [] }) => {
    const verdict = judged(vm)
    const states = verdict.volumes.filter((volume) => volume.role === 'data').map((volume) => volume.state)
    expect({ os: verdict.os.state, data: states }).toEqual({ os, data })
  })
})

/** Each row checks every value that it names, even values that the readers of facts would exclude. */
describe('a volume with contradictory evidence', () => {
  const os: VolumeCase = {
    role: 'os',
    pass: 'single',
    stamp: 'absent',
    word: null,
    wasRead: true,
    failedToEnable: false,
    confidentialVm: false,
    addedLater: false,
    dataRequestSucceeded: false,
  }

  it.each<[string, Partial<VolumeCase>, string]>([
    ['unread: only the model of dual pass speaks', { wasRead: false, stamp: 'encrypted' }, 'unknown'],
    ['unread data disk of dual pass', { wasRead: false, stamp: 'encrypted', pass: 'dual', role: 'data' }, 'unknown'],
    ['a report without ADE', { pass: 'none', word: 'EncryptionInProgress' }, 'not-encrypted'],
    ['a data volume does not restart', { role: 'data', word: 'VMRestartPending' }, 'not-encrypted'],
    ['an OS volume is mounted', { word: 'NotMounted' }, 'not-encrypted'],
  ])('%s', (_, said, state) => {
    expect(stateOfVolume({ ...os, ...said })).toBe(state)
  })
})
