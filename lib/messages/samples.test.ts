import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue'
import type { ReportedStatus } from './entry'
import { catalogueIds } from './ids'
import { matchStatusMessage, matchText } from './match'
import { samples } from './testing/samples'

const codes = {
  success: { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded' },
  transitioning: { code: 'ProvisioningState/transitioning', level: 'Info', displayStatus: 'Transitioning' },
  error: { code: 'ProvisioningState/failed/19', level: 'Error', displayStatus: 'Provisioning failed' },
} satisfies Record<ReportedStatus, object>
const nothing = { code: null, level: null, displayStatus: null }

const ofTarget = (target: string, facet = 'main') =>
  catalogueIds.filter((id) => catalogue[id].target === target && catalogue[id].facet === facet)

describe('every text', () => {
  it('has a sample', () => {
    expect(new Set(catalogueIds).size).toBe(catalogueIds.length)
    expect(Object.keys(samples).toSorted()).toEqual(catalogueIds.toSorted())
  })

  it.each(catalogueIds)('%s is recognised in its place', (id) => {
    const { target, facet, os, pass, origin, phase, status } = catalogue[id]
    for (const word of status ?? [null]) {
      const match = matchText(target, samples[id], { facet, os, pass, origin, phase, status: word })
      expect(match).toMatchObject({ kind: id, phase })
    }
  })
})

describe('a status', () => {
  it.each(ofTarget('status-message'))('%s is recognised by system, pass and code alone', (id) => {
    const { os, pass, status, phase } = catalogue[id]
    for (const word of status ?? [null]) {
      const match = matchStatusMessage({
        message: samples[id],
        ...(word === null ? nothing : codes[word]),
        osType: os === 'windows' ? 'Windows' : 'Linux',
        pass: pass ?? 'single',
      })
      expect(match).toMatchObject({ kind: id, phase })
    }
  })

  it.each(ofTarget('status-message', 'machine-state'))('%s names the step beside the failure', (id) => {
    const match = matchStatusMessage({ message: samples[id], ...codes.error, osType: 'Linux', pass: 'single' })
    expect(match.machineStateKind).toBe(id)
    expect(match.kind).toBe('linux-os-not-completed')
    expect(match.extracted.machineState).toBe(catalogue[id].machineState)
  })
})

describe('a sub-status', () => {
  it.each(catalogueIds.filter((id) => catalogue[id].target === 'substatus-message'))('%s is recognised', (id) => {
    const { facet } = catalogue[id]
    expect(matchText('substatus-message', samples[id], { facet }).kind).toBe(id)
  })
})
