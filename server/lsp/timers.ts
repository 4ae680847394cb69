/** Has the process end although somebody waits; a browser's timers are numbers, and hold nothing. */
export function letGo(timer: { unref?(): unknown }): void {
  timer.unref?.();
}
