// The sandbox's time: the phone's, and not the browser's.

const CHINA = 8 * 3600 * 1000;
const JUMP = 20 * 1000;
const EVERY = 3000;

let ahead = 0;
const watchers = [];

export function now() {
  return new Date(Date.now() + ahead);
}

/** A date whose UTC fields are those a clock in China shows. */
export function inChina(date) {
  return new Date(date.getTime() + CHINA);
}

/** Hours and minutes, as the status bar and a stamp have them. */
export function time(date) {
  return inChina(date).toISOString().slice(11, 16);
}

/** Calls back whenever somebody has moved the clock. */
export function onMoved(watcher) {
  watchers.push(watcher);
}

export async function look() {
  try {
    const shown = await (await fetch("/sandbox/clock")).json();
    const is = Date.parse(shown.now) - Date.now();
    const moved = Math.abs(is - ahead) > JUMP;
    ahead = is;
    if (moved) watchers.forEach(watcher => watcher());
  } catch (away) {
    console.debug("no clock:", away);
  }
}

setInterval(look, EVERY);
