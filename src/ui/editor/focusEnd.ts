/** Puts the caret behind the text, where typing goes on. */
export const focusEnd = (text: HTMLTextAreaElement | null): void => {
  text?.focus({ preventScroll: true });
  text?.setSelectionRange(text.value.length, text.value.length);
};
