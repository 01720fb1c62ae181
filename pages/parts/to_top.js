// Brings the page back to its beginning when another step is shown: the browser would stay where
// the button was, with the heading out of sight.

let shown

export default function ({ data }) {
  if (shown !== data.place) {
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
  }
  shown = data.place
}
