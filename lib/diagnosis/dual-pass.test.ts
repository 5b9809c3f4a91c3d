import { describe, expect, it } from 'vitest'
import { keySettings, vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import { commandText } from './commands/build'
import type { StepKind } from './steps/kinds'
import { explainAny } from './text/explain-any'

const dual = { version: '0.1', viewVersion: '0.1.0.1', report: { os: 'NotEncrypted', data: 'NotEncrypted' } }
const failedStatus = (message: string) => ({
  status: { code: 'ProvisioningState/failed', level: 'Error', message },
})
const plain: VmOptions = { data: [{}], extension: { ...dual, status: { message: 'x' } } }
const busy: VmOptions = { data: [{}], extension: { ...dual, ...failedStatus(samples['linux-os-unmount-exhausted']) } }
const encrypted: VmOptions = {
  osDisk: { stamp: 'encrypted', settings: true },
  model: keySettings(true),
  extension: { ...dual, report: { os: 'Encrypted', data: 'NotMounted' } },
}

function shown(options: VmOptions) {
  const read = explainAny(JSON.stringify(vmBody(options)))
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  return read.troubleshooting
}
const stepsOf = (options: VmOptions, problem?: string): readonly StepKind[] =>
  shown(options)
    .problems.filter(({ kind }) => problem === undefined || kind === problem)
    .flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))

describe('a VM of dual pass', () => {
  it('is migrated where a volume is encrypted', () => {
    expect(stepsOf(encrypted)).toContain('migrate-to-single-pass')
    expect(stepsOf(encrypted)).not.toContain('enable-single-pass')
  })

  it('gets a new request of single pass where none is', () => {
    expect(stepsOf(plain)).not.toContain('migrate-to-single-pass')
    const found = stepsOf(plain, 'dual-pass-in-use')
    expect(found.indexOf('snapshot-disks')).toBeLessThan(found.indexOf('remove-dual-pass-extension'))
    expect(found.indexOf('remove-dual-pass-extension')).toBeLessThan(found.indexOf('enable-single-pass'))
  })

  it('is not led to single pass while another problem asks for a request with its application', () => {
    expect(stepsOf(busy)).toContain('enable-again')
    expect(stepsOf(busy, 'dual-pass-in-use')).toEqual([
      'show-this-extension',
      'other-problem-first',
      'read-status-again',
    ])
    expect(stepsOf(busy)).not.toContain('migrate-to-single-pass')
  })

  it('gets its certificate in a request, and is not asked for a secret', () => {
    const body = JSON.stringify(vmBody(busy)).replace(
      '"EncryptionOperation"',
      '"AADClientID":"app","AADClientCertThumbprint":"ABCDEF0123","EncryptionOperation"',
    )
    const read = explainAny(body)
    if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
    const step = read.troubleshooting.steps.find(({ kind }) => kind === 'enable-again')
    const text = commandText(step?.commands.powershell ?? [])
    expect(text).toContain('-AadClientID app -AadClientCertThumbprint ABCDEF0123')
    expect(text).not.toContain('Secret')
  })
})
