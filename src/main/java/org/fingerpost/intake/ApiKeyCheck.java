package org.fingerpost.intake;

import java.util.Optional;

/** Knows which source of which scheme an API key belongs to. */
public interface ApiKeyCheck {

  /** The client with this key; empty for an unknown or withdrawn key. {@code rawKey} is never {@code null} and never kept. */
  Optional<ApiClient> client(String rawKey);

  /**
   * @param schemeId the scheme that the client's referrals go to
   * @param sourceCode the source that they come from
   */
  record ApiClient(String schemeId, String sourceCode) {}
}
