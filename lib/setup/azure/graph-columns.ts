/** The kind of a Resource Graph column. `flag` is a boolean in any form; `list?` and `object?` may be null. */
export type ColumnKind = 'text' | 'flag' | 'integer' | 'list?' | 'object?'

const naming = { id: 'text', vm: 'text' } as const
const attestation = { id: 'text', target: 'text', compliance: 'text', at: 'text', resources: 'list?' } as const

/**
 * The columns that each query projects and the kinds that the product expects. Missing text is '', a missing dynamic is
 * null: https://learn.microsoft.com/kusto/query/scalar-data-types/null-values
 */
export const graphColumns = {
  vms: {
    id: 'text',
    name: 'text',
    subscriptionId: 'text',
    resourceGroup: 'text',
    tenantId: 'text',
    location: 'text',
    zones: 'list?',
    tags: 'object?',
    vmId: 'text',
    vmSize: 'text',
    osType: 'text',
    osName: 'text',
    power: 'text',
    prov: 'text',
    vmssId: 'text',
    eah: 'flag',
    secType: 'text',
    osSecType: 'text',
    osDiff: 'text',
    imgPublisher: 'text',
    imgOffer: 'text',
    imgSku: 'text',
    imgId: 'text',
    osDiskId: 'text',
    osDes: 'text',
    dualPass: 'flag',
    nData: 'integer',
    idHash: 'integer',
  },
  extensions: {
    id: 'text',
    subscriptionId: 'text',
    extType: 'text',
    ver: 'text',
    prov: 'text',
    settings: 'object?',
    capacity: 'integer',
    shown: 'integer',
    vms: 'integer',
    idHashes: 'integer',
  },
  'stamped-disks': {
    id: 'text',
    subscriptionId: 'text',
    managedBy: 'text',
    disks: 'integer',
    diskHashes: 'integer',
    vms: 'integer',
    idHashes: 'integer',
  },
  'hidden-disks': { id: 'text', vms: 'integer', idHashes: 'integer' },
  'readable-vms': { id: 'text' },
  'vm-ids': { id: 'text', idHash: 'integer' },
  attestations: attestation,
  attestation,
  changes: {
    id: 'text',
    t: 'text',
    rid: 'text',
    changeType: 'text',
    by: 'text',
    op: 'text',
    corr: 'text',
    changes: 'object?',
  },
  'disk-keys': { id: 'text', sse: 'text' },
  'retirement-disks': {
    id: 'text',
    name: 'text',
    subscriptionId: 'text',
    resourceGroup: 'text',
    location: 'text',
    managedBy: 'text',
    skuName: 'text',
    sizeGiB: 'integer',
    sectorSize: 'integer',
    created: 'text',
    osType: 'text',
    stamped: 'flag',
    sse: 'text',
  },
  'domain-join': { id: 'text' },
  'session-hosts': naming,
  backups: naming,
  'set-members': naming,
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnKind>>>>

export type GraphQueryName = keyof typeof graphColumns

export const graphQueryNames = Object.keys(graphColumns).filter((name): name is GraphQueryName =>
  Object.hasOwn(graphColumns, name),
)

/** Columns that may also be null: `toint` of a missing value. */
export const nullableColumns: ReadonlySet<string> = new Set(['sizeGiB', 'sectorSize', 'capacity'])
