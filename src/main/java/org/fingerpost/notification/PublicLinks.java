package org.fingerpost.notification;

import org.fingerpost.platform.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whole links for messages, from the address that people outside reach Fingerpost at ({@code fingerpost.public-url}). */
@Component
public class PublicLinks {

  private final String publicUrl;

  PublicLinks(@Value("${fingerpost.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /** Where a referrer follows a referral. */
  public String tracking(String token) {
    return publicUrl + "/track/" + token;
  }

  /** Where a referrer supplies the right contact details of somebody they referred. */
  public String contactDetails(String token) {
    return publicUrl + "/contact-details/" + token;
  }

  /** Where a provider answers an introduction. */
  public String reply(String token) {
    return publicUrl + "/reply/" + token;
  }

  /** Where a provider tells who came. */
  public String attended(String token) {
    return publicUrl + "/attended/" + token;
  }

  /** Where a person finds the places that might suit them. */
  public String signposts(String token) {
    return publicUrl + "/signpost/" + token;
  }

  /** Where an organisation keeps its own entry in the directory up to date. */
  public String ownEntry(String token) {
    return publicUrl + "/directory/mine/" + token;
  }

  /** Where an applicant fills in an application, in the language it was begun in; {@code area} is {@code kitemark} or {@code grants}. */
  public String application(String area, String token, Language language) {
    return publicUrl + "/" + area + "/apply/" + token + "?lang=" + language.code();
  }

  /** A page for staff, by its path. */
  public String staffPage(String path) {
    return publicUrl + path;
  }

  /** Where a person reads their own plan, in the language it was sent in. */
  public String plan(String token, Language language) {
    return publicUrl + "/my-plan/" + token + "?lang=" + language.code();
  }
}
