export const ui = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was blocked. Select the text instead.',
  close: 'Close',
  showMore: 'Show all',
  showLess: 'Show less',
  shell: 'Shell',
  notRead: 'not read',
  search: 'Search',
  nothingFound: 'No matches',
  retry: 'Try again',
  invisible: 'invisible character U+{code}',
  azure: {
    codes: 'Azure error code: {codes}.',
    versions: 'API versions available in this cloud: {versions}.',
  },
  age: {
    exact: '{time}',
    ago: '{age} ago',
  },
  completeness: {
    label: 'Completeness',
    kind: {
      whole: 'Complete',
      loading: 'Still loading',
      partial: 'Incomplete',
      denied: 'No access',
      failed: 'Not read',
      stale: 'Not up to date',
    },
    minimum: 'Counts are a minimum. A dash means not read, never zero.',
    loading: {
      title: 'Still loading.',
      progress: '{read, number} of {all, number} VMs read.',
    },
    partial: {
      title: 'Incomplete.',
      vms: '{count, plural, one {# VM has not been read.} other {# VMs have not been read.}}',
      gap: '{scope}: {cause}',
      nothing: 'Nothing found in what was read. This is not an all-clear.',
    },
    denied: {
      title: 'You can’t read any VM',
      text: 'Your account has no role that lets it read VMs here, so nothing is known. This is not an all-clear.',
      help: 'See which role is missing',
    },
    failed: { title: 'Couldn’t load.', some: 'Loading stopped before the end.' },
    stale: {
      title: 'Last complete load <age></age>.',
      text: 'Later changes are not shown.',
      nothing: 'Nothing was found then. What is true now isn’t known.',
    },
  },
  data: {
    pips: '{done, number}/{total, number}',
    label: '{done, number} of {total, number} data disks; {state}',
  },
} as const
