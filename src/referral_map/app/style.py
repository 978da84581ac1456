"""A little style for the parts of the page that Streamlit draws itself."""

STYLE = """<style>
.stMainBlockContainer { padding-block: 4.25rem 3rem; max-width: 110rem; }
.stMainBlockContainer h1 { padding-block: 0 .25rem; font-size: 2.1rem; }
/* Map and results stand side by side where both have room, else one under the other. */
@media (max-width: 69.99rem) {
  .st-key-workspace [data-testid="stHorizontalBlock"] { flex-direction: column; gap: 1.5rem; }
  .st-key-workspace [data-testid="stColumn"] { width: 100%; flex: none; }
}
/* The map stays in sight while the list scrolls by. */
@media (min-width: 70rem) {
  .st-key-workspace [data-testid="stColumn"]:first-child {
    position: sticky;
    top: 4rem;
    align-self: flex-start;
    max-height: calc(100vh - 4.5rem);
    overflow: auto;
  }
}
</style>"""
