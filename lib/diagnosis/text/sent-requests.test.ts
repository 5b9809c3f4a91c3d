import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { samples } from '@/lib/messages/testing/samples'
import type { StepKind } from '../steps/kinds'
import { harmsRunningWork } from '../steps/rest'
import { failedWith } from '../testing/case-parts'
import { explainAny } from './explain-any'
import { showsSentRequest } from './sent-requests'

const report = { os: 'NotEncrypted', data: 'NotMounted' }
const failed: VmOptions = { extension: { ...failedWith(19, samples['linux-os-target-busy']), report } }
const xfs: VmOptions = { data: [stamped], extension: { ...failedWith(19, samples['linux-data-failed-xfs']), report } }
const due: VmOptions = {
  osDisk: stamped,
  extension: { status: { message: samples['linux-os-please-reboot'] }, report: { os: 'VMRestartPending' } },
}
const json = (options: VmOptions): string => JSON.stringify(vmBody(options))

function harmful(text: string): readonly StepKind[] {
  const found = explainAny(text)
  if (found.kind !== 'text' && found.kind !== 'vm') throw new Error(found.kind)
  const { problems, steps } = found.kind === 'text' ? found.text : found.troubleshooting
  return [
    ...problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)),
    ...steps.map(({ kind }) => kind),
  ].filter((kind) => harmsRunningWork(kind) || kind === 'restart-vm')
}

const sent = [
  'We just ran az vm encryption disable on this VM, waiting for it to come back.',
  'I executed Disable-AzVMDiskEncryption an hour ago',
  '$ az vm encryption disable -g rg1 -n vm1 --volume-type data',
  'az vm encryption disable -g rg1 -n vm1 --volume-type DATA',
  'PS> Disable-AzVMDiskEncryption -ResourceGroupName rg1 -VMName vm1 -VolumeType Data',
  'PS C:\\> Set-AzVMDiskEncryptionExtension -ResourceGroupName rg1 `\n  -VMName vm1',
  'kenji@shell:~$ az vm encryption enable -g rg1 -n vm1 \\\n  --disk-encryption-keyvault kv1',
  'Disable-AzVMDiskEncryption was started at 9:00 on vm1.',
  'az vm encryption disable を実行しました。',
]

describe('a request that was sent, without its end', () => {
  it.each(sent)('holds back what harms running work: %s', (words) => {
    for (const answer of [json(failed), json(xfs), json(due), samples['linux-os-please-reboot']]) {
      expect(harmful(answer).length).toBeGreaterThan(0)
      expect(harmful(`${answer}\n\n${words}`)).toEqual([])
    }
  })

  it.each([
    'Run az vm encryption disable to decrypt the data disks.',
    'Should we run Disable-AzVMDiskEncryption?',
    'We have not run az vm encryption disable.',
    'We want to run az vm encryption disable next week.',
    'We ran az vm encryption disable yesterday, and it failed.',
    'I ran Disable-AzVMDiskEncryption and it finished.',
    'We ran az vm encryption enable and got this error:',
    '$ az vm encryption enable -g rg1 -n vm1 --disk-encryption-keyvault kv1\n(BadRequest) The request is refused.',
    'What does az vm encryption disable do?',
    'az vm encryption disable を実行して失敗しました。',
  ])('is not in: %s', (words) => {
    expect(showsSentRequest(words)).toBe(false)
  })
})
