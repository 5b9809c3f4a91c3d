/** The demo's banner: three people, what they do, and what to look at. */
export const demo = {
  title: 'Demo with a simulated Azure.',
  text: 'Nothing here is real.',
  choose: 'Follow one of three people:',
  hide: 'Hide',
  back: 'Other stories',
  story: {
    'on-call': 'On call at 3 am',
    auditor: 'Auditor',
    manager: 'Manager',
  },
  step: {
    'call-groups': 'Open Needs action',
    'call-groupsLook': 'Failed VMs are grouped by cause. Each group has one command that checks all its VMs.',
    'call-stuck': 'Find vm-stg-ci-02',
    'call-stuckLook':
      'It has been encrypting for two days and appears stalled. Open it: Timeline shows the readings, Troubleshoot what to check first.',
    'call-restart': 'Find vm-cache-03',
    'call-restartLook':
      'It waited for a restart, was restarted, and is encrypted now. Its timeline shows who requested what.',
    'audit-proof': 'Show confirmed VMs',
    'audit-proofLook':
      'Encrypted means that the extension and the disks agree. Select a VM to see each piece of evidence and its time.',
    'audit-report': 'Open the report',
    'audit-reportLook': 'Totals, exceptions and what could not be read, to print or to save.',
    'audit-export': 'Export the fleet',
    'audit-exportLook': 'Export, above the table, saves every VM with its evidence times as Excel, CSV or JSON Lines.',
    'manager-curve': 'Open History',
    'manager-curveLook': 'Thirty days by state. In a gap the fleet was not read; its state then is not known.',
    'manager-way': 'Open Retirement',
    'manager-wayLook':
      'Azure Disk Encryption is being retired. The list shows the migration path of each VM, and its blockers.',
    'manager-link': 'Share the fleet',
    'manager-linkLook':
      'Share link, above the table, makes a link to open or copy. It shows people without Azure rights the fleet as it is now.',
  },
} as const
