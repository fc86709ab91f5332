package org.fingerpost.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What axe finds against WCAG 2.2 AA on a page. axe is asked for what is wrong only: telling all that is right takes it, and the
 * line it comes by, several times as long on our longer pages. It need not fetch the style sheets once more either; no rule of these
 * levels reads them.
 */
final class Accessibility {

  private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String RUN =
      """
      async ({tags, without}) => {
        const found = await axe.run({exclude: without}, {
          runOnly: {type: 'tag', values: tags},
          resultTypes: ['violations'],
          preload: {assets: ['media'], timeout: 10000}
        })
        return found.violations.map(rule => `${rule.id}: ${rule.help} ${rule.nodes.map(node => node.target).join(', ')}`)
      }
      """;

  private Accessibility() {}

  /**
   * @param without selectors of parts that are not ours to put right
   * @return a line for each rule that is broken, with the places
   */
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page, String... without) {
    if (!(boolean) page.evaluate("() => !!window.axe")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    return (List<String>) page.evaluate(RUN, Map.of("tags", WCAG, "without", List.of(without)));
  }
}
