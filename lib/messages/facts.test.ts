import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue'
import { catalogueIds, guestIds, reportedLinuxIds, serviceIds, type CatalogueId } from './ids'
import { matchText } from './match'

interface FactsEntry {
  id: CatalogueId
  origin: string
  match: { kind: string; value: unknown }
  match_target: string
  facet: string
  specificity: number
  sample: string
  phase: string
  volume: string | null
  severity: string
  terminal: boolean
  status: string[] | null
  os: string | null
  pass: string | null
  reach: string
  confidence: string
}

const shared = process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '..', 'shared')
const path = join(shared, 'facts', 'progress-messages.json')
const facts = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FactsEntry[]) : []

/** Also recorded without the version and in the dual pass; status-semantics.md states that and this file does not. */
const wider: readonly CatalogueId[] = ['win-disable-completed']

/** Documented words that the collection lacks. */
const added: readonly CatalogueId[] = [
  'disk-display-not-encrypted',
  // Publicly reported; each entry has its source beside it.
  'ps-scale-set-extension-missing',
  'arm-generation-2-dual-pass',
  'arm-scale-set-unsupported',
  'arm-vault-unfit',
  'arm-ade-version-unsupported',
  'kv-object-disabled',
  'kv-object-deleted',
  'kv-vault-deleted',
  'cli-fault-no-settings',
  'kv-wrong-issuer',
  'kv-encryption-set-refused',
  'cli-usage-error',
  'cli-fault-old-client',
  'linux-entra-sign-in-failed',
  'win-connection-failed',
  'win-entra-sign-in-failed',
  'ps-vault-forbidden',
  'ps-vault-bad-request',
  'ps-vault-without-policy',
  'ps-request-accepted',
  'win-storage-spaces-old',
  'arm-host-feature-not-registered',
  'arm-ade-with-host-encryption',
  'arm-resource-group-not-found',
  'arm-disallowed-by-policy',
  'arm-scope-locked',
  'arm-authorization-failed',
  'arm-size-not-available',
  'arm-quota-exceeded',
  'arm-provider-not-registered',
  'linux-os-partition-missing',
  'arm-resource-not-found',
  'arm-subscription-not-found',
  'arm-subscription-disabled',
  'arm-too-many-requests',
  'arm-wrong-tenant',
  'arm-operation-not-allowed',
  'arm-disk-resize-attached',
  'arm-resize-temporary-disk',
  'arm-extension-message-empty',
  'arm-scale-set-extension-twice',
  'arm-request-not-deserialized',
  'kv-firewall-refused',
  'kv-object-expired',
  'arm-handlers-unresolved',
  'arm-disk-once-encrypted',
  'guest-key-file-missing',
  'kv-vault-name-taken',
  'ps-scale-set-status',
  'arm-disk-key-required',
  'arm-os-swap-refused',
  'arm-disk-settings-change-refused',
  'arm-property-change-refused',
  'kv-secret-not-retrieved',
  'kv-caller-not-permitted',
  'kv-bypass-required',
  'cli-fault-repair',
  'win-protectkey-policy',
  'win-protectkey-no-room',
  'win-key-not-saved',
  'win-conversion-refused',
  'win-volume-label',
  'win-bek-missing',
  'win-log-volume-skipped',
  ...reportedLinuxIds,
  ...guestIds,
  ...serviceIds,
  'cli-terraform-configuration',
  'guest-disk-write-protected',
  'arm-encryption-set-unsupported',
]

describe(
  facts.length > 0 ? 'the collected facts' : 'the collected facts (folder not present: only the ids are checked)',
  () => {
    it('name exactly the ids of the catalogue', () => {
      const ids = facts.length > 0 ? facts.map(({ id }) => id) : Object.keys(catalogue)
      expect(new Set([...ids, ...added])).toEqual(new Set(catalogueIds))
    })

    it.each(facts)('$id has the same traits', (fact) => {
      const entry = catalogue[fact.id]
      expect({ ...entry, pass: wider.includes(fact.id) ? fact.pass : entry.pass }).toMatchObject({
        origin: fact.origin,
        target: fact.match_target,
        facet: fact.facet,
        specificity: fact.specificity,
        os: fact.os,
        pass: fact.pass,
        status: fact.status,
        phase: fact.phase,
        volume: fact.volume,
        severity: fact.severity,
        terminal: fact.terminal,
        reach: fact.reach,
        confidence: fact.confidence,
      })
    })

    it.each(facts)('$id recognises its sample', (fact) => {
      const { target, facet, os, pass, origin, phase } = catalogue[fact.id]
      for (const status of catalogue[fact.id].status ?? [null]) {
        expect(matchText(target, fact.sample, { facet, os, pass, status, origin, phase }).kind).toBe(fact.id)
      }
    })

    it.each(facts.filter(({ match_target }) => /^(sub)?status-message$/.test(match_target)))(
      '$id needs no more than facet, system, pass and status',
      (fact) => {
        const { target, facet, os, pass } = catalogue[fact.id]
        for (const status of catalogue[fact.id].status ?? [null]) {
          expect(matchText(target, fact.sample, { facet, os, pass, status }).kind).toBe(fact.id)
        }
      },
    )
  },
)
