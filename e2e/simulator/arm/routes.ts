import type { ArmRoute } from '../model/http'
import { queryResources } from '../resource-graph/handler'
import { computeVersions, resourceGraphVersions, subscriptionVersions } from './api-versions'
import { getSubscription, listSubscriptions, listTenants } from './subscriptions'
import { getInstanceView, getVm, listAllVms, listGroupVms } from './virtual-machines'

const subscription = '/subscriptions/:subscription'
const group = `${subscription}/resourceGroups/:group`
const vm = `${group}/providers/Microsoft.Compute/virtualMachines/:vm`

/** Every ARM operation the simulator answers. */
export const armRoutes: readonly ArmRoute[] = [
  {
    name: 'subscriptions-list',
    method: 'GET',
    path: '/subscriptions',
    apiVersions: subscriptionVersions,
    cost: ['arm-read'],
    handle: listSubscriptions,
  },
  {
    name: 'subscription-get',
    method: 'GET',
    path: subscription,
    apiVersions: subscriptionVersions,
    cost: ['arm-read'],
    handle: getSubscription,
  },
  {
    name: 'tenants-list',
    method: 'GET',
    path: '/tenants',
    apiVersions: subscriptionVersions,
    cost: ['arm-read'],
    handle: listTenants,
  },
  {
    name: 'vm-list-all',
    method: 'GET',
    path: `${subscription}/providers/Microsoft.Compute/virtualMachines`,
    apiVersions: computeVersions,
    cost: ['arm-read', 'compute-high-cost'],
    handle: listAllVms,
  },
  {
    name: 'vm-list',
    method: 'GET',
    path: `${group}/providers/Microsoft.Compute/virtualMachines`,
    apiVersions: computeVersions,
    cost: ['arm-read', 'compute-high-cost'],
    handle: listGroupVms,
  },
  {
    name: 'vm-get',
    method: 'GET',
    path: vm,
    apiVersions: computeVersions,
    cost: ['arm-read', 'compute-low-cost'],
    handle: getVm,
  },
  {
    name: 'vm-instance-view',
    method: 'GET',
    path: `${vm}/instanceView`,
    apiVersions: computeVersions,
    cost: ['arm-read', 'compute-low-cost'],
    handle: getInstanceView,
  },
  {
    name: 'resource-graph',
    method: 'POST',
    path: '/providers/Microsoft.ResourceGraph/resources',
    apiVersions: resourceGraphVersions,
    cost: ['resource-graph'],
    handle: queryResources,
  },
]
