export const inbox = {
  needs: {
    title: 'Needs action',
    summary:
      '{vms, plural, one {# VM} other {# VMs}} in {groups, plural, one {# group} other {# groups}}, longest waiting first in each',
    none: {
      title: 'Nothing waits for you',
      text: 'No VM that was read waits for a restart, a repair or a decision. VMs that could not be read are listed as Unknown in the fleet.',
    },
  },
  causes: {
    title: 'Causes',
    summary:
      '{groups, plural, one {# problem} other {# problems}} on {vms, plural, one {# VM} other {# VMs}}, the most frequent first',
    none: {
      title: 'No problem on any VM that was read',
      text: 'VMs that could not be read are not among them; the fleet lists them as Unknown.',
    },
  },
  need: {
    restart: { title: 'Restart', state: 'Restart to finish OS encryption' },
    fix: { title: 'Fix', state: 'Encryption failed' },
    decide: { title: 'Decide', state: 'Stamp and report contradict each other' },
    look: { title: 'Check', state: 'Possibly stuck' },
  },
  groups: 'Groups',
  count: '{count, plural, one {# VM} other {# VMs}}',
  more: '{names} and {count, number} more',
  soFar: 'The fleet is still being read; more may come.',
  gaps: 'What could not be read is not counted here: {count, plural, one {# part} other {# parts}} of the fleet.',
  table: {
    label: 'VMs of this group',
    select: 'Select {name}',
    all: 'Select all',
    vm: 'VM',
    subscription: 'Subscription',
    state: 'State',
    for: 'For',
    since: 'First seen so',
    unknown: 'not known',
    message: 'Message',
    evidence: 'Evidence',
    limited: 'The first {count, number} are shown. The list for export has all of them.',
  },
  restart: {
    title: 'Command for the selected VMs',
    hint: 'Sealwatch changes nothing in Azure; you run it.',
    none: 'Select at least one VM.',
    before:
      'Look at each VM first: boot diagnostics on, key vault reachable, a backup or snapshot younger than a day. Its Troubleshoot tab checks that.',
    label: 'Restart command',
  },
  remedy: 'Common remedy',
  guide: 'Open the guide of {name}',
  help: 'Read the whole page on this',
  openFleet: 'Show in the fleet',
  export: 'Export this list (CSV)',
  exported: 'List saved as {file}.',
}
