import type { ArmContext, SimResponse } from '../model/http'
import { authorizationFailed, badRequest } from './errors'
import { subscriptionOf } from './guard'
import { actions, canWithin } from './rights'

interface Size {
  readonly name: string
  readonly family: string
  readonly vCpus: number
  readonly memoryGb: number
  readonly atHost: boolean
  readonly premium: boolean
  readonly confidential?: string
}

function size(name: string, family: string, vCpus: number, memoryGb: number, atHost = true, premium = true): Size {
  return { name, family, vCpus, memoryGb, atHost, premium }
}

/** VM sizes of the worlds, and a few for the checks: too small, too old, too new. */
const sizes: readonly Size[] = [
  size('Basic_A1', 'basicAFamily', 1, 1.75, false, false),
  size('Standard_A2_v2', 'standardAv2Family', 2, 4, false, false),
  size('Standard_B1s', 'standardBSFamily', 1, 1),
  size('Standard_B2s', 'standardBSFamily', 2, 4),
  size('Standard_B2ms', 'standardBSFamily', 2, 8),
  size('Standard_B4ms', 'standardBSFamily', 4, 16),
  size('Standard_DS1_v2', 'standardDSv2Family', 1, 3.5),
  size('Standard_DS2_v2', 'standardDSv2Family', 2, 7),
  size('Standard_DS3_v2', 'standardDSv2Family', 4, 14),
  size('Standard_D2s_v3', 'standardDSv3Family', 2, 8),
  size('Standard_D4s_v3', 'standardDSv3Family', 4, 16),
  size('Standard_D2s_v5', 'standardDSv5Family', 2, 8),
  size('Standard_D4s_v5', 'standardDSv5Family', 4, 16),
  size('Standard_D8s_v5', 'standardDSv5Family', 8, 32),
  size('Standard_D16s_v5', 'standardDSv5Family', 16, 64),
  size('Standard_E4s_v5', 'standardESv5Family', 4, 32),
  size('Standard_E8s_v5', 'standardESv5Family', 8, 64),
  size('Standard_E16s_v5', 'standardESv5Family', 16, 128),
  size('Standard_F4s_v2', 'standardFSv2Family', 4, 8),
  size('Standard_L8s_v3', 'standardLSv3Family', 8, 64),
  size('Standard_GS2', 'standardGSFamily', 4, 56, false),
  size('Standard_M64s', 'standardMSFamily', 64, 1024),
  size('Standard_D4ds_v6', 'standardDdsv6Family', 4, 16),
  size('Standard_D4s_v6', 'standardDsv6Family', 4, 16),
  size('Standard_D4s_v7', 'standardDsv7Family', 4, 16),
  { ...size('Standard_DC4as_v5', 'standardDCASv5Family', 4, 16), confidential: 'SNP' },
  { ...size('Standard_EC4as_v5', 'standardECASv5Family', 4, 32), confidential: 'SNP' },
]

/** Regions of the worlds. */
const regions: readonly string[] = [
  'japaneast',
  'japanwest',
  'westeurope',
  'northeurope',
  'eastus',
  'eastus2',
  'southeastasia',
  'germanywestcentral',
]

/** Sizes without a `d` after the number have no temporary disk since version 5. */
function hasTemporaryDisk({ name }: Size): boolean {
  return /^Standard_[A-Z]+\d+[a-z]*d[a-z]*_/.test(name) || !/_v[5-9]$/.test(name)
}

function generationsOf({ name }: Size): string {
  if (/^(Basic_|Standard_A)/.test(name)) return 'V1'
  return /_v[67]$/.test(name) || /^Standard_[DE]C/.test(name) ? 'V2' : 'V1,V2'
}

function render(each: Size, location: string): Record<string, unknown> {
  const capability = (name: string, value: string | number): Record<string, string> => ({ name, value: String(value) })
  return {
    resourceType: 'virtualMachines',
    name: each.name,
    tier: each.name.startsWith('Basic') ? 'Basic' : 'Standard',
    size: each.name.split('_').slice(1).join('_'),
    family: each.family,
    locations: [location],
    locationInfo: [{ location, zones: ['1', '2', '3'], zoneDetails: [] }],
    capabilities: [
      capability('vCPUs', each.vCpus),
      capability('MemoryGB', each.memoryGb),
      capability('MaxResourceVolumeMB', hasTemporaryDisk(each) ? each.vCpus * 9600 : 0),
      capability('CpuArchitectureType', 'x64'),
      capability('MaxDataDiskCount', Math.min(64, each.vCpus * 4)),
      capability('HyperVGenerations', generationsOf(each)),
      capability('DiskControllerTypes', /_v[67]$/.test(each.name) ? 'NVMe' : 'SCSI'),
      capability('EphemeralOSDiskSupported', hasTemporaryDisk(each) ? 'True' : 'False'),
      capability('AcceleratedNetworkingEnabled', each.vCpus > 1 ? 'True' : 'False'),
      ...(each.name.startsWith('Standard_M') ? [capability('MaxWriteAcceleratorDisksAllowed', 8)] : []),
      capability('PremiumIO', each.premium ? 'True' : 'False'),
      capability('EncryptionAtHostSupported', each.atHost ? 'True' : 'False'),
      ...(each.confidential === undefined ? [] : [capability('ConfidentialComputingType', each.confidential)]),
    ],
    restrictions: [],
  }
}

/** Sizes and their capabilities; `$filter` may name one location, otherwise the answer contains every region. */
export function listSkus(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  if (!canWithin(context, actions.skus, id))
    return authorizationFailed(context.caller.objectId, actions.skus, `/subscriptions/${id}`)
  const filter = context.query.get('$filter')
  const location = filter === null ? null : /^\s*location\s+eq\s+'([^']+)'\s*$/i.exec(filter)?.[1]
  if (location === undefined)
    return badRequest('InvalidParameter', `The value '${filter}' of parameter $filter is invalid.`)
  const wanted = regions.filter((region) => location === null || region === location.toLowerCase())
  return { status: 200, json: { value: wanted.flatMap((region) => sizes.map((each) => render(each, region))) } }
}
