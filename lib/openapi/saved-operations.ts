import type { SchemaName } from './schemas'
import type { Answer, Operation } from './types'

const answer = (schema: SchemaName): readonly Answer[] => [{ status: 200, kind: 'read', schema }]

const exampleVm = {
  subscriptionId: '00000000-0000-4000-8000-000000000001',
  resourceGroup: 'rg-example',
  name: 'vm-example',
}

const exampleId =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-example/providers/Microsoft.Compute/virtualMachines/vm-example'

const view = { subscriptions: [], groups: [], os: ['Linux'], states: ['failed', 'restart-pending'] }

/** What users store on the server: watches, notes that they share, views of the fleet, and links that they created. */
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
  listNotes: {
    method: 'get',
    path: '/api/v1/notes',
    tag: 'notes',
    parameters: [],
    body: null,
    answers: answer('NoteList'),
    errors: ['person', 'list'],
  },
  putNotes: {
    method: 'put',
    path: '/api/v1/notes',
    tag: 'notes',
    parameters: [],
    body: {
      schema: 'NoteChange',
      example: {
        note: {
          kind: 'acknowledgement',
          acknowledgement: { code: 'restart.state', note: 'In the window on Sunday', assignee: 'Team SAP' },
        },
        vms: [{ id: exampleId, version: null }],
      },
    },
    answers: answer('NoteSaved'),
    errors: ['person', 'body', 'list', 'shared'],
  },
  putWave: {
    method: 'put',
    path: '/api/v1/waves/{id}',
    tag: 'notes',
    parameters: ['wave'],
    body: {
      schema: 'WaveChange',
      example: { version: null, name: 'Ready to go', until: '2027-06-30', owner: 'Team SAP', note: '' },
    },
    answers: answer('NoteSaved'),
    errors: ['person', 'parameters', 'body', 'list', 'shared'],
  },
  endWave: {
    method: 'delete',
    path: '/api/v1/waves/{id}',
    tag: 'notes',
    parameters: ['wave', 'seenVersion'],
    body: null,
    answers: answer('NoteSaved'),
    errors: ['person', 'parameters', 'list', 'shared'],
  },
  listViews: {
    method: 'get',
    path: '/api/v1/views',
    tag: 'views',
    parameters: [],
    body: null,
    answers: answer('SavedViewList'),
    errors: ['person'],
  },
  putDefaultView: {
    method: 'put',
    path: '/api/v1/views',
    tag: 'views',
    parameters: [],
    body: { schema: 'DefaultView', example: { defaultView: '00000000-0000-4000-8000-000000000003' } },
    answers: answer('NoteSaved'),
    errors: ['person', 'body', 'optional'],
  },
  putView: {
    method: 'put',
    path: '/api/v1/views/{id}',
    tag: 'views',
    parameters: ['savedView'],
    body: {
      schema: 'ViewChange',
      example: { version: null, name: 'Failed in production', query: 'state=failed&tag=env%3Dprod', shared: true },
    },
    answers: answer('NoteSaved'),
    errors: ['person', 'parameters', 'body', 'shared'],
  },
  removeView: {
    method: 'delete',
    path: '/api/v1/views/{id}',
    tag: 'views',
    parameters: ['savedView', 'seenVersion'],
    body: null,
    answers: answer('NoteSaved'),
    errors: ['person', 'parameters', 'shared'],
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
