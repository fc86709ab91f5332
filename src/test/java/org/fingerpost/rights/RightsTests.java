package org.fingerpost.rights;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.rights.RightsRequest.AskedBy;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.Ground;
import org.fingerpost.rights.RightsRequest.IdentityHow;
import org.fingerpost.rights.RightsRequest.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What tests of rights do over and over: grace prepares, rhian decides. */
abstract class RightsTests {

  @Autowired Requests requests;
  @Autowired CurrentActor currentActor;
  @Autowired Staff staff;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;

  String started(Kind kind, String referral) {
    return currentActor.as(
        Actor.staff("grace"),
        () -> {
          var person =
              database.sql("select person_id::text from referral where referral_id = ?").param(referral).query(String.class).single();
          var reference = requests.start(kind, false, List.of(person), today(), AskedBy.PERSON, "Please do as I ask, says Cuckoopint");
          requests.identify(reference, IdentityHow.KNOWN);
          return reference;
        });
  }

  RightsRequest known(String reference) {
    return currentActor.as(Actor.staff("grace"), () -> requests.find(reference).orElseThrow());
  }

  void proposed(String reference, Decision proposal, String... withheld) {
    currentActor.as(Actor.staff("grace"), () -> requests.propose(reference, proposal, "Because the person asks for it", Set.of(withheld)));
  }

  void decided(String reference, Decision decision, Ground ground) {
    currentActor.as(Actor.staff("rhian"), () -> requests.decide(reference, decision, ground));
  }

  RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  MockHttpServletRequestBuilder sent(String path, String userId, Map<String, String> typed) {
    var request = post(path).with(as(userId)).with(csrf());
    typed.forEach(request::param);
    return request;
  }

  static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }
}
