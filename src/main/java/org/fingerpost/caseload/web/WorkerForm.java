package org.fingerpost.caseload.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fingerpost.caseload.TeamMember;
import org.fingerpost.platform.InvalidInput;

/** What is typed into the page of one link worker, as it was typed. */
class WorkerForm {

  private String capacity = "";
  private String warnAt = "";
  private List<String> patches = new ArrayList<>();
  private String practices = "";
  private List<String> languages = new ArrayList<>();
  private String gender = "";

  /**
   * @throws InvalidInput where a number is no number
   */
  TeamMember.Settings settings() {
    return new TeamMember.Settings(
        number("capacity", capacity, "caseload.team.capacity.number"),
        warnAt.isBlank() ? null : number("warnAt", warnAt, "caseload.team.warnAt.number"),
        patches,
        Arrays.stream(practices.toUpperCase(Locale.ROOT).split("[,;\\s]+")).filter(code -> !code.isBlank()).toList(),
        languages,
        "FEMALE".equals(gender) || "MALE".equals(gender) ? gender : null);
  }

  private static int number(String field, String typed, String problem) {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException e) {
      throw new InvalidInput(field, problem);
    }
  }

  public String getCapacity() {
    return capacity;
  }

  public void setCapacity(String capacity) {
    this.capacity = capacity;
  }

  public String getWarnAt() {
    return warnAt;
  }

  public void setWarnAt(String warnAt) {
    this.warnAt = warnAt;
  }

  public List<String> getPatches() {
    return patches;
  }

  public void setPatches(List<String> patches) {
    this.patches = patches;
  }

  public String getPractices() {
    return practices;
  }

  public void setPractices(String practices) {
    this.practices = practices;
  }

  public List<String> getLanguages() {
    return languages;
  }

  public void setLanguages(List<String> languages) {
    this.languages = languages;
  }

  public String getGender() {
    return gender;
  }

  public void setGender(String gender) {
    this.gender = gender;
  }
}
