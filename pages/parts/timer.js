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

  show({ left, words, unit = MINUTE }) {
    this.words = words
    this.unit = unit
    this.end = Date.now() + left * 1000
    this.tick()
  }

  /** Tell how long is left, and look again when another minute (or other unit, in ms) is over. */
  tick() {
    clearTimeout(this.next)
    const left = this.end - Date.now()
    const units = Math.max(0, Math.ceil(left / this.unit))
    const seconds = (units * this.unit) / 1000
    const several = this.words.left.replace("{minutes}", units).replace("{seconds}", seconds)
    this.tell(this.left, units > 1 ? several : units ? this.words.last : "")
    this.tell(this.over, units ? "" : this.words.over)
    if (units) this.next = setTimeout(() => this.tick(), left - (units - 1) * this.unit + SLIP)
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
