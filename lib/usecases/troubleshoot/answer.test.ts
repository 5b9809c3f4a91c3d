import { describe, expect, it } from 'vitest'
import { troubleshootSchema } from '@/lib/contract/troubleshoot'
import { setting } from '@/lib/diagnosis/readiness/testing/settings'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { known, valueOrNull } from '@/lib/shared/known'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { troubleshootAnswer } from './answer'
import { wantedVolumesOf } from '@/lib/diagnosis/readiness/wanted-volumes'

const around = setting({}).related
if (around === null) throw new Error('related resources')

function answerTo(body: object, more: { log?: string; related?: Partial<RelatedResources> } = {}) {
  const related = { ...around!, ...more.related }
  return troubleshootAnswer({
    id: '/vm',
    text: JSON.stringify(body),
    judgement: judgeWithAudit(readVmFacts(body), valueOrNull(related.attestation), '2026-11-24T12:00:00Z'),
    related,
    log: more.log ?? null,
    known: {
      workProgress: {
        at: '2026-11-24T12:00:00Z',
        history: null,
        work: null,
        failure: 'off',
        requested: null,
        documented: null,
      },
      flags: [],
    },
    readAt: new Date('2026-11-24T12:00:00Z'),
    armRequests: 1,
  })
}

const failing = (message: string) =>
  vmBody({ extension: { status: { code: 'ProvisioningState/failed/1', level: 'Error', message } } })

describe('the troubleshooting answer', () => {
  it('conforms to the contract', () => {
    expect(troubleshootSchema.safeParse(answerTo(vmBody())).error).toBeUndefined()
    expect(troubleshootSchema.safeParse(answerTo({})).error).toBeUndefined()
  })

  it('has a report for an unrecognised message, and for no other', () => {
    expect(answerTo(failing('Quite unknown on web: frobnication failed')).report).toContain('frobnication')
    expect(answerTo(vmBody()).report).toBeNull()
  })

  it('shows the next steps of a line of the log where they fit, once for each kind', () => {
    const failed = 'Failed to enable the extension with error: BEK disk is missing or not initialized.'
    const lock = 'E: Could not get lock /var/lib/dpkg/lock-frontend - open (11: Resource temporarily unavailable)'
    const log = [failed, lock, failed].map((text) => `[AzureDiskEncryption] 7: [Error] ${text}`).join('\n')
    const shows = (body: object) => answerTo(body, { log }).inside?.lines.map(({ showsNext }) => showsNext)
    expect(shows(failing(failed))).toEqual([false, true, true])
    const copying = vmBody({ osDisk: stamped, extension: { status: { message: 'OS disk encryption started' } } })
    expect(shows(copying)?.at(-1)).toBe(false)
  })

  it('offers no step inside the VM while its OS disk is copied, and every one afterwards', () => {
    const says = (message: string) => vmBody({ osDisk: stamped, extension: { status: { message } } })
    const during = answerTo(says('OS disk encryption started'))
    const observations = (answer: typeof during) => answer.prerequisites.filter(({ step }) => step !== null)
    expect(observations(during)).toEqual([])
    expect(during.steps.filter(({ right }) => right === 'guest-administrator')).toEqual([])
    const after = observations(answerTo(says('Encryption succeeded for all volumes')))
    expect(after).toHaveLength(15)
    // The three checks of Windows have no command for this VM.
    expect(after.map(({ step }) => step)).not.toContain('see-bitlocker-policy')
  })

  it('prefers a pasted log to the one that Azure kept', () => {
    const line = (state: string): string => `[AzureDiskEncryption] 2026/11/24 10:00:00 MACHINE STATE: ${state}`
    const related = { bootLog: known(line('prereq')) }
    expect(answerTo(vmBody(), { related }).inside).toMatchObject({ source: 'boot-diagnostics', steps: ['prereq'] })
    expect(answerTo(vmBody(), { related, log: line('stripdown') }).inside).toMatchObject({
      source: 'pasted',
      steps: ['stripdown'],
    })
  })

  it.each([
    ['OS', 'os'],
    ['Data', 'data'],
    ['all', 'all'],
    [2, 'all'],
    ['constructor', 'all'],
  ])('derives the volumes of the last request: %s', (volumeType, wanted) => {
    expect(wantedVolumesOf(readVmFacts(vmBody({ extension: { volumeType } })))).toBe(wanted)
  })
})
