/** Position and style of the panel, before and after its chunk is loaded. */
export const panelStyle =
  'fixed inset-x-0 top-[calc(3rem+1px)] bottom-0 z-30 flex animate-appear flex-col border-line bg-surface narrow:left-auto narrow:w-[26.25rem] narrow:border-l narrow:shadow-panel medium:static medium:w-[30.5rem] medium:shrink-0'
