const DELAY_MS = 20;
const CHARACTERS_PER_SECOND = 16 * 1024 * 1024;

/**
 * Tells of many changes together: a list for each of a thousand who come at once, to each of them, would be a flood.
 * `tell` gives how much it made everyone receive; the more that was, the later comes the next. Gives the function to
 * call after a change.
 */
export function createAnnouncement(tell: () => number): () => void {
  let notBefore = 0;
  let isDue = false;
  const announce = (): void => {
    isDue = false;
    notBefore = Date.now() + (tell() / CHARACTERS_PER_SECOND) * 1000;
  };
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(announce, Math.max(DELAY_MS, notBefore - Date.now())).unref();
  };
}
