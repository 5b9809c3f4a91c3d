import type { Operation } from './types'

const filter = ['auditEventKinds', 'auditPerson', 'auditFrom', 'auditTo'] as const
const forAdmins = { method: 'get', tag: 'admin', body: null } as const

/** For the deployment's administrators. For all other users these addresses do not exist. */
export const adminOperations = {
  readAdminStatus: {
    ...forAdmins,
    path: '/api/v1/admin',
    parameters: [],
    answers: [{ status: 200, kind: 'read', schema: 'AdminStatus' }],
    errors: ['person', 'optional'],
  },
  listAuditLog: {
    ...forAdmins,
    path: '/api/v1/admin/audit-log',
    parameters: [...filter, 'auditBefore', 'auditLimit'],
    answers: [{ status: 200, kind: 'read', schema: 'AuditLog' }],
    errors: ['person', 'parameters', 'optional'],
  },
  readAuditLogFile: {
    ...forAdmins,
    path: '/api/v1/admin/audit-log/file',
    parameters: [...filter, 'auditFormat'],
    answers: [{ status: 200, kind: 'file', schema: 'AuditEvent' }],
    errors: ['person', 'parameters', 'optional'],
  },
} as const satisfies Readonly<Record<string, Operation>>
