package org.fingerpost.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The administrator sees every measure with its terms, and writes down licences; nobody else does. */
@FingerpostTest
class MeasurePagesTest {

  @Autowired MockMvc web;
  @Autowired MeasureLicences licences;
  @Autowired Staff staff;

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  @Test
  void a_licence_is_written_down_and_seen() throws Exception {
    web.perform(get("/admin/measures").with(as("ada")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("SWEMWBS")))
        .andExpect(content().string(containsString("Needs a licence")));
    web.perform(
            post("/admin/measures")
                .param("measure", "swemwbs")
                .param("scheme", "east-lancashire")
                .param("reference", "Invented licence 7")
                .param("until", "2099-03-31")
                .with(as("ada"))
                .with(csrf()))
        .andExpect(redirectedUrl("/admin/measures"));

    assertThat(licences.holds("swemwbs", "east-lancashire")).isTrue();
    web.perform(get("/admin/measures").param("lang", "cy").with(as("ada")))
        .andExpect(content().string(containsString("Trwydded gan east-lancashire")));
  }

  @Test
  void what_is_missing_or_wrong_is_said() throws Exception {
    web.perform(post("/admin/measures").with(as("ada")).with(csrf()))
        .andExpect(content().string(containsString("Choose a measure that needs a licence")));
    var licence = post("/admin/measures").param("measure", "swemwbs").param("scheme", "wales");
    web.perform(licence.with(as("ada")).with(csrf()))
        .andExpect(content().string(containsString("Write down the reference of the licence")));
    web.perform(licence.param("reference", "7").param("until", "soon").with(as("ada")).with(csrf()))
        .andExpect(content().string(containsString("Write the last day like 2027-03-31")));
    assertThat(licences.holds("swemwbs", "wales")).isFalse();
  }

  @Test
  void other_roles_do_not_write_down_licences() throws Exception {
    web.perform(get("/admin/measures").with(as("lowri"))).andExpect(status().isForbidden());
    web.perform(post("/admin/measures").with(as("priya")).with(csrf())).andExpect(status().isForbidden());
  }
}
