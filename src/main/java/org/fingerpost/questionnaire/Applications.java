package org.fingerpost.questionnaire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Applications, for the modules that decide about them. */
@Component
public class Applications {

  /**
   * @throws java.util.NoSuchElementException if there is none
   */
  public Application get(String reference) {
    throw new UnsupportedOperationException();
  }

  public Optional<Application> find(String reference) {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins an application and keeps what is known. Sends nothing: see {@link #linkFor}.
   *
   * @return its reference
   */
  public String begin(NewApplication begun) {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins another application with the contact, the organisation and the answers of this one, in the latest version of the
   * questionnaire, for a renewal. Documents and dates are asked for anew. Sends nothing: see {@link #linkFor}.
   *
   * @return the new reference
   */
  public String beginAgain(String reference) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens a sent application again for some questions and mails the link to the applicant.
   *
   * @param questions keys of the questionnaire's questions; at least one
   * @param by the day by which they should be answered
   */
  public void askForMore(String reference, List<String> questions, LocalDate by) {
    throw new UnsupportedOperationException();
  }

  /** From now on nothing is changed any more. Safe to repeat. */
  public void close(String reference) {
    throw new UnsupportedOperationException();
  }

  /** Says which organisation of the scheme's directory an application is about. */
  public void belongsTo(String reference, String organisationId) {
    throw new UnsupportedOperationException();
  }

  /** A whole link that opens the application, for a message: a new secret each time, those before it go on working. */
  public String linkFor(String reference) {
    throw new UnsupportedOperationException();
  }
}
