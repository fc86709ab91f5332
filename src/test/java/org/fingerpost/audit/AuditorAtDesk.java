package org.fingerpost.audit;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Opens pages of the desk, as amir unless somebody else is named. */
public record AuditorAtDesk(MockMvc web, Staff staff) {

  public MvcResult opens(String path) throws Exception {
    return opens("amir", path);
  }

  public MvcResult opens(String userId, String path) throws Exception {
    return web.perform(get(java.net.URI.create(path)).with(as(userId))).andReturn();
  }

  public String reads(String path) throws Exception {
    var answer = opens(path);
    if (answer.getResponse().getStatus() != 200) {
      throw new AssertionError(path + " answered " + answer.getResponse().getStatus());
    }
    return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The page in Welsh. */
  public String readsInWelsh(String path) throws Exception {
    return web.perform(get(java.net.URI.create(path)).header("Accept-Language", "cy").with(as("amir")))
        .andReturn()
        .getResponse()
        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  public MvcResult sends(String path, String... fields) throws Exception {
    var request = post(java.net.URI.create(path)).with(as("amir")).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return web.perform(request).andReturn();
  }

  public RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
