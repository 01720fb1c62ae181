// The browser's half of the timer in timer.py, which explains both.

const MINUTE = 60_000
const SLIP = 50 // ms past the minute, so that it is surely the next one

const clocks = new WeakMap()

class Clock {
  constructor(root) {
    this.left = root.querySelector(".left")
    this.over = root.querySelector(".over")
    this.stop = new AbortController()
    const look = () => document.hidden || this.tick()
    document.addEventListener("visibilitychange", look, { signal: this.stop.signal })
  }

  show({ left, words }) {
    this.words = words
    this.end = Date.now() + left * 1000
    this.tick()
  }

  /** Tell how long is left, and look again when another minute is over. */
  tick() {
    clearTimeout(this.next)
    const left = this.end - Date.now()
    const minutes = Math.max(0, Math.ceil(left / MINUTE))
    const several = this.words.left.replace("{minutes}", minutes)
    this.tell(this.left, minutes > 1 ? several : minutes ? this.words.last : "")
    this.tell(this.over, minutes ? "" : this.words.over)
    if (minutes) this.next = setTimeout(() => this.tick(), left - (minutes - 1) * MINUTE + SLIP)
  }

  /** Change a text only where it is another one: a screen reader hears every change. */
  tell(place, text) {
    if (place.textContent !== text) place.textContent = text
  }
}

export default function ({ data, parentElement }) {
  let clock = clocks.get(parentElement)
  if (!clock) {
    clock = new Clock(parentElement)
    clocks.set(parentElement, clock)
  }
  clock.show(data)
  return () => {
    clock.stop.abort()
    clearTimeout(clock.next)
    clocks.delete(parentElement)
  }
}
