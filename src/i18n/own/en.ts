import { count } from '../numbers.ts';

/** Lessons of a teacher's own. */
export const own = {
  title: 'Your own lessons',
  note: 'Arrange a scene in any view and record it: its surface, settings, view and camera. Lessons stay on this device, and are told with the same keys as the others.',
  recordOf: (view: string) => `Record the scene of ${view}`,
  record: 'Record this scene',
  recordNote: 'As the last of your own lessons; its words are written in Lessons.',
  recorded: (title: string) => `Recorded: ${title}`,
  full: (limit: number) => `There is room for ${count('en', limit)} lessons. Delete one first.`,
  lost: 'This device could not keep them: its storage is full or closed, or has those of a newer version. Save them as a file.',
  words: (title: string) => `Words of ${title}`,
  name: 'Title',
  caption: 'Caption: what is told, in a sentence or two',
  point: 'To point at, for the presenter’s window',
  ask: 'A question before it, if it helps',
  choices: 'Its answers, one a line',
  answer: 'The right one',
  few: 'A question has 2 to 6 answers.',
  earlier: (title: string) => `${title}: earlier`,
  later: (title: string) => `${title}: later`,
  remove: (title: string) => `Delete ${title}`,
  removed: (title: string) => `Deleted: ${title}`,
  putBack: 'Put it back',
  save: 'Save as a file',
  open: 'Open a file',
  openNote:
    'Lessons of somebody else come behind yours. Their file can also be dropped on the page, their link be pasted.',
  copyLink: 'Copy as a link',
  tooLong: (length: number, limit: number) =>
    `The link would have ${count('en', length)} characters; up to ${count('en', limit)} are read. Send the file instead.`,
};
