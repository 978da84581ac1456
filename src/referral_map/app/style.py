"""A little style for the parts of the page that Streamlit draws itself."""

STYLE = """<style>
.stMainBlockContainer { padding-block: 4.25rem 3rem; max-width: 110rem; }
.stMainBlockContainer h1 { padding-block: 0 .25rem; font-size: 2.1rem; }
/* Streamlit fades what waits for an answer. Ours stays true in the meantime, and fading so large a
   picture costs more than the answer. */
[data-testid="stElementContainer"] { opacity: 1 !important; transition: none !important; }
/* Map and results stand side by side where both have room, else one under the other. */
.st-key-workspace { gap: 1.5rem; }
@media (min-width: 70rem) {
  .st-key-workspace {
    display: grid;
    grid-template-columns: minmax(0, 1.65fr) minmax(0, 1fr);
    gap: 3rem;
    align-items: start;
  }
  /* The map stays in sight while the list scrolls by. */
  .st-key-workspace > :first-child {
    position: sticky;
    top: 4rem;
    max-height: calc(100vh - 4.5rem);
    overflow: auto;
  }
}
</style>"""
