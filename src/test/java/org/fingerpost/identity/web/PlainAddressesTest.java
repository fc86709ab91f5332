package org.fingerpost.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressesTest {

  @ParameterizedTest
  @DisplayName("an address as we write it is plain")
  @ValueSource(
      strings = {
        "/", "/login", "/refer/wales", "/camunda/app/tasklist/default/", "/track/AbC-_123", "/assets/images/favicon.svg",
        "/camunda/api/engine/engine/default/process-definition/referral-journey:1:0f8fad5b-d9cb-469f-a165-70867728950e/xml",
        "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js", "/si%C3%A2n", "/two%20words", "/v3/api-docs", "/...x"
      })
  void plain(String address) {
    assertThat(PlainAddresses.isPlain(address)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("an address that is written in a roundabout way is not")
  @ValueSource(
      strings = {
        "//", "/a//b", "/a;b", "/a;jsessionid=1/b", "/a/../b", "/a/./b", "/a/..", "/a/.", "/a/%2e%2e/b", "/a%2Fb", "/a%2fb", "/a%5cb",
        "/a\\b", "/%61", "/%4a", "/%5A", "/%7a", "/%30", "/%39", "/%2d", "/%5f", "/%7e", "/%3b", "/a%00", "/a%0a", "/a%1f", "/a%7f",
        "/%252e"
      })
  void roundabout(String address) {
    assertThat(PlainAddresses.isPlain(address)).isFalse();
  }
}
