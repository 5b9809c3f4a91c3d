import type { SchemaName } from './schemas'
import type { Answer, Operation } from './types'

const answer = (schema: SchemaName): readonly Answer[] => [{ status: 200, kind: 'read', schema }]

const exampleVm = {
  subscriptionId: '00000000-0000-4000-8000-000000000001',
  resourceGroup: 'rg-example',
  name: 'vm-example',
}

const view = { subscriptions: [], groups: [], os: ['Linux'], states: ['failed', 'restart-pending'] }

/** What users store on the server: watches, and links that they created. */
export const savedOperations = {
  listWatches: {
    method: 'get',
    path: '/api/v1/watches',
    tag: 'watches',
    parameters: [],
    body: null,
    answers: answer('WatchList'),
    errors: ['person'],
  },
  putWatch: {
    method: 'put',
    path: '/api/v1/watches',
    tag: 'watches',
    parameters: [],
    body: {
      schema: 'WatchRequest',
      example: {
        target: { kind: 'view', name: 'What needs me', view },
        kinds: ['failed', 'needs-person'],
        channels: [],
        language: 'en',
      },
    },
    answers: answer('WatchChanged'),
    errors: ['person', 'body', 'one'],
  },
  changeWatches: {
    method: 'patch',
    path: '/api/v1/watches',
    tag: 'watches',
    parameters: [],
    body: { schema: 'WatchChange', example: { mutedUntil: '2030-01-01T00:00:00Z' } },
    answers: answer('WatchChanged'),
    errors: ['person', 'body'],
  },
  changeWatch: {
    method: 'patch',
    path: '/api/v1/watches/{id}',
    tag: 'watches',
    parameters: ['watch'],
    body: { schema: 'WatchChange', example: { mutedUntil: null, kinds: ['failed'] } },
    answers: answer('WatchChanged'),
    errors: ['person', 'parameters', 'body'],
  },
  endWatch: {
    method: 'delete',
    path: '/api/v1/watches/{id}',
    tag: 'watches',
    parameters: ['watch'],
    body: null,
    answers: answer('WatchChanged'),
    errors: ['person', 'parameters'],
  },
  listNotices: {
    method: 'get',
    path: '/api/v1/notices',
    tag: 'watches',
    parameters: ['noticesAfter'],
    body: null,
    answers: answer('NoticeList'),
    errors: ['person', 'parameters'],
  },
  listSnapshots: {
    method: 'get',
    path: '/api/v1/snapshots',
    tag: 'snapshots',
    parameters: [],
    body: null,
    answers: answer('SnapshotList'),
    errors: ['person', 'optional'],
  },
  previewSnapshot: {
    method: 'post',
    path: '/api/v1/snapshots/preview',
    tag: 'snapshots',
    parameters: [],
    body: {
      schema: 'SnapshotPreviewRequest',
      example: { subject: { kind: 'vm', vm: exampleVm }, reveal: ['resource-group'] },
    },
    answers: answer('SnapshotPreview'),
    errors: ['person', 'body', 'optional', 'list'],
  },
  publishSnapshot: {
    method: 'post',
    path: '/api/v1/snapshots',
    tag: 'snapshots',
    parameters: [],
    body: {
      schema: 'SnapshotPublishRequest',
      example: { draft: '00000000-0000-4000-8000-000000000002', hours: 24, passphrase: null },
    },
    answers: answer('SnapshotPublished'),
    errors: ['person', 'body', 'optional'],
  },
  revokeSnapshot: {
    method: 'delete',
    path: '/api/v1/snapshots/{id}',
    tag: 'snapshots',
    parameters: ['snapshot'],
    body: null,
    answers: answer('SnapshotRevoked'),
    errors: ['person', 'parameters', 'optional'],
  },
  openSnapshot: {
    method: 'post',
    path: '/api/v1/shared',
    tag: 'snapshots',
    parameters: [],
    body: { schema: 'SharedRequest', example: { token: 'AAAAAAAAAAAAAAAAAAAAAA', passphrase: null } },
    answers: answer('Shared'),
    // An invalid token gets the same answer as an unknown one: the answer does not reveal the form of a token.
    errors: ['open', 'optional', 'passphrase'],
  },
} as const satisfies Readonly<Record<string, Operation>>
