// The pages of a handout as they will be printed, each by itself: on paper none of them is torn.
import { html } from "../../lib/dom.js";
import { t } from "../../language/words.js";

/** How many times as high as wide a page is, about, on any paper. */
const TALL = 1.35;

/**
 * The pages in a picture that shows them one below the other.
 * @param {string} base64 - a PNG file
 */
export async function pagePictures(base64) {
  const src = `data:image/png;base64,${base64}`;
  const whole = html("img", { src });
  await whole.decode();
  const { naturalWidth: wide, naturalHeight: tall } = whole;
  const count = Math.max(Math.round(tall / (wide * TALL)), 1);
  return Array.from({ length: count }, (_, number) => {
    const page = html("img", { src, alt: t("handout.preview_page", { n: number + 1 }) });
    page.style.aspectRatio = `${wide} / ${tall / count}`;
    page.style.objectPosition = `0 ${count > 1 ? (100 * number) / (count - 1) : 0}%`;
    return page;
  });
}
