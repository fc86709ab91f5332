package org.fingerpost.demo;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.RenderedMessage;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.EngineClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demo's own pages: messages, clock and tour. */
@Controller
@ConditionalOnProperty(name = "fingerpost.demo", havingValue = "true")
class DemoPages {

  /** Messages on the page: more than a walk through the demo writes. */
  private static final int MESSAGES = 50;

  /**
   * Steps of the tour, as numbered in the bundles; each has a text and, under the same number, a
   * link.
   */
  private static final List<String> TOUR =
      List.of(
          "/refer/gloucestershire",
          "/demo/outbox",
          "/login",
          "/camunda/app/tasklist/default/",
          "/camunda/app/tasklist/default/",
          "/camunda/app/tasklist/default/",
          "/demo/outbox",
          "/demo/clock",
          "/camunda/app/tasklist/default/",
          "/audit");

  private final Outbox outbox;
  private final DemoClock clock;
  private final Words words;

  DemoPages(Outbox outbox, DemoClock clock, Words words) {
    this.outbox = outbox;
    this.clock = clock;
    this.words = words;
  }

  @GetMapping("/demo/outbox")
  String outbox(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute(
        "messages",
        outbox.latest(MESSAGES).stream().map(message -> shown(message, language)).toList());
    return "demo/outbox";
  }

  @GetMapping("/demo/clock")
  String clock(Locale locale, Model model) {
    model.addAttribute("now", inWords(clock.now(), Language.of(locale)));
    model.addAttribute("daysAhead", clock.daysAhead());
    model.addAttribute("steps", DemoClock.Step.values());
    return "demo/clock";
  }

  @PostMapping("/demo/clock")
  String move(@RequestParam DemoClock.Step step, RedirectAttributes redirect) {
    redirect.addFlashAttribute("fired", clock.move(step));
    return "redirect:/demo/clock";
  }

  @GetMapping("/demo/tour")
  String tour(Locale locale, Model model) {
    var language = Language.of(locale);
    model.addAttribute(
        "steps",
        IntStream.rangeClosed(1, TOUR.size())
            .mapToObj(
                number ->
                    new TourStep(
                        words.say(language, "demo.tour." + number + ".title"),
                        words.say(language, "demo.tour." + number + ".text"),
                        words.say(language, "demo.tour." + number + ".link"),
                        TOUR.get(number - 1)))
            .toList());
    return "demo/tour";
  }

  private ShownMessage shown(RenderedMessage message, Language language) {
    return new ShownMessage(
        "message-" + message.messageId(),
        words.say(language, "demo.purpose." + message.purpose().code()),
        message.toAddress(),
        message.language().code(),
        inWords(message.createdAt().atZone(EngineClock.LONDON), language),
        words.say(language, "demo.status." + message.status()),
        message.subject(),
        ShownMessage.pieces(message.body()));
  }

  private static String inWords(ZonedDateTime at, Language language) {
    var locale = language == Language.CY ? language.locale() : Locale.UK;
    return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", locale).format(at);
  }

  /**
   * @param link the words of the link
   * @param href a path of this site
   */
  record TourStep(String title, String text, String link, String href) {}
}
