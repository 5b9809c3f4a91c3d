import { describe, expect, it } from 'vitest'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { explain } from '@/lib/diagnosis/explain'
import { judge } from './judge'
import { noteMissingRecordings, recordedBody, recordedStates, recordingsPresent } from './testing/recordings'

interface Place {
  readonly file: string
  readonly interaction: number
}

interface Truth extends Place {
  readonly pass: string
  readonly state: string
  readonly os: { readonly state: string }
  readonly data: { readonly state: string }
  readonly volumes: readonly object[]
}

interface Expected extends Place {
  readonly 'az_vm_encryption_show_2.74.0'?: { readonly result: string; readonly output?: object }
  readonly 'Get-AzVMDiskEncryptionStatus'?: {
    readonly mode?: string
    readonly OsVolumeEncryptionSettings?: unknown
    readonly note?: string
  }
}

const truths = recordedStates<Truth>('TRUTH.json')
const expectations = recordedStates<Expected>('EXPECTED.json').filter(
  (state) => state['az_vm_encryption_show_2.74.0'] !== undefined,
)
const azOutcome: Readonly<Record<string, string>> = { 'nothing printed': 'nothing', printed: 'printed', error: 'error' }

noteMissingRecordings('verdicts and other tools on recorded VMs')

describe.runIf(recordingsPresent)('recorded VMs', () => {
  it('are all present', () => {
    expect(truths).toHaveLength(26)
    expect(expectations).toHaveLength(26)
  })

  it.each(truths)('$file $interaction: $state', (truth) => {
    const verdict = judge(readVmFacts(recordedBody(truth.file, truth.interaction)))
    const { pass, state, os, data, volumes } = verdict
    expect({ pass, state, os: { state: os.state }, data: { state: data.state }, volumes }).toEqual({
      pass: truth.pass,
      state: truth.state,
      os: truth.os,
      data: truth.data,
      volumes: truth.volumes,
    })
  })

  it.each(expectations)('$file $interaction: other tools', (expected) => {
    const { otherTools } = judge(readVmFacts(recordedBody(expected.file, expected.interaction)))
    expect(otherTools.azCli.outcome).toBe(azOutcome[expected['az_vm_encryption_show_2.74.0']?.result ?? ''])
    const shown = expected['Get-AzVMDiskEncryptionStatus']
    if (shown?.mode === undefined) {
      expect(otherTools.powershell).toBeNull()
      return
    }
    const settings = shown.OsVolumeEncryptionSettings === true ? 'enabled' : shown.OsVolumeEncryptionSettings
    expect({ note: shown.note, ...otherTools.powershell }).toEqual({ ...shown, OsVolumeEncryptionSettings: settings })
  })

  const printed = expectations.filter((expected) => expected['az_vm_encryption_show_2.74.0']?.output !== undefined)

  it.each(printed)('$file $interaction: the pasted output of az gives the same verdict', (expected) => {
    const paste = explain(JSON.stringify(expected['az_vm_encryption_show_2.74.0']?.output))
    const truth = truths.find(({ file, interaction }) => file === expected.file && interaction === expected.interaction)
    expect(paste.ok && { pass: paste.value.pass, state: paste.value.state, volumes: paste.value.volumes }).toEqual({
      pass: truth?.pass,
      state: truth?.state,
      volumes: truth?.volumes,
    })
  })
})
