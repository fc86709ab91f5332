package org.fingerpost.conversation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.fingerpost.conversation.ContactLetters;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * A letter to be printed, for link workers and team leads of its scheme. It names a person, so every opening is recorded and no
 * cache keeps it; a letter of another scheme is not found, whoever asks.
 */
@Controller
class LettersController {

  private final ContactLetters letters;
  private final Staff staff;
  private final CurrentActor currentActor;

  LettersController(ContactLetters letters, Staff staff, CurrentActor currentActor) {
    this.letters = letters;
    this.staff = staff;
    this.currentActor = currentActor;
  }

  @GetMapping("/letters/{letterId}")
  String letter(@PathVariable String letterId, Model model, HttpServletResponse response) {
    var scheme =
        staff
            .find(currentActor.get().id())
            .map(Staff.Member::schemeId)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    var letter =
        letters.open(id(letterId), scheme).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("letter", letter);
    return "letters/letter";
  }

  private static UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
