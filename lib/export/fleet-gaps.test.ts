import { describe, expect, it } from 'vitest'
import { fileTexts } from '@/lib/cli/reports/texts'
import { printable } from '@/lib/cli/reports/printable'
import { languages } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { countStates } from '@/lib/views/fleet-counts'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { namesOf } from '@/lib/views/fleet-view'
import { fleetRow } from '@/lib/views/testing/fleet-rows'
import { aboutFile, fleetFile, type FleetFile } from './fleet-file'
import { reportHtml } from './report-html'
import type { ExportFormat } from './formats'

const now = Date.parse('2026-11-24T10:30:00Z')
const subscriptions = [
  { id: 'sub-a', name: 'Production EU', vms: 1, error: null },
  ...[1, 2, 3, 4, 5, 6, 7].map((index) => ({ id: `sub-${index}`, name: `Locked ${index}`, vms: null, error: null })),
]
const gapOf = (scope: string, kind: 'subscription' | 'vm', azureCode: string): FleetModel['gaps'][number] => ({
  scope,
  kind,
  code: kind === 'vm' ? 'arm-timed-out' : 'arm-denied',
  azureCodes: [azureCode],
  azureVersions: [],
})
const fleet: FleetModel = {
  ...emptyFleet,
  entries: [{ ...fleetRow('vm-1'), kept: null }],
  subscriptions,
  gaps: [
    ...subscriptions.slice(1).map(({ id }) => gapOf(id, 'subscription', 'AuthorizationFailed')),
    gapOf('/subscriptions/sub-a/vms/vm-slow', 'vm', 'GatewayTimeout'),
  ],
  settledAt: '2026-11-24T10:29:00Z',
}

function fileOf(model: FleetModel, language: 'en' | 'ja'): FleetFile {
  const reading = { fleet: model, isReading: false, isOffline: false, problem: null }
  const about = aboutFile(reading, model.entries, { counts: countStates(model.entries), filter: '' }, now)
  return { entries: model.entries, about, texts: fileTexts(language, namesOf(model.subscriptions)) }
}

const text = (pieces: Iterable<string | Uint8Array>): string =>
  [...pieces].map((piece) => (typeof piece === 'string' ? piece : '')).join('')
const saved = (format: ExportFormat, model: FleetModel, language: 'en' | 'ja') =>
  text(fleetFile(format, fileOf(model, language)))

describe('what a file says of the parts that were not read', () => {
  it.each(languages)('is every subscription by its name, the cause, and Azure’s own code (%s)', async (language) => {
    const { arm, timeout } = {
      arm: messages[language].errors['arm-denied'].cause,
      timeout: messages[language].errors['arm-timed-out'].cause,
    }
    const page = text(reportHtml(await printable(language, fileOf(fleet, language), 'reader')))
    for (const content of [saved('csv', fleet, language), page]) {
      for (const { name } of subscriptions.slice(1)) expect(content).toContain(name)
      for (const cause of [arm, timeout]) expect(content).toContain(cause)
      for (const part of ['AuthorizationFailed', 'GatewayTimeout', 'vm-slow']) expect(content).toContain(part)
    }
  })

  it('is in the head of JSON Lines as codes', () => {
    const [head = ''] = saved('jsonl', fleet, 'en').split('\n')
    expect(JSON.parse(head)).toMatchObject({
      schema: 2,
      gaps: [
        {
          code: 'arm-denied',
          azureCodes: ['AuthorizationFailed'],
          subscriptions: subscriptions.slice(1).map(({ name }) => name),
        },
        { code: 'arm-timed-out', azureCodes: ['GatewayTimeout'], vmNames: ['vm-slow'] },
      ],
    })
  })

  it('is a zero only after a whole reading', () => {
    const lineOf = (model: FleetModel) =>
      saved('csv', model, 'en')
        .split('\r\n')
        .find((line) => line.startsWith(messages.en.fleet.export.about.gaps))
    const whole = { ...fleet, gaps: [], subscriptions: subscriptions.slice(0, 1), complete: true }
    expect(lineOf(whole)).toMatch(/,0,/)
    expect(lineOf({ ...whole, complete: false })).not.toMatch(/\d/)
  })
})
