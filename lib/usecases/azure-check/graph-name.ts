import 'server-only'
import type { GraphQueryName } from '@/lib/setup/azure/graph-columns'
import {
  attestationsQuery,
  extensionsQuery,
  hiddenDisksQuery,
  stampedDisksQuery,
  virtualMachinesQuery,
  vmIdsQuery,
} from '../fleet/queries'
import {
  backupsQuery,
  domainJoinQuery,
  retirementDisksQuery,
  sessionHostsQuery,
  setMembersQuery,
} from '../retirement/queries'

/** The queries whose text is always the same. */
export const fixedQueries = {
  vms: virtualMachinesQuery,
  extensions: extensionsQuery,
  'stamped-disks': stampedDisksQuery,
  'hidden-disks': hiddenDisksQuery,
  'vm-ids': vmIdsQuery,
  attestations: attestationsQuery,
  'retirement-disks': retirementDisksQuery,
  'domain-join': domainJoinQuery,
  'session-hosts': sessionHostsQuery,
  backups: backupsQuery,
  'set-members': setMembersQuery,
} as const satisfies Partial<Record<GraphQueryName, string>>

type NamedQuery = Exclude<GraphQueryName, keyof typeof fixedQueries>

/** Queries that contain resource ids, recognised by text that only each of them has. */
const namingQueries: Readonly<Record<NamedQuery, RegExp>> = {
  changes: /^resourcechanges\b/,
  attestation: /^guestconfigurationresources\b[^]*targetResourceId\) in~ \(/,
  'readable-vms': /virtualmachines' \| where id in~ \(/,
  'disk-keys': /compute\/disks' \| where id in~ \(/,
}

/** Which of the product's queries a text is; null for any other text. */
export function graphNameOf(text: string): GraphQueryName | null {
  for (const [name, query] of Object.entries(fixedQueries)) if (query === text) return asName(name)
  const found = Object.entries(namingQueries).find(([, pattern]) => pattern.test(text))
  return found === undefined ? null : asName(found[0])
}

function asName(text: string): GraphQueryName | null {
  const names: readonly GraphQueryName[] = [...objectKeys(fixedQueries), ...objectKeys(namingQueries)]
  return names.find((name) => name === text) ?? null
}

function objectKeys<Key extends string>(object: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(object).filter((key): key is Key => Object.hasOwn(object, key))
}
