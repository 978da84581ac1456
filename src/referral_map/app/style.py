"""A little style for the parts of the page that Streamlit draws itself."""

STYLE = """<style>
.stMainBlockContainer { padding-block: 4.25rem 3rem; max-width: 110rem; }
.stMainBlockContainer h1 { padding-block: 0 .25rem; font-size: 2.1rem; }
/* Streamlit fades what waits for an answer. Ours stays true in the meantime, and fading so large a
   picture costs more than the answer. */
[data-testid="stElementContainer"] { opacity: 1 !important; transition: none !important; }
.foot { font-size: .875rem; }
.foot details {
  margin-block: 1rem;
  padding: .75rem 1rem;
  border: 1px solid light-dark(#ded7ca, #45413a);
  border-radius: .5rem;
}
.foot summary { font-weight: 600; cursor: pointer; min-height: 1.75rem; }
.foot details > :not(summary) { max-width: 46rem; font-size: 1rem; }
</style>"""
