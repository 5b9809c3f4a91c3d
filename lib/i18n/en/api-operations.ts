import type { OperationId } from '@/lib/openapi/operations'
import type { ParameterId } from '@/lib/openapi/parameters'

/** What each operation of the API does, and what its parameters mean. */
export const operations = {
  readFleet: {
    summary: 'Read the fleet',
    about:
      'Every VM that you can read, as JSON Lines: one event a line, as soon as anything is known. Rows are upserts by `key`: the last row of a VM counts. A part that could not be read is a `gap`, and its VMs are unknown. Exactly one `end` or `failure` closes the stream; a stream without either broke off. A load with a name outlives its connection for ten seconds: ask again with the same `load` and the number of lines that you have as `after`. With `limit` a load comes in pieces; the last line of the last piece is the `end` or the `failure`.',
  },
  stopFleet: {
    summary: 'Stop a load',
    about: 'Ends a named load of yours at once. The answer is the same whether there was one.',
  },
  readFleetHistory: {
    summary: 'Read the fleet’s past',
    about:
      'How many VMs were in which state, at evenly spaced moments, counted over the VMs that you can read now. A VM that nobody looked at around a moment is in none of its counts.',
  },
  readVm: {
    summary: 'Read a VM',
    about:
      'One VM, read now: the verdict, its evidence, problems, and the JSON that Azure answered. A VM that is not there and one that you may not read give the same answer.',
  },
  readScaleSetInstance: {
    summary: 'Read an instance of a scale set',
    about: 'The same for an instance of a uniform scale set.',
  },
  readVmHistory: {
    summary: 'Read what was seen of a VM',
    about:
      'Every look at the VM that is remembered, for whoever can read that VM now. Where there is no history, `failure` says why and the look of now is all there is.',
  },
  readVmTimeline: {
    summary: 'Read a VM’s timeline',
    about:
      'States over time with their gaps, who asked for what by Azure’s own records, how far the work is and how long it may take. What could not be asked is named with the role that would show it.',
  },
  troubleshootVm: {
    summary: 'Troubleshoot a VM',
    about:
      'Reads what stands around the VM and answers causes, those that the evidence supports first, steps with commands, and whether encryption would work.',
  },
  troubleshootVmWithLog: {
    summary: 'Troubleshoot a VM with a log',
    about: 'The same, weighed with a log that you send. It is read, weighed and forgotten; nothing is changed.',
  },
  listWatches: { summary: 'List what you follow', about: 'Your watches and the webhooks that you may use.' },
  putWatch: {
    summary: 'Follow a VM or a view',
    about:
      'Begins a watch, or changes the one of that VM or of that view’s name. A VM has to be one that you can read.',
  },
  changeWatches: {
    summary: 'Change all watches',
    about: 'Mutes or changes everything that you follow at once. What is left out stays as it is.',
  },
  changeWatch: { summary: 'Change a watch', about: 'Mutes or changes one watch. What is left out stays as it is.' },
  endWatch: { summary: 'End a watch', about: 'Ends one of your watches.' },
  listNotices: {
    summary: 'List what happened',
    about:
      'What happened to VMs that you follow and can read now, the newest first, at most 50. Ask again with `newest` as `after`.',
  },
  listSnapshots: {
    summary: 'List your links',
    about:
      'The links that you made, with what became of them. Nothing is here where the operator does not allow links.',
  },
  previewSnapshot: {
    summary: 'Preview a link',
    about: 'Reads what a link would show, and keeps it for a while as a draft. A link shows exactly that.',
  },
  publishSnapshot: {
    summary: 'Make a link',
    about: 'Makes a link to a draft. Its token is in this answer and in no other.',
  },
  revokeSnapshot: { summary: 'Revoke a link', about: 'Ends one of your links at once, on every server.' },
  openSnapshot: {
    summary: 'Open a link',
    about:
      'What a link shows, to anybody who has its token, without sign-in. A token that is over, was revoked or never was gives one and the same answer.',
  },
  readRetirement: {
    summary: 'Read what decides the migration from Azure Disk Encryption',
    about:
      'Sizes, features, disks, backups and memberships around VMs with Azure Disk Encryption. A POST for its body alone: it changes nothing. What could not be read is unknown, with the reason.',
  },
  readAdminStatus: {
    summary: 'Read how the deployment fares',
    about:
      'Version, configuration without secrets, store, collectors and unrecognised messages. For everybody but administrators there is no such address.',
  },
  listAuditLog: {
    summary: 'List the audit log',
    about: 'Who did what, the newest first. For the next page give `next` as `before`. For administrators.',
  },
  readAuditLogFile: {
    summary: 'Read the audit log as a file',
    about: 'The same as a file. That it was taken is written down as well. For administrators.',
  },
  endSession: {
    summary: 'Sign out',
    about:
      'From now on this very token is refused, on every server within a second where they share a database, and nothing of yours is kept in memory. Tokens that you got besides stay good to their end. Your sign-in at the directory is another matter.',
  },
  readApiDescription: {
    summary: 'Read this description',
    about: 'The OpenAPI document of this deployment. The same version gives the same bytes.',
  },
  readDeployment: {
    summary: 'Read how the deployment is set up',
    about: 'What a program needs to know of the deployment before anybody signs in. Nothing of it is secret.',
  },
  isAlive: { summary: 'Is the server alive?', about: 'The process answers. It asks nobody.' },
  isReady: {
    summary: 'Is the server ready?',
    about: 'Whether requests should come here, with a code for everything that does not work.',
  },
} as const satisfies Readonly<Record<OperationId, { readonly summary: string; readonly about: string }>>

export const parameters = {
  subscription: 'Id of the subscription.',
  group: 'Name of the resource group.',
  vm: 'Name of the VM.',
  scaleSet: 'Name of the scale set.',
  instance: 'Id of the instance within its set.',
  watch: 'Id of the watch.',
  snapshot: 'Id of the link, from the list of your links; not its token.',
  subscriptions: 'The only subscriptions wanted, once for each. Without it all are read.',
  fresh: '`true`: read every VM anew, however young its last reading.',
  load: 'A name for the load: a new GUID of yours. Needed to go on after a broken connection and for pieces.',
  stopLoad: 'Name of the load.',
  linesAfter: 'How many lines of the named load you have already.',
  lines: 'How many lines this answer has at most. Only with `load`.',
  hours: 'How far back, in hours.',
  noticesAfter: 'Number of the last notice that you have seen.',
  auditEventKinds: 'The only kinds of entries wanted, once for each.',
  auditPerson: 'Object id of the only person wanted.',
  auditFrom: 'Not before this time.',
  auditTo: 'Not after this time.',
  auditBefore: 'Only entries with a lower number: `next` of the page before.',
  auditLimit: 'How many entries at most.',
  auditFormat: 'The form of the file.',
  ifNoneMatch: 'The `ETag` of the document that you have.',
} as const satisfies Readonly<Record<ParameterId, string>>
