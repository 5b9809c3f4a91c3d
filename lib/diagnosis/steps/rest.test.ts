import { describe, expect, it } from 'vitest'
import { stamped } from '@/lib/encryption/testing/judged'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { catalogueIds } from '@/lib/messages/ids'
import { samples } from '@/lib/messages/testing/samples'
import { causes } from '../causes'
import { problemKinds } from '../kinds'
import { failedWith } from '../testing/case-parts'
import { explainAny } from '../text/explain-any'
import { steps } from '.'
import { restChecks } from './boot-check'
import { stepKinds, type StepKind } from './kinds'
import { afterRestCheck, harmsRunningWork } from './rest'
import { ownStepsWantRest } from './own-steps'

/** Of a VM that hangs at boot another check stands in the remedy itself: there is nothing to wait for. */
const isCheck = (kind: StepKind): boolean => restChecks.includes(kind)

/** The steps before which nothing is checked, of lists of steps. */
const unchecked = (lists: readonly (readonly StepKind[])[]): readonly StepKind[] =>
  lists.flatMap((kinds) => {
    const at = kinds.findIndex(isCheck)
    return (at === -1 ? kinds : kinds.slice(0, at)).filter(harmsRunningWork)
  })

function listsIn(text: string): readonly (readonly StepKind[])[] {
  const read = explainAny(text)
  if (read.kind === 'none') return []
  const found =
    read.kind === 'text'
      ? [read.text]
      : read.kind === 'vm'
        ? [read.troubleshooting]
        : read.vms.map(({ troubleshooting }) => troubleshooting)
  return found.flatMap(({ problems }) => problems.flatMap((problem) => problem.causes.map((cause) => cause.steps)))
}

/** What stops, restarts, detaches, deletes, formats, disables, removes or requests, in the words of a title or a step. */
const changes =
  /^(?:restart|stop|resize|restore|request|enable (?:again|for)|encrypt|format|decrypt|remove the (?:\w+ )?extension|migrate to single|detach|unmount|release|free|install|write the key)/i
/** The same inside a sentence that does not forbid it. */
const advises =
  /(?<!(?:not|no|never|until you|while it runs, do not|the extension|wait and) (?:restart or )?)\b(?:restart the VM(?! (?:manually|while|before))|stop \(deallocate\)|resize the VM(?! now)|restore the snapshot|enable again|send enable|remove the extension|you can remove|send the request again|send disable|repeat the (?!request yet|remaining)\w+|plan (?:one|a) stop)/i
/** Steps elsewhere than in the VM, or where no work can run. */
const elsewhere: readonly StepKind[] = ['rebuild-linux-vm', 'start-vm', 'remove-lock', 'remove-platform-deny']

describe('a step that harms running work', () => {
  it('is each step whose title stops, restarts, detaches, deletes, formats, disables, removes or requests', async () => {
    const { steps: words } = await loadRemedies('en')
    const missed = stepKinds.filter(
      (kind) =>
        steps[kind].phase === 'do' &&
        changes.test(words[kind].title) &&
        !elsewhere.includes(kind) &&
        !harmsRunningWork(kind),
    )
    expect(missed).toEqual([])
    expect(stepKinds.filter(harmsRunningWork).length).toBeGreaterThan(40)
  })

  it('comes behind a check in each remedy of each problem, once, and nothing else is lost', () => {
    for (const problem of problemKinds)
      for (const { cause, steps: remedy } of causes[problem]) {
        const checked = afterRestCheck(remedy)
        expect(unchecked([checked]), `${problem} ${cause}`).toEqual([])
        expect(checked.filter(isCheck).length).toBe(remedy.some(harmsRunningWork) ? 1 : 0)
        const kept = checked.filter((step) => step !== 'check-nothing-runs')
        expect(kept).toEqual(remedy.filter((step) => step !== 'show-encryption' || kept.includes(step)))
      }
  })
})

describe('a pasted text', () => {
  it.each(catalogueIds)('%s advises no such step without the check', (kind) => {
    expect(unchecked(listsIn(samples[kind]))).toEqual([])
    expect(unchecked(listsIn(`${samples['linux-os-please-reboot']}\n\n${samples[kind]}`))).toEqual([])
  })

  it('advises the check in the own steps of each message that advise such a step', async () => {
    const guidance = await loadGuidance('en')
    const missed = catalogueIds.filter(
      (kind) => guidance[kind].next.some((step) => advises.test(step)) && !ownStepsWantRest(kind),
    )
    expect(missed).toEqual([])
  })

  it('of a block of the cmdlet does not show the present state', () => {
    const block = (message: string) =>
      `OsVolumeEncrypted : VMRestartPending\nDataVolumesEncrypted : NotMounted\nProgressMessage : ${message}`
    const lists = listsIn(block(samples['linux-os-please-reboot']))
    expect(lists.flat()).toContain('restart-vm')
    expect(unchecked(lists)).toEqual([])
  })
})

describe('a pasted VM', () => {
  const lists = (extension: NonNullable<VmOptions['extension']>, beside = '', os: 'Linux' | 'Windows' = 'Linux') =>
    listsIn(`${JSON.stringify(vmBody({ os, osDisk: stamped, extension }))}${beside}`)
  const busy = failedWith(19, samples['linux-os-target-busy'])
  const report = { os: 'NotEncrypted', data: 'NotMounted' } as const

  it.each([
    // It can be older than what the VM does now.
    ['a report that no volume is worked on', lists({ ...busy, report })],
    ['no report', lists(busy)],
    ['a step that ends no job', lists({ status: { message: samples['linux-data-succeeded'] }, report })],
    ['a text beside it', lists({ ...busy, report }, `\n\n${samples['linux-bek-not-attached']}`)],
    ['Windows', lists(failedWith(1, samples['win-bitlocker-config-failed']), '', 'Windows')],
  ])('with %s needs the check', (_, found) => {
    expect(found.flat().some(harmsRunningWork)).toBe(true)
    expect(unchecked(found)).toEqual([])
  })
})
