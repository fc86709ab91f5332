package org.fingerpost.questionnaire.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Words;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** An application as a community officer fills it in on the group's behalf: the same pages, on record as the officer. */
@Controller
@RequestMapping("/applications/{reference}/fill")
class OfficerPages extends FillingPages {

  private final FillingIn filling;
  private final Readers readers;

  OfficerPages(
      FillingIn filling,
      HelpingApplicants helping,
      PaperWords paperWords,
      ApplyLimits limits,
      Schemes schemes,
      Words words,
      CurrentActor currentActor,
      Readers readers) {
    super(filling, helping, paperWords, limits, schemes, words, currentActor);
    this.filling = filling;
    this.readers = readers;
  }

  @Override
  Desk desk(Map<String, String> path, HttpServletRequest request) {
    String reference = path.get("reference");
    var me = readers.ofOwnScheme(reference).me();
    if ("GET".equals(request.getMethod())) {
      filling.looked(reference);
    }
    return new Desk(reference, "/applications/" + reference + "/fill", me.id(), me);
  }
}
