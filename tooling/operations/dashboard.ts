import {
  DashboardBuilder,
  DatasourceVariableBuilder,
  RowBuilder,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as StatPanel } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as SeriesPanel } from '@grafana/grafana-foundation-sdk/timeseries'

/** Path of the dashboard, relative to the top of the project. */
export const dashboardPath = 'ops/grafana-dashboard.json'

const source = { type: 'prometheus', uid: '${datasource}' }
/** A number that is not exported is not known: never shown as 0. */
const unknown = 'not known'

interface Panel {
  readonly title: string
  readonly expr: string
  readonly legend?: string
  /** Of Grafana's units; a plain number by default. */
  readonly unit?: string
  /** The value from which a single number is red. */
  readonly redFrom?: number
}

const query = ({ expr, legend }: Panel): DataqueryBuilder =>
  new DataqueryBuilder()
    .expr(expr)
    .legendFormat(legend ?? '__auto')
    .refId('A')

function stat(panel: Panel): StatPanel {
  const steps = [
    { value: null, color: 'green' },
    ...(panel.redFrom === undefined ? [] : [{ value: panel.redFrom, color: 'red' }]),
  ]
  return new StatPanel()
    .title(panel.title)
    .datasource(source)
    .unit(panel.unit ?? 'none')
    .noValue(unknown)
    .thresholds(new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps))
    .height(4)
    .span(4)
    .withTarget(query(panel))
}

function series(panel: Panel): SeriesPanel {
  return new SeriesPanel()
    .title(panel.title)
    .datasource(source)
    .unit(panel.unit ?? 'none')
    .noValue(unknown)
    .height(8)
    .span(12)
    .withTarget(query(panel))
}

/** The numbers of the fleet, which one collector exports at a time: `max` also while two do. */
const fleet: readonly Panel[] = [
  { title: 'VMs', expr: 'max(sum by (instance) (sealwatch_fleet_vms))' },
  { title: 'Need action', expr: 'max(sealwatch_fleet_vms_needing_action)', redFrom: 1 },
  { title: 'Possibly stuck', expr: 'max(sealwatch_fleet_vms_possibly_stuck)', redFrom: 1 },
  { title: 'Unread', expr: 'max(sealwatch_fleet_vms_unread)', redFrom: 1 },
  {
    title: 'Oldest evidence',
    expr: 'time() - max(sealwatch_fleet_evidence_oldest_timestamp_seconds)',
    unit: 's',
    redFrom: 7200,
  },
  { title: 'Days until the retirement', expr: 'max(sealwatch_retirement_left_seconds) / 86400' },
]

const fleetSeries: readonly Panel[] = [
  {
    title: 'VMs by state',
    expr: 'max by (state) (sum by (instance, state) (sealwatch_fleet_vms))',
    legend: '{{state}}',
  },
  {
    title: 'VMs by subscription, where SEALWATCH_METRICS_SUBSCRIPTIONS names some',
    expr: 'max by (subscription) (sum by (instance, subscription) (sealwatch_fleet_subscription_vms))',
    legend: '{{subscription}}',
  },
  {
    title: 'VMs by operating system and pass',
    expr: 'max by (os, pass) (sum by (instance, os, pass) (sealwatch_fleet_vms))',
    legend: '{{os}} {{pass}}',
  },
  {
    title: 'VMs by the way out of Azure Disk Encryption',
    expr: 'max by (class) (sealwatch_retirement_vms)',
    legend: '{{class}}',
  },
  {
    title: 'Finished within 24 hours',
    expr: 'max by (work) (sealwatch_fleet_finished_last_day)',
    legend: '{{work}}',
  },
]

const operation: readonly Panel[] = [
  {
    title: 'Requests of the API by status',
    expr: 'sum by (status) (rate(sealwatch_request_duration_seconds_count[5m]))',
    legend: '{{status}}',
    unit: 'reqps',
  },
  {
    title: 'Duration of requests of the API, 95th percentile',
    expr: 'histogram_quantile(0.95, sum by (le, endpoint) (rate(sealwatch_request_duration_seconds_bucket[5m])))',
    legend: '{{endpoint}}',
    unit: 's',
  },
  {
    title: 'Requests to Azure by outcome',
    expr: 'sum by (outcome) (rate(sealwatch_arm_requests_total[5m]))',
    legend: '{{outcome}}',
    unit: 'reqps',
  },
  {
    title: 'Delayed for the limits of Azure',
    expr: 'sum by (reason) (rate(sealwatch_arm_wait_duration_seconds_sum[5m]))',
    legend: '{{reason}}',
    unit: 's',
  },
  {
    title: 'History usable',
    expr: 'min by (instance) (sealwatch_store_usable)',
    legend: '{{instance}}',
  },
  {
    title: 'Writes of the history by outcome',
    expr: 'sum by (outcome) (rate(sealwatch_store_write_duration_seconds_count[5m]))',
    legend: '{{outcome}}',
    unit: 'ops',
  },
  { title: 'Size of the history', expr: 'max(sealwatch_store_size_bytes)', unit: 'bytes' },
  { title: 'Observations that wait', expr: 'sealwatch_store_waiting', legend: '{{instance}}' },
  { title: 'Longest overdue VM', expr: 'max(sealwatch_collect_late_seconds)', unit: 's' },
  {
    title: 'Webhooks by outcome',
    expr: 'sum by (webhook, outcome) (increase(sealwatch_webhook_deliveries_total[1h]))',
    legend: '{{webhook}} {{outcome}}',
  },
  {
    title: 'Reports by outcome',
    expr: 'sum by (outcome) (increase(sealwatch_reports_total[1d]))',
    legend: '{{outcome}}',
  },
]

/** The dashboard, checked by the types of Grafana's own package. */
function dashboard() {
  // oxlint-disable-next-line typescript/no-deprecated -- every Grafana imports the classic model, older ones not its successor
  const built = new DashboardBuilder('Sealwatch')
    .uid('sealwatch')
    .tags(['sealwatch'])
    .time({ from: 'now-24h', to: 'now' })
    .refresh('1m')
    .withVariable(new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'))
    .withRow(new RowBuilder('The fleet now'))
  for (const panel of fleet) built.withPanel(stat(panel))
  for (const panel of fleetSeries) built.withPanel(series(panel))
  built.withRow(new RowBuilder('Operation'))
  for (const panel of operation) built.withPanel(series(panel))
  return built.build()
}

/** Every expression of the dashboard. */
export const dashboardExpressions: readonly string[] = [...fleet, ...fleetSeries, ...operation].map(({ expr }) => expr)

/** The file of the dashboard. */
export const dashboardText = (): string => `${JSON.stringify(dashboard(), null, 2)}\n`
