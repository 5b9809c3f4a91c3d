export const inbox = {
  needs: {
    title: 'Needs action',
    summary:
      '{least, select, yes {At least } other {}}{vms, plural, one {# VM} other {# VMs}} in {groups, plural, one {# group} other {# groups}}; largest first in each section',
    none: {
      title:
        '{vms, plural, =0 {The subscriptions that you can read contain no VMs} one {The one VM that you can read needs no action} other {None of the # VMs that you can read needs action}}',
      text: 'This list was complete at its last reading. No VM waits for a restart, a fix or a decision.',
    },
  },
  causes: {
    title: 'Causes',
    summary:
      '{least, select, yes {At least } other {}}{groups, plural, one {# problem} other {# problems}} on {vms, plural, one {# VM} other {# VMs}}; most frequent first',
    none: {
      title:
        '{vms, plural, =0 {The subscriptions that you can read contain no VMs} one {The one VM that you can read shows no problem} other {None of the # VMs that you can read shows a problem}}',
      text: 'This list was complete at its last reading.',
    },
  },
  need: {
    restart: { title: 'Restart', state: 'Restart to finish OS encryption' },
    fix: { title: 'Fix', state: 'Encryption failed' },
    decide: { title: 'Decide', state: 'Stamp and report contradict each other' },
    check: { title: 'Check', state: 'Possibly stuck' },
  },
  groups: 'Groups',
  count: '{count, plural, one {# VM} other {# VMs}}',
  more: '{names} and {count, number} more',
  table: {
    label: 'VMs of this group',
    select: 'Select {name}',
    all: 'Select all',
    vm: 'VM',
    subscription: 'Subscription',
    state: 'State',
    for: 'Time in state',
    since: 'First detected',
    unknown: 'not known',
    message: 'Message',
    evidence: 'Data age',
    limited: 'The first {count, number} are shown. The exported list has all of them.',
  },
  selection: {
    button: 'Commands',
    status: 'Read the encryption status',
    restart: 'Restart the VMs that wait for a restart',
    waiting:
      '{count, plural, =0 {None} other {#}} of the {all, plural, one {# selected VM waits} other {# selected VMs wait}} for a restart. The command leaves out the others: a restart can end a run.',
    instances:
      'Left out: {count, plural, one {# instance of a scale set} other {# instances of scale sets}}, which these commands do not read.',
  },
  restart: {
    title: 'Command for the selected VMs',
    hint: 'You run it; Sealwatch changes nothing in Azure.',
    none: 'Select at least one VM.',
    covers: 'Restarts {count, plural, one {# selected VM} other {# selected VMs}}.',
    incomplete:
      'This list is incomplete: some VMs have not been read. VMs missing here are also missing from the command.',
    comment: 'Incomplete list: some VMs have not been read',
    before:
      'Check each VM first: boot diagnostics on, key vault reachable, a backup or snapshot less than a day old. Its Troubleshoot tab checks this.',
    label: 'Restart command',
  },
  back: 'All groups',
  oldest: 'longest: {age}',
  sharedMessage: '{count, plural, one {Message of this VM} other {Message of all # VMs}}',
  sharedSteps: 'Checks for every VM of this group',
  commandFor: 'Command for {count, plural, one {this VM} other {all # VMs}}. It only reads.',
  ownSteps: 'The fix differs by VM: open the guide for each.',
  guide: 'Open the guide for {name}',
  help: 'Read the full article',
  openFleet: 'Show in the fleet',
  export: 'Export this list (CSV)',
  exported: 'Saved as {file}.',
}
