import { describe, expect, it } from 'vitest'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { languages } from '@/lib/i18n/languages'
import { samples } from '@/lib/messages/testing/samples'
import { answerForPeople } from './explain-as-text'

const copying: VmOptions = {
  extension: {
    status: { code: 'ProvisioningState/transitioning', message: samples['linux-os-encryption-started'] },
    report: { os: 'EncryptionInProgress', data: 'NotMounted' },
  },
}
const decrypting: VmOptions = {
  data: [{ stamp: 'encrypted', settings: true }],
  extension: {
    operation: 'DisableEncryption',
    status: { code: 'ProvisioningState/transitioning', message: samples['linux-decryption-started'] },
    report: { os: 'NotEncrypted', data: 'DecryptionInProgress' },
  },
}
const failed: VmOptions = {
  extension: {
    status: { code: 'ProvisioningState/failed', level: 'Error', message: samples['linux-os-unmount-exhausted'] },
    report: { os: 'NotEncrypted', data: 'NotMounted' },
  },
}
const bodyOf = (options: VmOptions, power: string): string => JSON.stringify(vmBody({ ...options, power }), null, 1)

function problemsOf(text: string) {
  const read = explainAny(text)
  if (read.kind !== 'vm') throw new Error(`taken for ${read.kind}`)
  return read.troubleshooting.problems
}

describe.each(['stopping', 'deallocating'])('a VM that is %s', (power) => {
  it.each([
    ['encrypted', copying, 'os-encryption-silent-phase'],
    ['decrypted', decrypting, 'decryption-running'],
  ])(
    'while a volume is %s has its work cut: the end of the stop, a snapshot, then a start',
    (_name, options, claim) => {
      expect(problemsOf(bodyOf(options, 'running')).map(({ kind }) => kind)).toContain(claim)
      const problems = problemsOf(bodyOf(options, power))
      expect(problems.map(({ kind }) => kind)).not.toContain(claim)
      const [cause] = problems.find(({ kind }) => kind === 'vm-stopping')?.causes ?? []
      expect(cause?.steps).toEqual([
        'show-power-state',
        'wait-for-operation',
        'snapshot-disks',
        'start-vm',
        'read-status-again',
      ])
      const others = problems.flatMap(({ causes }) => causes.flatMap(({ steps }) => steps))
      expect(others.filter((kind) => kind.startsWith('wait-for-') && kind !== 'wait-for-operation')).toEqual([])
    },
  )

  it.each(languages)('holds back the own steps of a message as those of its problems (%s)', async (language) => {
    const guidance = await loadGuidance(language)
    for (const [options, kind] of [
      [failed, 'linux-os-unmount-exhausted'],
      [copying, 'linux-os-encryption-started'],
    ] as const) {
      const [own = ''] = guidance[kind].next
      expect((await answerForPeople(bodyOf(options, 'running'), language)).output).toContain(own)
      expect((await answerForPeople(bodyOf(options, power), language)).output).not.toContain(own)
    }
  })
})
