import type { OperationId } from '@/lib/openapi/operations'
import type { ParameterId } from '@/lib/openapi/parameters'

/** What each operation of the API does, and what its parameters mean. */
export const operations = {
  readFleet: {
    summary: 'Read the fleet',
    about:
      'Every VM that you can read, as JSON Lines: one event per line, sent as soon as it is known. Rows are upserts by `key`: the last row of a VM counts. A part that could not be read is a `gap`, and its VMs are unknown. Exactly one `end` or `failure` closes the stream; a stream without either was cut off. A named load outlives its connection by ten seconds: to resume, send the same `load` and the number of lines you have as `after`. With `limit`, a load comes in pages; the last line of the last page is the `end` or the `failure`.',
  },
  stopFleet: {
    summary: 'Stop a load',
    about: 'Stops one of your named loads at once. The answer is the same whether or not the load existed.',
  },
  readFleetHistory: {
    summary: 'Read the fleet’s history',
    about:
      'The number of VMs in each state, at evenly spaced times, counted over the VMs that you can read now. A VM without a reading around a time is not in any count for that time.',
  },
  readVm: {
    summary: 'Read a VM',
    about:
      'One VM, read now: the verdict, its evidence, problems, and the JSON that Azure returned. A VM that does not exist and one that you cannot read give the same answer.',
  },
  readScaleSetInstance: {
    summary: 'Read an instance of a scale set',
    about: 'The same for an instance of a uniform scale set.',
  },
  readVmHistory: {
    summary: 'Read a VM’s observations',
    about:
      'All kept observations of the VM, for any user who can read that VM now. Without a history, `failure` says why and only the current observation is returned.',
  },
  readVmTimeline: {
    summary: 'Read a VM’s timeline',
    about:
      'States over time with gaps, requests and who made them according to Azure’s records, progress and the estimated time left. A source that could not be read is listed with the role that allows reading it.',
  },
  troubleshootVm: {
    summary: 'Troubleshoot a VM',
    about:
      'Reads the resources related to the VM and returns causes, best supported first, steps with commands, and whether encryption would work.',
  },
  troubleshootVmWithLog: {
    summary: 'Troubleshoot a VM with a log',
    about: 'The same, and also evaluates a log that you send. The log is not kept, and nothing is changed.',
  },
  listWatches: { summary: 'List what you follow', about: 'Your watches and the webhooks that you may use.' },
  putWatch: {
    summary: 'Follow a VM or a view',
    about:
      'Creates a watch, or changes the existing one of that VM or of that view’s name. You must be able to read the VM.',
  },
  changeWatches: {
    summary: 'Change all watches',
    about: 'Mutes or changes all your watches at once. Fields that you omit stay unchanged.',
  },
  changeWatch: { summary: 'Change a watch', about: 'Mutes or changes one watch. Fields that you omit stay unchanged.' },
  endWatch: { summary: 'Delete a watch', about: 'Deletes one of your watches.' },
  listNotices: {
    summary: 'List notices',
    about:
      'Notices about VMs that you follow and can read now, newest first, at most 50. To continue, send `newest` as `after`.',
  },
  listNotes: {
    summary: 'List waves and acknowledgements',
    about:
      'What users of the tenant noted about VMs and disks that you can read now, and the waves that you created. The rest is left out: neither names nor numbers show it.',
  },
  putNotes: {
    summary: 'Move VMs to a wave, or acknowledge them',
    about:
      'Notes the same about up to 100 VMs or disks: all of them, or none. Send the version that you saw of each; where one has another version now, the answer is `version-conflict`, and nothing changes.',
  },
  putWave: {
    summary: 'Create or change a wave',
    about: 'Choose a new id to create one. A wave of VMs that you cannot read is as one that does not exist.',
  },
  endWave: {
    summary: 'Remove a wave',
    about: 'Takes the VMs and disks that you can read out of the wave, and deletes it where no others are in it.',
  },
  listViews: {
    summary: 'List saved views of the fleet',
    about:
      'Your views, and those that users of the tenant share. A view has no data of VMs: only filters, columns, sort order and search text.',
  },
  putDefaultView: {
    summary: 'Choose your default view',
    about:
      'The view that opens where the URL of the fleet has no query: one of yours, or a shared one. `null` for none.',
  },
  putView: {
    summary: 'Create or change a saved view',
    about:
      'Choose a new id to create one. Only its author can change a view; for others it is as one that does not exist.',
  },
  removeView: {
    summary: 'Delete a saved view',
    about:
      'Only its author can delete a view. Where others have it as their default, they get the fleet without filters.',
  },
  listSnapshots: {
    summary: 'List your share links',
    about:
      'The share links that you created, with their status. The list is empty where the operator does not allow share links.',
  },
  previewSnapshot: {
    summary: 'Preview a share link',
    about: 'Reads what a share link would show and keeps it for a while as a draft. The link shows exactly that.',
  },
  publishSnapshot: {
    summary: 'Create a share link',
    about: 'Creates a share link to a draft. Its token is in this answer and in no other.',
  },
  revokeSnapshot: {
    summary: 'Revoke a share link',
    about: 'Revokes one of your share links at once, on every server.',
  },
  openSnapshot: {
    summary: 'Open a share link',
    about:
      'What a share link shows, to any caller with its token, without sign-in. An expired, revoked or unknown token gives one and the same answer.',
  },
  readRetirement: {
    summary: 'Read what the migration from Azure Disk Encryption depends on',
    about:
      'Sizes, features, disks, backups and memberships related to VMs with Azure Disk Encryption. It is a POST only to carry a body; it changes nothing. What could not be read is unknown, with the reason.',
  },
  readAdminStatus: {
    summary: 'Read the state of the deployment',
    about:
      'Version, configuration without secrets, store, collectors and unrecognised messages. Callers who are not administrators get 404.',
  },
  listAuditLog: {
    summary: 'List the audit log',
    about: 'Who did what, newest first. For the next page, send `next` as `before`. For administrators.',
  },
  readAuditLogFile: {
    summary: 'Read the audit log as a file',
    about: 'The same as a file. The download is itself recorded in the audit log. For administrators.',
  },
  readSession: {
    summary: 'Read what you may open',
    about: 'Whether you are an administrator of this deployment. It says nothing about your rights in Azure.',
  },
  endSession: {
    summary: 'Sign out',
    about:
      'From now on this token is refused, on every server within a second if they share a database, and nothing about you is kept in memory. Other tokens that you hold stay valid until they expire. Your sign-in at the directory is not affected.',
  },
  readApiDescription: {
    summary: 'Read this description',
    about: 'The OpenAPI document of this deployment. The same version returns the same bytes.',
  },
  readDeployment: {
    summary: 'Read the deployment’s settings',
    about: 'What a program must know about the deployment before sign-in. Nothing in it is secret.',
  },
  isAlive: { summary: 'Is the server alive?', about: 'Whether the process answers. It sends no other request.' },
  isReady: {
    summary: 'Is the server ready?',
    about: 'Whether the server can take requests, with a code for each check that fails.',
  },
} as const satisfies Readonly<Record<OperationId, { readonly summary: string; readonly about: string }>>

