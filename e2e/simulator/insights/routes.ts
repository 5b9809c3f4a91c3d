import type { ArmRoute } from '../model/http'
import { listActivity } from './activity-log'
import { getMetrics } from './metrics'

const vm = '/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.Compute/virtualMachines/:vm'

/** Operations of Microsoft.Insights: the Activity Log of a subscription, and the metrics of a VM. */
export const insightsRoutes: readonly ArmRoute[] = [
  {
    name: 'activity-log',
    method: 'GET',
    path: '/subscriptions/:subscription/providers/Microsoft.Insights/eventtypes/management/values',
    apiVersions: ['2014-04-01', '2015-04-01'],
    cost: ['arm-read'],
    handle: listActivity,
  },
  {
    name: 'vm-metrics',
    method: 'GET',
    path: `${vm}/providers/Microsoft.Insights/metrics`,
    apiVersions: ['2018-01-01', '2019-07-01', '2021-05-01', '2023-10-01', '2024-02-01'],
    cost: ['arm-read'],
    handle: getMetrics,
  },
]
