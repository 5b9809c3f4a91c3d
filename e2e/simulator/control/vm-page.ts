import { adeExtensionOf } from '../records/ade-extension'
import { planNames, plans } from '../lifecycle/plans'
import type { SimRequest, SimResponse } from '../model/http'
import type { SimVm } from '../model/vm'
import { html, page, type Markup } from '../server/html'
import { tenantOf, type Simulator, type Tenant } from '../server/state'
import { setClock } from './actions'
import { button, clockPart } from './page-parts'
import { vmInput } from './shapes'
import { vmActions } from './vm-actions'
import { changeVm, deleteVm, recreateVm, vmList, vmNow } from './vms'
import { changeWebhooks, clearWebhooks, webhookPage } from './webhooks'

const mostRows = 50

function messageOf(vm: SimVm): string {
  return adeExtensionOf(vm)?.statuses?.[0]?.message?.slice(0, 160) ?? ''
}

function wordsOf(vm: SimVm): string {
  return adeExtensionOf(vm)?.substatuses?.[0]?.message ?? ''
}

const waitsForRestart = (vm: SimVm): boolean => wordsOf(vm).includes('VMRestartPending')

/** The VMs with a matching name: first those that wait for an action, then those with a run, then the others. */
function shownVms(tenant: Tenant, wanted: string): SimVm[] {
  const rank = (vm: SimVm): number => (waitsForRestart(vm) ? 0 : vm.run === null ? 2 : 1)
  return vmList(tenant)
    .filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
    .flatMap(({ id }) => vmNow(tenant, id) ?? [])
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, mostRows)
}

function planForm(tenant: Tenant, vm: SimVm, q: string): Markup {
  const fitting = planNames.filter((name) => plans[name].osType === vm.osType)
  return html`<form method="post" action="/vms">
    <input type="hidden" name="tenant" value="${tenant.world.tenantId}" />
    <input type="hidden" name="id" value="${vm.id}" />
    <input type="hidden" name="q" value="${q}" />
    <select name="plan" aria-label="Plan for ${vm.name}">
      ${fitting.map((name) => (name === vm.tags.plan ? html`<option selected>${name}</option>` : html`<option>${name}</option>`))}
    </select>
    <button type="submit">Begin</button>
  </form>`
}

function rowOf(tenant: Tenant, vm: SimVm, q: string): Markup {
  const act = (action: string, label: string): Markup =>
    button(tenant, { to: '/vms', fields: { q, id: vm.id, action }, label: `${label} ${vm.name}` })
  const isOff = vm.power === 'stopped' || vm.power === 'deallocated'
  return html`<tr>
    <th scope="row">${vm.name}</th>
    <td>${vm.power}${waitsForRestart(vm) ? html`, <strong>waits for a restart</strong>` : ''}</td>
    <td>${vm.run?.plan ?? ''}</td>
    <td>${messageOf(vm)}<br /><code>${wordsOf(vm)}</code></td>
    <td>
      ${isOff ? act('start', 'Start') : html`${act('restart', 'Restart')} ${act('stop', 'Stop')} ${act('deallocate', 'Deallocate')}`}
      ${act('recreate', 'Delete and recreate')} ${act('delete', 'Delete')} ${planForm(tenant, vm, q)}
    </td>
  </tr>`
}

function vmTable(tenant: Tenant, q: string): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">VM</th>
        <th scope="col">Power</th>
        <th scope="col">Run</th>
        <th scope="col">Extension</th>
        <th scope="col">Do</th>
      </tr>
    </thead>
    <tbody>
      ${shownVms(tenant, q).map((vm) => rowOf(tenant, vm, q))}
    </tbody>
  </table>`
}

/** A tenant's VMs with the possible actions in the fake Azure, or its webhooks. */
export function vmPage(simulator: Simulator, request: SimRequest): SimResponse {
  const query = request.url.searchParams
  const tenant = tenantOf(simulator, query.get('tenant') ?? '')
  if (tenant === undefined) return { status: 404, json: { error: 'no such tenant' } }
  if (query.get('page') === 'webhooks') return webhookPage(tenant, simulator.origins)
  const q = query.get('q') ?? ''
  const { displayName, tenantId } = tenant.world
  return page(
    `VMs of ${displayName}`,
    html`<h1>VMs of ${displayName}</h1>
      <p><a href="/">All tenants</a></p>
      ${clockPart(tenant, '/vms', { q })}
      <form method="get" action="/vms">
        <input type="hidden" name="tenant" value="${tenantId}" />
        <label>Name holds <input name="q" value="${q}" /></label>
        <button type="submit">Show</button>
      </form>
      <p class="note">At most ${mostRows} are shown: first those that wait for a restart, then those at work.</p>
      ${vmTable(tenant, q)}`,
  )
}

function act(tenant: Tenant, form: URLSearchParams): void {
  const id = form.get('id')
  const action = form.get('action')
  const plan = form.get('plan')
  if (id === null) return
  if (action === 'delete') deleteVm(tenant, id)
  if (action === 'recreate') recreateVm(tenant, id)
  const known = vmActions.find((each) => each === action)
  const input = vmInput.safeParse({
    id,
    ...(known === undefined ? {} : { action: known }),
    ...(plan === null ? {} : { plan }),
  })
  if (input.success && (known !== undefined || plan !== null)) changeVm(tenant, input.data)
}

/** Handles a pressed button of the page of VMs or of webhooks. */
export function vmForm(simulator: Simulator, request: SimRequest): SimResponse {
  const form = new URLSearchParams(request.body.toString('utf8'))
  const tenant = tenantOf(simulator, form.get('tenant') ?? '')
  if (tenant === undefined) return { status: 404, json: { error: 'no such tenant' } }
  const [speed, step, failures] = ['speed', 'step', 'webhookFailures'].map((name) => Number(form.get(name) ?? NaN))
  if (speed !== undefined && speed >= 0) setClock(tenant, { speed })
  if (step !== undefined && Number.isFinite(step)) setClock(tenant, { step })
  if (failures !== undefined && failures >= 0) changeWebhooks(tenant, { failures })
  if (form.get('webhookClear') !== null) clearWebhooks(tenant)
  act(tenant, form)
  const back = new URLSearchParams({ tenant: tenant.world.tenantId })
  for (const name of ['q', 'page']) {
    const value = form.get(name)
    if (value !== null) back.set(name, value)
  }
  return { status: 303, headers: { location: `/vms?${back.toString()}`, 'cache-control': 'no-store' }, text: '' }
}
