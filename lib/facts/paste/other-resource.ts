import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import { besideJson } from './json'

const typeOfOther =
  /^Microsoft\.Network\/(?:networkSecurityGroups|virtualNetworks|publicIPAddresses|loadBalancers|routeTables)\b/i
const idOfOther =
  /\/providers\/Microsoft\.Network\/(?:networkSecurityGroups|virtualNetworks|publicIPAddresses|loadBalancers|routeTables)\//i
/** https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations */
const nameOfOther = /^(?:nsg|vnet|pip|rt)(?:-|\d{1,4}$|$)/i

/** A network resource that is of no VM: no operation on it is one on a VM. */
function isOtherResource(value: unknown): boolean {
  const object = objectOf(value)
  const [id, type, name] = ['id', 'type', 'name'].map((field) => textOf(fieldOf(object, field)) ?? '')
  if (id !== '' || type !== '') return idOfOther.test(id ?? '') || typeOfOther.test(type ?? '')
  return nameOfOther.test(name ?? '')
}

/** A text without the answers of ARM about network resources that are of no VM; their lines are left empty. */
export const withoutOtherResources = (text: string): string =>
  /provisioningState"/i.test(text) ? besideJson(text, isOtherResource) : text
