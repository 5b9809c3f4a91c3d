import type { SchemaName } from './schemas'
import type { Answer, AnswerKind, Operation } from './types'
import { adminOperations } from './admin-operations'
import { savedOperations } from './saved-operations'

const vm = '/api/v1/vms/{subscription}/{group}/{name}'
const nameOfVm = ['subscription', 'group', 'vm'] as const

const answer = (schema: SchemaName, kind: AnswerKind = 'read'): readonly Answer[] => [{ status: 200, kind, schema }]

const ofVm = (path: string, schema: SchemaName): Operation => ({
  method: 'get',
  path: `${vm}${path}`,
  tag: 'vm',
  parameters: nameOfVm,
  body: null,
  answers: answer(schema),
  errors: ['person', 'parameters', 'one'],
})

const ofService = (path: string, answers: readonly Answer[]): Operation => ({
  method: 'get',
  path,
  tag: 'service',
  parameters: [],
  body: null,
  answers,
  errors: [],
})

/** Every operation of the API, in the order of the document. An id is permanent, like a path. */
export const operations = {
  readFleet: {
    method: 'get',
    path: '/api/v1/fleet',
    tag: 'fleet',
    parameters: ['subscriptions', 'fresh', 'load', 'linesAfter', 'lines'],
    body: null,
    answers: answer('FleetEvent', 'stream'),
    errors: ['person', 'parameters', 'list', 'stream'],
  },
  stopFleet: {
    method: 'delete',
    path: '/api/v1/fleet',
    tag: 'fleet',
    parameters: ['stopLoad'],
    body: null,
    answers: [{ status: 204, kind: 'done', schema: null }],
    errors: ['person', 'parameters'],
  },
  readFleetHistory: {
    method: 'get',
    path: '/api/v1/fleet/history',
    tag: 'fleet',
    parameters: ['hours'],
    body: null,
    answers: answer('FleetHistory'),
    errors: ['person', 'parameters', 'list'],
  },
  readVm: ofVm('', 'VmDetail'),
  readScaleSetInstance: {
    ...ofVm('', 'VmDetail'),
    path: '/api/v1/vmss/{subscription}/{group}/{scaleSet}/{instance}',
    parameters: ['subscription', 'group', 'scaleSet', 'instance'],
  },
  readVmHistory: { ...ofVm('/history', 'VmHistory'), parameters: [...nameOfVm, 'historyBefore'] },
  readVmTimeline: ofVm('/timeline', 'VmTimeline'),
  troubleshootVm: ofVm('/troubleshoot', 'Troubleshoot'),
  troubleshootVmWithLog: {
    ...ofVm('/troubleshoot', 'Troubleshoot'),
    method: 'post',
    body: {
      schema: 'TroubleshootRequest',
      example: { log: 'Could not unmount /oldroot: target is busy.' },
    },
    errors: ['person', 'parameters', 'body', 'one'],
  },
  ...savedOperations,
  readRetirement: {
    method: 'post',
    path: '/api/v1/retirement',
    tag: 'retirement',
    parameters: [],
    body: {
      schema: 'RetirementRequest',
      example: {
        places: [
          {
            subscriptionId: '00000000-0000-4000-8000-000000000001',
            region: 'westeurope',
            sizes: ['Standard_D2s_v5'],
          },
        ],
      },
    },
    answers: answer('Retirement'),
    errors: ['person', 'body', 'list'],
  },
  ...adminOperations,
  readSession: { ...ofService('/api/v1/session', answer('Session')), errors: ['person'] },
  endSession: {
    method: 'delete',
    path: '/api/v1/session',
    tag: 'service',
    parameters: [],
    body: null,
    answers: [{ status: 204, kind: 'done', schema: null }],
    errors: ['person'],
  },
  readApiDescription: {
    ...ofService('/api/v1/openapi.json', [
      { status: 200, kind: 'document', schema: null },
      { status: 304, kind: 'unchanged', schema: null },
    ]),
    parameters: ['ifNoneMatch'],
    errors: ['open'],
  },
  readDeployment: { ...ofService('/deployment', answer('Deployment')), errors: ['open'] },
  isAlive: ofService('/healthz', answer('Alive')),
  isReady: ofService('/readyz', [...answer('Ready'), { status: 503, kind: 'not-ready', schema: 'Ready' }]),
} as const satisfies Readonly<Record<string, Operation>>

export type OperationId = keyof typeof operations

/** The same as a list, for iteration. */
export const operationList: readonly (readonly [OperationId, Operation])[] = Object.entries(operations).flatMap(
  ([id, operation]) => (isOperation(id) ? [[id, operation] as const] : []),
)

function isOperation(id: string): id is OperationId {
  return id in operations
}

/** Whether the operation requires a signed-in user. */
export function needsPerson({ errors }: Operation): boolean {
  return errors.includes('person')
}
