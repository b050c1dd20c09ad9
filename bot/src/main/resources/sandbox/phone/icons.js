// Line drawings, so that nothing depends on the fonts of the machine.

const DRAWINGS = {
  tick: ["0 0 32 32", '<path d="M8 17l6 6 10-13" stroke-width="3.2"/>'],
  back: ["0 0 24 24", '<path d="M15 2.5 7 12l8 9.5"/>'],
  album: ["0 0 28 28", '<rect x="3" y="5" width="22" height="18" rx="2.5"/><path d="M3.5 19l6.5-7 6 6.5 3-3 5.5 4.5"/><circle cx="19" cy="10.5" r="1.8"/>'],
  sample: ["0 0 28 28", '<rect x="2.5" y="5" width="23" height="18" rx="2.5"/><circle cx="9.5" cy="12" r="2.6"/><path d="M5.5 19.500c.4-2.6 2-3.8 4-3.800s3.6 1.2 4 3.800M16.5 11h6M16.5 14.500h6M16.5 18h4"/>'],
  location: ["0 0 28 28", '<path d="M14 25c5.5-6 8-9.7 8-13.300A8 8 0 0 0 6 11.700C6 15.3 8.5 19 14 25z"/><circle cx="14" cy="11.5" r="3"/>'],
  voice: ["0 0 28 28", '<rect x="10" y="3" width="8" height="14" rx="4"/><path d="M5.5 13.500c0 5 3.6 8 8.5 8s8.5-3 8.5-8M14 21.500V25"/>'],
  video: ["0 0 28 28", '<rect x="2.5" y="7" width="16" height="14" rx="2.5"/><path d="M18.5 12.500l7-4v11l-7-4"/>'],
  link: ["0 0 28 28", '<path d="M12 16a5 5 0 0 0 7.3.5l3.7-3.700a5 5 0 0 0-7-7l-2 2M16 12a5 5 0 0 0-7.3-.5L5 15.200a5 5 0 0 0 7 7l2-2"/>'],
  face: ["0 0 28 28", '<circle cx="14" cy="14" r="10.5"/><circle cx="10.3" cy="11.5" r=".9" fill="currentColor"/><circle cx="17.7" cy="11.5" r=".9" fill="currentColor"/><path d="M8.8 16c.8 2.4 2.7 3.6 5.2 3.600s4.4-1.2 5.2-3.6"/>'],
  scan: ["0 0 28 28", '<path d="M4 10V6a2 2 0 0 1 2-2h4M18 4h4a2 2 0 0 1 2 2v4M24 18v4a2 2 0 0 1-2 2h-4M10 24H6a2 2 0 0 1-2-2v-4M4 14h20"/>'],
  sound: ["0 0 18 18", '<path d="M13 6.500a4 4 0 0 0 0 5M9.5 4a7.4 7.4 0 0 0 0 10M6 1.500a11 11 0 0 0 0 15" stroke-width="1.8"/>'],
  play: ["0 0 28 28", '<path d="M9 5.500v17l13-8.500z" fill="currentColor"/>'],
  pin: ["0 0 28 28", '<path d="M14 26c5.5-6 8-9.7 8-13.800A8 8 0 0 0 6 12.200C6 16.3 8.5 20 14 26z" fill="#e64340" stroke="#e64340"/><circle cx="14" cy="12" r="3" fill="#fff" stroke="#fff"/>'],
  smile: ["0 0 28 28", '<circle cx="14" cy="14" r="12" fill="#ffd84d" stroke="#e8b422" stroke-width=".8"/><path d="M7.8 11.500c.8-1.6 2.8-1.6 3.6 0M16.6 11.500c.8-1.6 2.8-1.6 3.6 0" stroke="#6b4a00"/><path d="M7.5 15.500c.6 4 3.2 6.2 6.5 6.200s5.9-2.2 6.5-6.200z" fill="#8a2f1c" stroke="#6b2413" stroke-width=".8"/>'],
};

/** An icon in the colour of its surroundings. */
export function draw(name, size) {
  const [viewBox, paths] = DRAWINGS[name];
  const holder = document.createElement("template");
  holder.innerHTML =
    `<svg viewBox="${viewBox}" width="${size}" height="${size}" fill="none" stroke="currentColor" ` +
    `stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;
  return holder.content.firstChild;
}
