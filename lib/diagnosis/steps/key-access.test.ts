import { expect, it } from 'vitest'
import { judge } from '@/lib/encryption/judge'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { readingOf } from '../reading'
import { prerequisite } from '../testing/case-parts'
import { offered } from './offered'
import { situationOf } from './situation'

it('nothing stops a VM whose key is unavailable, unless an earlier step repairs just that', () => {
  const facts = readVmFacts(vmBody({ osDisk: stamped, extension: { report: { os: 'Encrypted', data: 'NotMounted' } } }))
  const verdict = judge(facts)
  const repairs = [
    ['vault-enabled', 'enable-vault-for-disks', 'recover-secret'],
    ['vault-firewall', 'let-platform-into-vault', 'enable-vault-for-disks'],
    ['key-version', 'enable-key-version', 'recover-secret'],
    ['secret-present', 'recover-secret', 'enable-key-version'],
  ] as const
  for (const [kind, repair, other] of repairs) {
    const situation = situationOf(readingOf(facts, verdict, new Map([[kind, prerequisite(kind, 'fail')]])))
    expect(offered(['deallocate-and-start'], situation)).toEqual(['other-problem-first'])
    expect(offered([repair, 'deallocate-and-start'], situation)).toContain('deallocate-and-start')
    // A repair of something else leaves the key where it is.
    expect(offered([other, 'deallocate-and-start'], situation)).not.toContain('deallocate-and-start')
  }
  const fine = situationOf(readingOf(facts, verdict))
  expect(offered(['deallocate-and-start'], fine)).toEqual(['deallocate-and-start'])
})