export const parameters = {
  subscription: 'Id of the subscription.',
  group: 'Name of the resource group.',
  vm: 'Name of the VM.',
  scaleSet: 'Name of the scale set.',
  instance: 'Id of the instance within its set.',
  watch: 'Id of the watch.',
  wave: 'Id of the wave.',
  savedView: 'Id of the view.',
  seenVersion: 'The version that you saw.',
  snapshot: 'Id of the share link, from the list of your links; not its token.',
  subscriptions: 'Read only these subscriptions; repeat for each. All are read if omitted.',
  fresh: '`true`: read every VM again, however recent its last reading.',
  load: 'A name for the load: a new GUID that you create. Needed to resume after a broken connection, and for pages.',
  stopLoad: 'Name of the load.',
  linesAfter: 'How many lines of the named load you already have.',
  lines: 'Maximum number of lines in this answer. Only with `load`.',
  hours: 'How far back, in hours.',
  noticesAfter: 'Number of the last notice that you have.',
  auditEventKinds: 'Only events of these kinds; repeat for each.',
  auditPerson: 'Only events of the user with this object id.',
  auditFrom: 'Only events at or after this time.',
  auditTo: 'Only events at or before this time.',
  historyBefore: 'Only older observations: `next` of the page before.',
  auditBefore: 'Only entries with a lower number: `next` of the previous page.',
  auditLimit: 'Maximum number of entries.',
  auditFormat: 'Format of the file.',
  ifNoneMatch: 'The `ETag` of the document that you have.',
} as const satisfies Readonly<Record<ParameterId, string>>
