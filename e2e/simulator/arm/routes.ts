import { insightsRoutes } from '../insights/routes'
import type { ArmRoute } from '../model/http'
import { onlyPost, queryResources } from '../resource-graph/handler'
import { relatedResourceRoutes } from '../related-resources/routes'
import { networkVersions } from '../related-resources/versions'
import { computeVersions, diskVersions, resourceGraphVersions, skuVersions, subscriptionVersions } from './api-versions'
import { getDisk, listAllDisks, listGroupDisks } from './disks'
import { getExtension, listExtensions } from './extensions'
import { getNetworkInterface } from './network'
import { getInstance, getScaleSet, listInstances } from './scale-sets'
import { listSkus } from './skus'
import { getSubscription, listProviders, listSubscriptions, listTenants } from './subscriptions'
import { getInstanceView, getVm, listAllVms, listGroupVms } from './virtual-machines'

const subscription = '/subscriptions/:subscription'
const group = `${subscription}/resourceGroups/:group`
const compute = 'providers/Microsoft.Compute'
const vm = `${group}/${compute}/virtualMachines/:vm`
const scaleSet = `${group}/${compute}/virtualMachineScaleSets/:scaleSet`

type Handler = ArmRoute['handle']

function read(
  name: string,
  path: string,
  apiVersions: ArmRoute['apiVersions'],
  handle: Handler,
  ...more: ArmRoute['cost']
): ArmRoute {
  return { name, method: 'GET', path, apiVersions, cost: ['arm-read', ...more], handle }
}

/** Every ARM operation of the simulator; all require a token. */
export const armRoutes: readonly ArmRoute[] = [
  read('subscriptions-list', '/subscriptions', subscriptionVersions, listSubscriptions),
  read('subscription-get', subscription, subscriptionVersions, getSubscription),
  read('providers-list', `${subscription}/providers`, subscriptionVersions, listProviders),
  read('tenants-list', '/tenants', subscriptionVersions, listTenants),
  read('vm-list-all', `${subscription}/${compute}/virtualMachines`, computeVersions, listAllVms, 'compute-high-cost'),
  read('vm-list', `${group}/${compute}/virtualMachines`, computeVersions, listGroupVms, 'compute-high-cost'),
  read('vm-get', vm, computeVersions, getVm, 'compute-low-cost'),
  read('vm-instance-view', `${vm}/instanceView`, computeVersions, getInstanceView, 'compute-low-cost'),
  read('vm-extensions-list', `${vm}/extensions`, computeVersions, listExtensions, 'compute-low-cost'),
  read('vm-extension-get', `${vm}/extensions/:extension`, computeVersions, getExtension, 'compute-low-cost'),
  read('scale-set-get', scaleSet, computeVersions, getScaleSet, 'compute-low-cost'),
  read('scale-set-vms-list', `${scaleSet}/virtualMachines`, computeVersions, listInstances, 'compute-high-cost'),
  read('scale-set-vm-get', `${scaleSet}/virtualMachines/:instance`, computeVersions, getInstance, 'compute-low-cost'),
  read('disks-list-all', `${subscription}/${compute}/disks`, diskVersions, listAllDisks),
  read('disks-list', `${group}/${compute}/disks`, diskVersions, listGroupDisks),
  read('disk-get', `${group}/${compute}/disks/:disk`, diskVersions, getDisk),
  read('skus-list', `${subscription}/${compute}/skus`, skuVersions, listSkus),
  read(
    'network-interface-get',
    `${group}/providers/Microsoft.Network/networkInterfaces/:networkInterface`,
    networkVersions,
    getNetworkInterface,
  ),
  {
    name: 'resource-graph',
    method: 'POST',
    path: '/providers/Microsoft.ResourceGraph/resources',
    apiVersions: resourceGraphVersions,
    cost: ['resource-graph'],
    handle: queryResources,
  },
  read('resource-graph-get', '/providers/Microsoft.ResourceGraph/resources', resourceGraphVersions, onlyPost),
  ...relatedResourceRoutes,
  ...insightsRoutes,
]
